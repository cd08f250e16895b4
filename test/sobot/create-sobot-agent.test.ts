import { describe, expect, jest, test } from '@jest/globals';
import { createSobotAgent } from '../../adapters/sobot/index.js';
import { benchAt, turns } from '../support/bench/index.js';

const spies = () => ({ success: jest.fn<(result: unknown) => void>(), error: jest.fn<(failure: unknown) => void>() });

/** The argument of a query's error callback, the service having called its own with this. */
async function toldOf(cause: unknown): Promise<unknown> {
  const bench = benchAt('idle');
  const { success, error } = spies();
  bench.leave('queryStates', { success, error });
  (bench.sdk.lastCall('queryStates').parameters as { error(cause: unknown): void }).error(cause);
  await turns();
  expect(success).not.toHaveBeenCalled();
  expect(error).toHaveBeenCalledTimes(1);
  return error.mock.calls[0]![0];
}

describe('what the error callback is told of a refusal', () => {
  test('is the very object of the service', async () => {
    const failure = { status: 'error', errorCode: '330042' };
    expect(await toldOf(failure)).toBe(failure);
  });

  test.each([undefined, null, 'busy', 330042, new Error('thrown by the SDK')])(
    'has the shape of the vendor where the service sends %p',
    async (cause) => {
      expect(await toldOf(cause)).toEqual({
        status: 'error',
        errorCode: 'REJECTED',
        errorMessage: expect.any(String),
        message: expect.any(String),
      });
    },
  );
});

describe('an object of parameters and callbacks that throws when it is read', () => {
  test('is refused, also where the callbacks cannot be read', async () => {
    const bench = benchAt('idle');
    const fails = () => {
      throw new Error('reading it throws');
    };
    const given = Object.defineProperties(
      {},
      { otherDN: { get: fails, enumerable: true }, success: { get: fails }, error: { get: fails } },
    );
    const before = bench.sentCount;
    await expect(bench.send('makeCall', given)).rejects.toMatchObject({ code: 'INVALID_PARAMETER' });
    expect(bench.sentCount).toBe(before);
  });
});

describe('an object that throws the first time it is read', () => {
  test('is refused: it is read once', async () => {
    const bench = benchAt('idle');
    const { success, error } = spies();
    let reads = 0;
    const given = {
      success,
      error,
      get otherDN(): string {
        reads += 1;
        if (reads === 1) throw new Error('not yet');
        return '13900001111';
      },
    };
    const before = bench.sentCount;
    await expect(bench.send('makeCall', given)).rejects.toMatchObject({
      code: 'INVALID_PARAMETER',
      message: expect.stringContaining('the parameters cannot be read'),
    });
    expect(bench.sentCount).toBe(before);
    expect(success).not.toHaveBeenCalled();
    expect(error.mock.calls).toMatchObject([[{ status: 'error', errorCode: 'INVALID_PARAMETER' }]]);
  });
});

test.each(['queryStates', 'queryUnusedExts', 'hangup'] as const)(
  '%s, which needs no parameters, is refused with one that cannot be read',
  async (command) => {
    const bench = benchAt('talking');
    const { success, error } = spies();
    const before = bench.sentCount;
    const given = {
      success,
      error,
      get ext(): string {
        throw new Error('reading it throws');
      },
    };
    await expect(bench.send(command, given)).rejects.toMatchObject({
      code: 'INVALID_PARAMETER',
      message: expect.stringContaining('the parameters cannot be read'),
    });
    await turns();
    expect(bench.sentCount).toBe(before);
    expect(success).not.toHaveBeenCalled();
    expect(error).toHaveBeenCalledTimes(1);
  },
);

describe('on', () => {
  test.each<readonly [unknown, unknown]>([
    [7, () => undefined],
    ['EventReleased', 'no function'],
    [undefined, undefined],
  ])('takes no %p with %p', (eventName, handler) => {
    const { agent } = benchAt('idle');
    expect(() => agent.on(eventName as never, handler as never)).toThrow(
      new TypeError('switchhook: on takes the name of an event and a handler'),
    );
  });
});

test.each([null, undefined, {}, { on: () => undefined }, { off: () => undefined }])('%p is no SDK object', (sdk) => {
  expect(() => createSobotAgent(sdk as never)).toThrow(
    new TypeError('switchhook: sdk must be an SDK object with on and off: new SobotClient.agent()'),
  );
});
