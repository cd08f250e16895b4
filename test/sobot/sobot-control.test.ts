import { describe, expect, jest, test } from '@jest/globals';
import { SobotControl } from '../../adapters/sobot/sobot-control.js';
import { COMMANDS } from '../../machines/index.js';
import { DECLARATIONS, type Answer, type News } from '../../src/index.js';
import { ScriptedSdk, turns } from '../support/bench/index.js';

function bench() {
  const sdk = new ScriptedSdk();
  const passed: (readonly [string, unknown])[] = [];
  const control = new SobotControl(sdk, (eventName, message) => {
    passed.push([eventName, message]);
  });
  const received: News[] = [];
  control.subscribe((news) => received.push(news));
  const succeeded = jest.fn<Answer['succeeded']>();
  const failed = jest.fn<Answer['failed']>();
  return { sdk, control, passed, received, succeeded, failed, answer: { succeeded, failed } };
}

const ANSWERED = COMMANDS.filter((command) => DECLARATIONS[command].answeredBy === 'callback');
const TOLD = COMMANDS.filter((command) => DECLARATIONS[command].answeredBy === 'event');

describe('what the SDK is called with', () => {
  test.each(TOLD)('nothing but the parameters: %s', (command) => {
    const { sdk, control, answer } = bench();
    control.perform(command, { otherDN: '1' }, answer);
    control.perform(command, {}, answer);
    const calls = sdk.calls.filter(({ method }) => method === command);
    expect(calls.map(({ parameters }) => parameters)).toStrictEqual([{ otherDN: '1' }, undefined]);
  });

  test.each(ANSWERED)('the parameters and both callbacks: %s', (command) => {
    const { sdk, control, answer } = bench();
    control.perform(command, { token: '1' }, answer);
    expect(sdk.lastCall(command).parameters).toEqual({ token: '1', success: expect.any(Function), error: expect.any(Function) });
  });
});

describe('a yes of the service', () => {
  const yes = (command: 'login' | 'queryAgents', result: unknown) => {
    const { sdk, control, answer, ...rest } = bench();
    control.perform(command, {}, answer);
    (sdk.lastCall(command).parameters as { success(result: unknown): void }).success(result);
    return rest;
  };

  test.each([undefined, null, 'error', 7, {}, { status: 'success' }, { error: 'error' }])('of %p is a yes', (result) => {
    const { succeeded, failed } = yes('queryAgents', result);
    expect(succeeded.mock.calls).toEqual([[result]]);
    expect(failed).not.toHaveBeenCalled();
  });

  test('that says it is an error is a no', () => {
    const { succeeded, failed } = yes('queryAgents', { status: 'error', errorCode: '330049' });
    expect(failed.mock.calls).toMatchObject([[{ vendorCode: '330049' }]]);
    expect(succeeded).not.toHaveBeenCalled();
  });

  test('to login may name another login state than was asked for', () => {
    expect(yes('login', { agentState: '2', reasonCode: 12 }).succeeded.mock.calls).toMatchObject([
      [{ agentState: '2' }, { type: 'agent.loggedIn', reason: 'training' }],
    ]);
  });

  test.each([null, {}, 'x', { reasonCode: 'x' }])('to login of %p names none', (result) => {
    const { succeeded, failed } = yes('login', result);
    expect(succeeded.mock.calls).toEqual([[result, undefined]]);
    expect(failed).not.toHaveBeenCalled();
  });

  test('to another command names no login state, whatever is in it', () => {
    expect(yes('queryAgents', { agentState: '2' }).succeeded.mock.calls).toEqual([[{ agentState: '2' }]]);
  });
});

describe('an answer that is hostile', () => {
  const throws = {
    get(): never {
      throw new Error('of a getter');
    },
  };
  type Callbacks = { success(result: unknown): void; error(cause: unknown): void };
  const asked = (command: 'login' | 'queryAgents') => {
    const { sdk, control, answer, ...rest } = bench();
    control.perform(command, {}, answer);
    return { ...rest, ...(sdk.lastCall(command).parameters as Callbacks) };
  };

  test.each(['login', 'queryAgents'] as const)('to %s ends it, and nothing is thrown into the SDK', (command) => {
    const yes = asked(command);
    const result = new Proxy({}, throws);
    expect(() => {
      yes.success(result);
    }).not.toThrow();
    expect(yes.succeeded).toHaveBeenCalledTimes(1);
    const no = asked(command);
    expect(() => {
      no.error(new Proxy({}, throws));
    }).not.toThrow();
    expect(no.failed).toHaveBeenCalledTimes(1);
  });

  test('with a status that cannot be read is a yes', () => {
    const { success, succeeded } = asked('queryAgents');
    const result = Object.defineProperty({}, 'status', throws);
    success(result);
    expect(succeeded.mock.calls[0]![0]).toBe(result);
  });

  test.each<readonly [string, PropertyDescriptor]>([
    ['a function', { value: () => undefined }],
    ['a getter', { get: () => () => undefined }],
    ['a getter that throws', throws],
  ])('with a `then` that is %s counts, without it', (_, then) => {
    const { success, succeeded } = asked('queryAgents');
    success(Object.defineProperty({ status: 'success' }, 'then', { enumerable: true, ...then }));
    expect(succeeded.mock.calls).toEqual([[{ status: 'success' }]]);
  });
});

describe('what a method returns', () => {
  const returning = (returned: unknown) => {
    const { sdk, control, answer, ...rest } = bench();
    Object.assign(sdk, { holdCall: () => returned });
    return { ...rest, outcome: control.perform('holdCall', {}, answer) };
  };

  test('may be awaited, and what comes of it is not waited for in turn', async () => {
    const { outcome, failed } = returning({
      then: (resolve: (value: unknown) => void) => {
        resolve({ held: true, then: () => undefined });
      },
    });
    expect(await outcome).toEqual({ held: true });
    expect(failed).not.toHaveBeenCalled();
  });

  test('is a no if it is rejected, or throws', async () => {
    const { failed } = returning(Promise.reject(new Error('busy')));
    const thrown = returning({
      then: () => {
        throw new Error('busy');
      },
    });
    await turns();
    expect(failed.mock.calls).toMatchObject([[{ text: 'busy' }]]);
    expect(thrown.failed.mock.calls).toMatchObject([[{ text: 'busy' }]]);
  });

  test('with a `then` that cannot be read is nothing to wait for', () => {
    const { outcome, failed } = returning({
      a: 1,
      get then() {
        throw new Error('of a getter');
      },
    });
    expect(outcome).toEqual({ a: 1 });
    expect(failed).not.toHaveBeenCalled();
  });
});

describe("the extension that is the agent's", () => {
  const page = () => {
    const { sdk, control, answer, received } = bench();
    const login = (parameters: Record<string, unknown>) => {
      control.perform('login', parameters, answer);
      return sdk.lastCall('login').parameters as { success(result: unknown): void; error(cause: unknown): void };
    };
    const lost = (thisDN: string) => {
      sdk.emit('EventUnregistered', { thisDN });
      return received.at(-1)!.kind === 'fact';
    };
    return { sdk, login, lost };
  };

  test('is not known before a login or a regain', () => {
    expect(page().lost('1000')).toBe(false);
  });

  test('is the one that a login asks for', () => {
    const { login, lost } = page();
    login({ bindExt: '1000' }).success({ status: 'success' });
    expect([lost('1000'), lost('1001')]).toEqual([true, false]);
  });

  test('is the one that a login is given, where its result says so', () => {
    const { login, lost } = page();
    login({}).success({ bindExt: 1001 });
    expect([lost('1000'), lost('1001')]).toEqual([false, true]);
    login({ bindExt: '1002' }).success({ bindExt: '1003' });
    expect([lost('1002'), lost('1003')]).toEqual([false, true]);
  });

  test('is the one of before where a login is refused, or throws', () => {
    const { sdk, login, lost } = page();
    login({ bindExt: '1000' }).success({});
    login({ bindExt: '1002' }).error({ errorCode: '330100' });
    expect([lost('1000'), lost('1002')]).toEqual([true, false]);
    Object.assign(sdk, {
      login: () => {
        throw new Error('busy');
      },
    });
    login({ bindExt: '1003' });
    expect([lost('1000'), lost('1003')]).toEqual([true, false]);
  });

  test('is named by no other message, whatever is in it', () => {
    const { sdk, lost } = page();
    sdk.emit('EventAgentReady', { agentStateInfo: { agentState: '1', thisDN: '1000' } });
    expect(lost('1000')).toBe(false);
  });

  test('is the one that a regain names, blank ones left out', () => {
    const { sdk, lost } = page();
    sdk.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1', thisDN: ' 1000 ' } });
    expect(lost('1000')).toBe(true);
    sdk.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1', thisDN: ' ' } });
    expect(lost('1000')).toBe(true);
    sdk.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1', thisDN: '1001' }, workStatusInfo: 7 });
    expect([lost('1000'), lost('1001')]).toEqual([true, false]);
  });
});

describe('a message of the service', () => {
  test.each(['EventReleased', 'EventOfTomorrow', 'switchhoo'])('is passed on under its name, and as one of all: %s', (messageID) => {
    const { sdk, passed } = bench();
    const message = { messageID };
    sdk.emitRaw(message);
    expect(passed).toEqual([
      [messageID, message],
      ['EventAgentAll', message],
    ]);
  });

  test.each(['switchhook:displaced', 'switchhook:', 'EventAgentAll'])('cannot pass for anything but a message: %s', (messageID) => {
    const { sdk, passed } = bench();
    const message = { messageID };
    sdk.emitRaw(message);
    expect(passed).toEqual([['EventAgentAll', message]]);
  });

  test('without a name is passed on as one of all, and reported', () => {
    const { sdk, passed, received } = bench();
    sdk.emitRaw(null);
    expect(passed).toEqual([['EventAgentAll', null]]);
    expect(received).toMatchObject([{ kind: 'malformed', messageID: null }]);
  });

  test('that is a measurement is read once, although it comes twice', () => {
    const { sdk, passed, received } = bench();
    sdk.emit('EventJanusLatency', { ping: 1 });
    expect(received).toMatchObject([{ kind: 'fact', fact: { type: 'network.measured' } }]);
    expect(passed.map(([eventName]) => eventName)).toEqual(['EventAgentAll', 'EventJanusLatency']);
  });

  test('that comes as a measurement and is something unknown is passed on, and says that the service is there', () => {
    const { sdk, passed, received } = bench();
    sdk.emitRaw({ messageID: 'EventOfTomorrow' }, 'EventJanusLatency');
    expect(received.map(({ kind }) => kind)).toEqual(['other', 'other']);
    expect(passed.map(([eventName]) => eventName)).toEqual(['EventOfTomorrow', 'EventAgentAll', 'EventJanusLatency']);
  });
});

describe('an SDK that says when its link is interrupted', () => {
  class Linked extends ScriptedSdk {
    readonly stopped: number[] = [];
    interrupt: () => void = () => undefined;
    onInterruption(listener: () => void): unknown {
      this.interrupt = listener;
      return () => this.stopped.push(1);
    }
  }

  test('is heard, until nobody listens any more', () => {
    const sdk = new Linked();
    const received: News[] = [];
    const stop = new SobotControl(sdk, () => undefined).subscribe((news) => received.push(news));
    sdk.interrupt();
    expect(received).toEqual([{ kind: 'fact', fact: { type: 'connection.interrupted' }, message: null, messageID: expect.any(String) }]);
    expect(sdk.stopped).toEqual([]);
    stop();
    expect(sdk.stopped).toEqual([1]);
  });

  test.each([
    ['gives nothing to stop by', () => undefined],
    ['gives something else to stop by', () => ({ stop: () => undefined })],
    [
      'throws when it is stopped',
      () => () => {
        throw new Error('stopped twice');
      },
    ],
  ])('and %s: the rest is stopped all the same', (_, onInterruption) => {
    const sdk = Object.assign(new ScriptedSdk(), { onInterruption });
    const stop = new SobotControl(sdk, () => undefined).subscribe(() => undefined);
    expect(sdk.handlerCount).toBe(2);
    stop();
    expect(sdk.handlerCount).toBe(0);
  });
});
