import { describe, expect, jest, test } from '@jest/globals';
import { SobotControl } from '../../adapters/sobot/sobot-control.js';
import { COMMANDS } from '../../machines/index.js';
import { DECLARATIONS, type Answer, type News } from '../../src/index.js';
import { ScriptedSdk } from '../support/bench/index.js';

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
    expect(succeeded.mock.calls).toEqual([[result, undefined]]);
    expect(failed).not.toHaveBeenCalled();
  });

  test('that says it is an error is a no', () => {
    const { succeeded, failed } = yes('queryAgents', { status: 'error', errorCode: '330049' });
    expect(failed.mock.calls).toMatchObject([[{ vendorCode: '330049' }]]);
    expect(succeeded).not.toHaveBeenCalled();
  });

  test('to login may name another login state than was asked for', () => {
    expect(yes('login', { agentState: '2', reasonCode: 12 }).succeeded.mock.calls).toMatchObject([
      [{ agentState: '2' }, { type: 'agent.loggedIn', reasonCode: 12 }],
    ]);
  });

  test.each([null, {}, 'x', { reasonCode: 'x' }])('to login of %p names none', (result) => {
    const { succeeded, failed } = yes('login', result);
    expect(succeeded.mock.calls).toEqual([[result, undefined]]);
    expect(failed).not.toHaveBeenCalled();
  });

  test('to another command names no login state, whatever is in it', () => {
    expect(yes('queryAgents', { agentState: '2' }).succeeded.mock.calls).toEqual([[{ agentState: '2' }, undefined]]);
  });
});

describe('a message of the service', () => {
  test.each(['EventReleased', 'EventOfTomorrow', 'switchhoo'])('is passed on under its name, and as one of all: %s', (messageID) => {
    const { sdk, passed } = bench();
    const message = { messageID };
    sdk.emitRaw(message);
    expect(passed).toEqual([[messageID, message], ['EventAgentAll', message]]);
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

  test('that comes as a measurement and is something unknown is passed on and no news', () => {
    const { sdk, passed, received } = bench();
    sdk.emitRaw({ messageID: 'EventOfTomorrow' }, 'EventJanusLatency');
    expect(received).toEqual([]);
    expect(passed.map(([eventName]) => eventName)).toEqual(['EventOfTomorrow', 'EventAgentAll', 'EventJanusLatency']);
  });
});
