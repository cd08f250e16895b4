import { describe, expect, jest, test } from '@jest/globals';
import type { CommandError } from '../../adapters/sobot/index.js';
import { Bench, benchAt, CUSTOMER, endOf, errorOf, signIn, turns, watch } from '../support/bench/index.js';

type Callbacks = { success(result: unknown): void; error(cause: unknown): void };

const THROWS = {
  enumerable: true,
  get(): never {
    throw new Error('of a getter');
  },
};
const THENS: readonly (readonly [string, PropertyDescriptor])[] = [
  ['a function', { enumerable: true, value: () => undefined }],
  ['a getter', { enumerable: true, get: () => () => undefined }],
  ['a getter that throws', THROWS],
];

describe.each(THENS)('a `then` that is %s', (_, then) => {
  test('in a result does not keep the promise', async () => {
    const bench = benchAt('idle');
    const endings = watch(bench.send('queryStates'));
    (bench.sdk.lastCall('queryStates').parameters as Callbacks).success(
      Object.defineProperty({ status: 'success', states: [1] }, 'then', then),
    );
    await turns();
    expect(endings).toEqual([{ ended: 'resolved', value: { status: 'success', states: [1] } }]);
  });

  test('in a message confirms a command all the same, and the handlers get the message itself', async () => {
    const bench = benchAt('talking');
    const handler = jest.fn<(message: unknown) => void>();
    bench.agent.on('EventAgentHoldCall', handler);
    const endings = watch(bench.send('holdCall'));
    const message = Object.defineProperty({ messageID: 'EventAgentHoldCall', ...CUSTOMER }, 'then', then);
    bench.sdk.emitRaw(message);
    await turns();
    expect(bench.state().work).toBe('holding');
    expect(endings).toEqual([{ ended: 'resolved', value: { messageID: 'EventAgentHoldCall', ...CUSTOMER } }]);
    expect(handler.mock.calls[0]![0]).toBe(message);
  });

  test('in what an optimistic command brings does not keep the promise', async () => {
    const bench = benchAt('talking', { bench: new Bench({ confirm: { holdCall: 'optimistic' } }) });
    const result = Object.defineProperty({ held: true }, 'then', then);
    Object.assign(bench.sdk, {
      holdCall: () => ({
        then: (resolve: (value: unknown) => void) => {
          resolve(result);
        },
      }),
    });
    const endings = watch(bench.send('holdCall'));
    await turns();
    expect(endings).toEqual([{ ended: 'resolved', value: { held: true } }]);
  });
});

describe('an argument of a callback that throws when it is read', () => {
  const argument = () =>
    Object.defineProperties({}, { status: THROWS, errorCode: THROWS, errorMessage: THROWS, message: THROWS, agentState: THROWS });

  test.each(['login', 'queryStates'] as const)('ends %s, and throws nothing into the SDK', async (command) => {
    const start = () => {
      const bench = command === 'login' ? benchAt('idle', { standing: 'connected, offline' }) : benchAt('idle');
      const outcome = bench.send(command);
      return { outcome, ...(bench.sdk.lastCall(command).parameters as Callbacks) };
    };
    const yes = start();
    expect(() => {
      yes.success(argument());
    }).not.toThrow();
    expect(await endOf(yes.outcome)).toBe('resolved');
    const no = start();
    expect(() => {
      no.error(argument());
    }).not.toThrow();
    expect(await endOf(no.outcome)).toBe('REJECTED');
  });
});

describe('what the service refuses with', () => {
  test('reaches the error callback as it came, and who asks the error for it', async () => {
    const bench = new Bench();
    signIn(bench);
    const failure = { status: 'error', errorCode: '330042', otherDN: '13900001111' };
    const error = jest.fn<(failure: unknown) => void>();
    const outcome = bench.send('queryStates', { error });
    (bench.sdk.lastCall('queryStates').parameters as Callbacks).error(failure);
    const rejection = (await errorOf(outcome)) as unknown as CommandError;
    expect(error.mock.calls[0]![0]).toBe(failure);
    expect(rejection.reveal()).toBe(failure);
    expect(rejection.cause).toEqual({ status: 'error', errorCode: '330042', otherDN: '***' });
  });
});

describe("the agent's phone", () => {
  test("being lost does not end a call, and another extension's is passed on only", () => {
    const bench = benchAt('talking');
    const handler = jest.fn();
    bench.agent.on('EventUnregistered', handler);
    bench.emit('EventUnregistered', { thisDN: '9999' });
    bench.emit('EventUnregistered');
    expect(handler).toHaveBeenCalledTimes(2);
    expect(bench.state().work).toBe('talking');
    expect(bench.malformed).toEqual([]);
  });
});
