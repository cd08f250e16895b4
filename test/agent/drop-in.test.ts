import { describe, expect, jest, test } from '@jest/globals';
import { SOBOT_METHODS, createSobotAgent } from '../../adapters/sobot/index.js';
import { Bench, benchAt, CUSTOMER, ScriptedSdk, turns } from '../support/bench/index.js';

describe('what createSobotAgent returns', () => {
  const agent = createSobotAgent(new ScriptedSdk());

  test("has the methods of the vendor's page, each as a method", () => {
    for (const method of SOBOT_METHODS) expect(typeof agent[method]).toBe('function');
  });

  test('has on top of them exactly what the contract names', () => {
    const more = Object.keys(agent).filter((name) => !(SOBOT_METHODS as readonly string[]).includes(name));
    expect(more.sort()).toEqual(['@@observable', 'actor', 'can', 'dispose', 'getSnapshot', 'subscribe', 'whyNot']);
  });

  test('works with its methods taken off it', async () => {
    const bench = benchAt('talking');
    const { holdCall, on, off, can, whyNot, getSnapshot, subscribe, dispose } = bench.agent;
    const heard: unknown[] = [];
    const handler = (message: unknown) => heard.push(message);
    on('EventHeld', handler);
    const unsubscribe = subscribe(() => heard.push('state'));
    expect([can('holdCall'), whyNot('holdCall')]).toEqual([true, null]);
    void holdCall();
    bench.customer('EventHeld');
    expect(getSnapshot().work).toBe('holding');
    off('EventHeld', handler);
    unsubscribe();
    expect(heard).toHaveLength(3);
    dispose();
  });

  test('calls the methods of the SDK on the SDK', () => {
    const bench = benchAt('talking');
    const holdCall = jest.fn(function (this: unknown) {
      return this;
    });
    Object.assign(bench.sdk, { holdCall });
    bench.leave('holdCall');
    expect(holdCall.mock.contexts).toEqual([bench.sdk]);
  });

  test('returns a promise from every command, whatever becomes of it', async () => {
    for (const bench of [new Bench(), benchAt('talking')]) {
      for (const method of SOBOT_METHODS) {
        if (method === 'on' || method === 'off') continue;
        const outcome = bench.send(method);
        expect(outcome).toBeInstanceOf(Promise);
        outcome.catch(() => undefined);
      }
    }
    await turns();
  });

  test('is not fooled by an SDK that lacks on or off', () => {
    for (const sdk of [null, undefined, {}, 5, 'sdk', { on: () => {} }, { off: () => {} }]) {
      expect(() => createSobotAgent(sdk as never)).toThrow(/switchhook.*sdk/);
    }
  });

  test('two agents on two SDKs know nothing of each other', () => {
    const one = benchAt('talking');
    const two = new Bench();
    expect(two.state()).toMatchObject({ connection: 'uninitialized', login: 'offline', work: 'idle' });
    expect(one.state().work).toBe('talking');
  });
});

describe('the order of subscribing and connecting', () => {
  test('EventAgentAll is subscribed before initAgent is forwarded', () => {
    const { sdk, agent } = new Bench();
    void agent.initAgent({ token: 't', companyId: 'c', agent: '1005' });
    const index = (method: string, eventName?: string) =>
      sdk.calls.findIndex((call) => call.method === method && (!eventName || call.parameters?.['eventName'] === eventName));
    expect(index('on', 'EventAgentAll')).toBeGreaterThanOrEqual(0);
    expect(index('on', 'EventAgentAll')).toBeLessThan(index('initAgent'));
  });

  test('a regain event that comes within initAgent is not lost', () => {
    const bench = new Bench();
    const regain = {
      agentStateInfo: { agentState: '1' },
      workStatusInfo: { callID: 'call-1', callType: 'Inbound' },
    };
    Object.assign(bench.sdk, { initAgent: () => bench.sdk.emit('EventAgentRegainStatus', regain) });
    const heard: unknown[] = [];
    bench.agent.on('EventAgentRegainStatus', (message) => heard.push(message));
    bench.leave('initAgent');
    expect(bench.state()).toMatchObject({ connection: 'connected', login: 'online', work: 'talking' });
    expect(heard).toHaveLength(1);
  });
});

describe('code written for the bare SDK', () => {
  test('runs a day of work unchanged', async () => {
    const bench = new Bench();
    // From here to the end: the vendor's page, with the one line changed.
    const agent = bench.agent;
    const log: string[] = [];
    void agent
      .on('EventAgentAll', (message) => log.push(`all ${message.messageID}`))
      .on('EventRinging', (message) => {
        log.push(`ringing ${String(message['otherDN'])}`);
        void agent.answer();
      })
      .initAgent({ token: ' t ', companyId: ' c ', agent: ' 1005 ', agentType: ' 0 ', success: () => log.push('connected') });
    bench.sdk.succeed('initAgent');
    void agent.login({ phoneType: 'webrtc', bindExt: '', agentState: '1', success: ({ status }) => log.push(`login ${status}`) });
    bench.sdk.succeed('login', { agentState: '1' });
    await turns();
    bench.customer('EventRinging', { otherDN: '13900001111' });
    bench.customer('EventEstablished');
    void agent.sendDtmf({ dtmfDigits: '801#' });
    bench.customer('EventDtmfSent');
    void agent.hangup();
    bench.customer('EventReleased');
    void agent.completeACW();
    bench.sdk.emit('EventAgentReady');
    void agent.logout({ success: () => log.push('bye') });
    bench.sdk.succeed('logout');
    await turns();
    expect(bench.sdk.sent).toEqual(['initAgent', 'login', 'answer', 'sendDtmf', 'hangup', 'completeACW', 'logout']);
    expect(log).toEqual([
      'connected',
      'login success',
      'ringing 13900001111',
      'all EventRinging',
      'all EventEstablished',
      'all EventDtmfSent',
      'all EventReleased',
      'all EventAgentReady',
      'bye',
    ]);
    expect(bench.state()).toMatchObject({ login: 'offline', work: 'idle' });
  });

  test('gets the message objects of the vendor, the very same, unknown events included', () => {
    const bench = benchAt('idle');
    const heard: unknown[] = [];
    const messages = [
      { messageID: 'EventRinging', ...CUSTOMER, attributeOfTomorrow: { deep: 1 } },
      { messageID: 'EventOfTomorrow', any: 'thing' },
      { messageID: 'EventTierAdded' },
    ];
    bench.agent.on('EventAgentAll', (message) => heard.push(message));
    bench.agent.on('EventOfTomorrow', (message) => heard.push(message));
    for (const message of messages) bench.sdk.emitRaw(message, message.messageID);
    expect(heard).toHaveLength(4);
    expect(heard[0]).toBe(messages[0]);
    expect(heard[1]).toBe(messages[1]);
    expect(heard[2]).toBe(messages[1]);
    expect(bench.state().call?.['attributeOfTomorrow']).toEqual({ deep: 1 });
  });
});
