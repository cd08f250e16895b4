import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { FLIGHTS } from '../support/bench/flights.js';
import { Bench, benchAt, CUSTOMER, PARAMETERS, turns } from '../support/bench/index.js';

const spies = () => ({ success: jest.fn<(result: unknown) => void>(), error: jest.fn<(failure: unknown) => void>() });

describe('the callbacks of the vendor', () => {
  test.each(FLIGHTS)('are called once, with the object of the vendor: $command from $from', async ({ command, start }) => {
    const bench = start();
    const { success, error } = spies();
    bench.leave(command, { ...PARAMETERS[command], success, error });
    // Of keys only a code about keys is believed to be theirs.
    const failure = { status: 'error', errorCode: command === 'sendDtmf' ? '330061' : '330042' };
    const given = bench.sdk.lastCall(command).parameters?.['error'];
    const message = { messageID: 'EventError', errorCode: failure.errorCode };
    if (typeof given === 'function') {
      (given as (one: unknown) => void)(failure);
      (given as (one: unknown) => void)(failure);
    } else bench.sdk.emitRaw(message, 'EventError');
    await turns();
    expect(success).not.toHaveBeenCalled();
    expect(error).toHaveBeenCalledTimes(1);
    expect(error.mock.calls[0]![0]).toBe(typeof given === 'function' ? failure : message);
  });

  test('success of a command with callbacks gets the very result', async () => {
    const bench = benchAt('idle');
    const { success, error } = spies();
    const result = { status: 'success', states: [{ code: '11', name: 'Break' }] };
    const outcome = bench.agent.queryStates({ success, error });
    (bench.sdk.lastCall('queryStates').parameters as { success(given: unknown): void }).success(result);
    expect(await outcome).toBe(result);
    expect(success.mock.calls).toEqual([[result]]);
    expect(success.mock.calls[0]![0]).toBe(result);
    expect(error).not.toHaveBeenCalled();
  });

  test('error is told of a refusal also when reading a parameter throws', async () => {
    const bench = benchAt('idle');
    const { success, error } = spies();
    const throwing = {
      success,
      error,
      get otherDN(): string {
        throw new Error('reading it throws');
      },
    };
    await expect(bench.agent.makeCall(throwing)).rejects.toMatchObject({ code: 'INVALID_PARAMETER' });
    await turns();
    expect(error.mock.calls).toEqual([[expect.objectContaining({ status: 'error', errorCode: 'INVALID_PARAMETER' })]]);
    expect(success).not.toHaveBeenCalled();
  });

  test('success of a call command gets the very message that confirms it', async () => {
    const bench = benchAt('talking');
    const { success, error } = spies();
    bench.leave('holdCall', { success, error });
    const message = { messageID: 'EventHeld', ...CUSTOMER };
    bench.sdk.emitRaw(message);
    await turns();
    expect(success.mock.calls[0]![0]).toBe(message);
    expect(error).not.toHaveBeenCalled();
  });

  test.each([
    ['NOT_ALLOWED', (bench: Bench, callbacks: object) => bench.leave('answer', callbacks)],
    ['INVALID_PARAMETER', (bench: Bench, callbacks: object) => bench.leave('sendDtmf', callbacks)],
    [
      'IN_FLIGHT',
      (bench: Bench, callbacks: object) => {
        bench.leave('singleTransfer');
        bench.leave('holdCall', callbacks);
      },
    ],
    [
      'TIMEOUT',
      (bench: Bench, callbacks: object) => {
        bench.leave('holdCall', callbacks);
        bench.clock.increment(60_000);
      },
    ],
    [
      'SUPERSEDED',
      (bench: Bench, callbacks: object) => {
        bench.leave('holdCall', callbacks);
        bench.customer('EventReleased');
      },
    ],
    [
      'DISPLACED',
      (bench: Bench, callbacks: object) => {
        bench.leave('queryStates', callbacks);
        bench.sdk.emit('EventAgentConnectionChanged');
      },
    ],
    [
      'DISPOSED',
      (bench: Bench, callbacks: object) => {
        bench.leave('queryStates', callbacks);
        bench.agent.dispose();
      },
    ],
    [
      'NOT_SUPPORTED',
      (bench: Bench, callbacks: object) => {
        Object.assign(bench.sdk, { holdCall: undefined });
        bench.leave('holdCall', callbacks);
      },
    ],
  ])("error gets a failure of the vendor's shape when the command ends here: %s", async (errorCode, run) => {
    const bench = benchAt('talking');
    const { success, error } = spies();
    run(bench, { success, error });
    await turns();
    expect(success).not.toHaveBeenCalled();
    expect(error.mock.calls).toEqual([[{ status: 'error', errorCode, errorMessage: expect.any(String), message: expect.any(String) }]]);
  });

  test('may be missing, or no functions', async () => {
    const bench = benchAt('idle');
    for (const [success, error] of [
      [undefined, undefined],
      [null, 'x'],
      [5, {}],
    ]) {
      const outcome = bench.agent.queryStates({ success, error } as never);
      bench.sdk.succeed('queryStates');
      await expect(outcome).resolves.toEqual({ status: 'success' });
    }
  });

  test('run after the state has changed, and what they read is current', async () => {
    const bench = benchAt('idle');
    const seen: unknown[] = [];
    bench.leave('notReady', {
      reasonCode: 14,
      success: () => seen.push([bench.state().login, bench.state().reasonCode, bench.state().pending]),
    });
    bench.sdk.succeed('notReady');
    await turns();
    expect(seen).toEqual([['break', 14, []]]);
  });
});

describe('a promise that nobody looks at', () => {
  // Jest fails a test whose rejections nobody handles; that it does is part of what is tested here.
  test.each([
    ['refused', (bench: Bench) => void bench.agent.answer()],
    ['with parameters that are wrong', (bench: Bench) => void bench.agent.sendDtmf({ dtmfDigits: 'x' })],
    [
      'rejected',
      (bench: Bench) => {
        void bench.agent.queryStates();
        bench.sdk.fail('queryStates');
      },
    ],
    [
      'rejected, with callbacks',
      (bench: Bench) => {
        void bench.agent.queryStates({ success: () => {}, error: () => {} });
        bench.sdk.fail('queryStates');
      },
    ],
    [
      'timed out',
      (bench: Bench) => {
        void bench.agent.holdCall();
        bench.clock.increment(60_000);
      },
    ],
    [
      'superseded',
      (bench: Bench) => {
        void bench.agent.holdCall();
        bench.customer('EventReleased');
      },
    ],
    [
      'disposed of',
      (bench: Bench) => {
        void bench.agent.holdCall();
        bench.agent.dispose();
      },
    ],
    [
      'of a method that throws',
      (bench: Bench) => {
        Object.assign(bench.sdk, {
          holdCall: () => {
            throw new Error('thrown');
          },
        });
        void bench.agent.holdCall();
      },
    ],
    [
      'of a method whose promise rejects',
      (bench: Bench) => {
        Object.assign(bench.sdk, { holdCall: () => Promise.reject(new Error('rejected')) });
        void bench.agent.holdCall();
      },
    ],
    [
      'optimistic, of a method whose promise rejects',
      () => {
        const other = benchAt('talking', { bench: new Bench({ confirm: { holdCall: 'optimistic' } }) });
        Object.assign(other.sdk, { holdCall: () => Promise.reject(new Error('rejected')) });
        void other.agent.holdCall();
      },
    ],
  ])('is no unhandled rejection when the command is %s', async (_, run) => {
    run(benchAt('talking'));
    await turns();
    await turns();
  });
});

describe('a callback that throws', () => {
  const later: (() => void)[] = [];

  beforeEach(() => {
    later.length = 0;
    jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((run) => later.push(run));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test.each(['success', 'error'] as const)('does not change the outcome, and its error is not lost: %s', async (name) => {
    const bench = benchAt('idle');
    const thrown = new Error(`in ${name}`);
    const outcome = bench.agent.queryStates({
      [name]: () => {
        throw thrown;
      },
    });
    if (name === 'success') {
      bench.sdk.succeed('queryStates');
      await expect(outcome).resolves.toEqual({ status: 'success' });
    } else {
      bench.sdk.fail('queryStates');
      await expect(outcome).rejects.toMatchObject({ code: 'REJECTED' });
    }
    await turns();
    expect(later).toHaveLength(1);
    expect(later[0]).toThrow(thrown);
    expect(bench.agent.can('queryStates')).toBe(true);
  });
});
