import { describe, expect, test } from '@jest/globals';
import { readyScene } from '../simulator/support/scenes.js';
import { CUSTOMER, openFloor } from '../simulator/support/floor.js';
import { Bench, benchAt, CUSTOMER as LEG } from '../support/bench/index.js';
import { CONTRACT } from './contract-data.js';
import { covers } from './covers.js';

describe('every event of the vendor', () => {
  /** The part of the state that each event of the page changes, told to an agent who is in DND and idle. */
  const CHANGES: Readonly<Record<string, readonly [attributes: object, change: object]>> = {
    EventAgentRegainStatus: [{ agentStateInfo: { agentState: '2', reasonCode: '12' } }, { login: 'break', reasonCode: 12 }],
    EventAgentConnectionChanged: [{}, { connection: 'displaced', login: 'offline', call: null }],
    EventAgentReady: [{}, { login: 'online', reasonCode: null }],
    EventAgentNotReady: [{ reasonCode: 15 }, { login: 'break', reasonCode: 15 }],
    EventDialing: [
      { ...LEG, callType: 'Outbound' },
      { work: 'dialing', call: { callID: LEG.callID } },
    ],
    EventRinging: [LEG, { work: 'ringing', call: { callID: LEG.callID } }],
    EventJanusLatency: [{ ping: 31, quality: 'c' }, { network: { ping: 31, quality: 'c' } }],
  };

  test.each(
    covers(
      'event EventAgentRegainStatus',
      'event EventAgentConnectionChanged: the agent was forced off this end',
      'event EventAgentReady',
      'event EventAgentNotReady',
      'event EventDialing',
      'event EventRinging',
      'event EventJanusLatency: webrtc only',
    ),
  )('%s: changes the state before its handler hears it', (item) => {
    const name = /^event (\w+)/.exec(item)![1]!;
    const [attributes, change] = CHANGES[name]!;
    const bench = benchAt('idle', { standing: 'connected, dnd 2' });
    const heard: unknown[] = [];
    bench.agent.on(name, (message) => heard.push([message.messageID, bench.state()]));
    expect(bench.state()).not.toMatchObject(change);
    bench.sdk.emit(name, { ...attributes });
    expect(bench.state()).toMatchObject(change);
    expect(heard).toEqual([[name, bench.state()]]);
  });

  test('EventAgentAll is the name of a subscription: its handler is told which event it was', () => {
    covers('event EventAgentAll, subscription: not a message: subscribes to all; messageID tells which');
    const bench = benchAt('idle');
    const heard: string[] = [];
    bench.agent.on('EventAgentAll', ({ messageID }) => heard.push(messageID));
    const messages = CONTRACT.events.map(({ name }) => name).filter((name) => name !== 'EventAgentAll');
    for (const name of messages) bench.sdk.emit(name, { ...LEG, agentStateInfo: { agentState: '1' } });
    expect(heard).toEqual(messages);
  });

  test('a measurement of the network comes with a web phone only', () => {
    covers('event EventJanusLatency: webrtc only');
    const floor = openFloor({ latencyReportSeconds: 5 });
    const [web, sip, phone] = [
      floor.signIn('1001'),
      floor.signIn('1002', { phoneType: 'sip' }),
      floor.signIn('1003', { phoneType: 'pstn' }),
    ];
    floor.pass(20_000);
    expect(new Set(web.news())).toEqual(new Set(['EventJanusLatency']));
    expect([sip.news(), phone.news()]).toEqual([[], []]);
  });
});

describe('every value of a measurement', () => {
  test.each(
    covers(
      'EventJanusLatency quality "e"',
      'EventJanusLatency quality "d"',
      'EventJanusLatency quality "c"',
      'EventJanusLatency quality "b"',
      'EventJanusLatency quality "a"',
    ),
  )('%s', (item) => {
    const quality: unknown = JSON.parse(item.split(' ').at(-1)!);
    const bench = benchAt('talking');
    bench.sdk.emit('EventJanusLatency', { ping: 20, quality });
    expect(bench.state().network?.quality).toBe(quality);
  });

  test('the letters go from very good, e, to very poor, a', () => {
    covers(
      'EventJanusLatency quality note: the text orders them from very good (e) to very poor (a), though it words d and c out of order',
      'EventJanusLatency ping unit ms',
      'EventJanusLatency jitter unit ms',
    );
    const floor = openFloor({ latencyReportSeconds: 1 });
    const desk = floor.signIn('1001');
    floor.pass(600_000);
    const measured = desk.messages.filter(({ messageID }) => messageID === 'EventJanusLatency') as unknown as {
      readonly ping: number;
      readonly jitter: number;
      readonly quality: string;
    }[];
    const worst = (quality: string) => Math.max(0, ...measured.filter((one) => one.quality === quality).map(({ ping }) => ping));
    const best = (quality: string) => Math.min(Infinity, ...measured.filter((one) => one.quality === quality).map(({ ping }) => ping));
    const seen = ['e', 'd', 'c', 'b', 'a'].filter((quality) => measured.some((one) => one.quality === quality));
    expect(seen.length).toBeGreaterThan(1);
    for (const [index, quality] of seen.slice(1).entries()) expect(best(quality)).toBeGreaterThanOrEqual(worst(seen[index]!));
    // In ms: a network that is not broken stays below some seconds, and above what a fraction of a second in s would be.
    for (const { ping, jitter } of measured) {
      expect(ping).toBeGreaterThanOrEqual(1);
      expect(ping).toBeLessThan(10_000);
      expect(jitter).toBeLessThan(10_000);
    }
  });
});

describe('every value with which an agent is regained', () => {
  /** The part of the state that shows that the value has been understood. */
  const UNDERSTOOD: Readonly<Record<string, (value: string) => object>> = {
    agentState: (value) => ({ login: value === '1' ? 'online' : 'dnd' }),
    reasonCode: (value) => ({ login: value === '2' ? 'dnd' : 'break', reasonCode: Number(value) }),
    // How the page was initialised, and where calls are answered: nothing depends on them.
    agentType: () => ({ login: 'online', work: 'idle' }),
    phoneType: () => ({ login: 'online', work: 'idle' }),
  };

  test.each(
    covers(
      'EventAgentRegainStatus agentStateInfo.agentType "0"',
      'EventAgentRegainStatus agentStateInfo.agentType "1"',
      'EventAgentRegainStatus agentStateInfo.phoneType "sip"',
      'EventAgentRegainStatus agentStateInfo.phoneType "pstn"',
      'EventAgentRegainStatus agentStateInfo.phoneType "webrtc"',
      'EventAgentRegainStatus agentStateInfo.agentState "1"',
      'EventAgentRegainStatus agentStateInfo.agentState "2"',
      'EventAgentRegainStatus agentStateInfo.reasonCode "2"',
      'EventAgentRegainStatus agentStateInfo.reasonCode "11"',
      'EventAgentRegainStatus agentStateInfo.reasonCode "12"',
      'EventAgentRegainStatus agentStateInfo.reasonCode "13"',
      'EventAgentRegainStatus agentStateInfo.reasonCode "14"',
      'EventAgentRegainStatus agentStateInfo.reasonCode "15"',
      'EventAgentRegainStatus agentStateInfo.reasonCode "16"',
      'EventAgentRegainStatus agentStateInfo.reasonCode "17"',
      'EventAgentRegainStatus agentStateInfo.reasonCode "18"',
    ),
  )('%s', (item) => {
    const [, name = '', text = ''] = /agentStateInfo\.(\w+) (".+")$/.exec(item) ?? [];
    const value = JSON.parse(text) as string;
    for (const form of [value, ` ${value} `, ...(/^\d+$/.test(value) ? [Number(value)] : [])]) {
      const bench = new Bench();
      const heard: unknown[] = [];
      bench.agent.on('EventAgentRegainStatus', ({ agentStateInfo }) => heard.push(Reflect.get(agentStateInfo, name)));
      bench.leave('initAgent');
      bench.sdk.emit('EventAgentRegainStatus', {
        agentStateInfo: { agentState: name === 'reasonCode' ? '2' : '1', [name]: form },
      });
      expect(bench.state()).toMatchObject(UNDERSTOOD[name]!(value));
      expect(heard).toEqual([form]);
    }
  });

  test.each(
    covers('EventAgentRegainStatus workStatusInfo.callType "Outbound"', 'EventAgentRegainStatus workStatusInfo.callType "Inbound"'),
  )('%s', (item) => {
    const callType: unknown = JSON.parse(item.split(' ').at(-1)!);
    const { desk, customer, centre, rest, open } = readyScene();
    if (callType === 'Outbound') desk.run('makeCall', { otherDN: CUSTOMER });
    else customer.dial('1001');
    rest();
    const page = open('1001');
    const message = page.last('EventAgentRegainStatus');
    expect(message).toMatchObject({ workStatusInfo: { callType, callID: centre.truth('1001').call?.callID } });
    const bench = new Bench();
    bench.leave('initAgent');
    bench.sdk.emitRaw(message, message.messageID);
    expect(bench.state()).toMatchObject({ call: { callType }, work: callType === 'Outbound' ? 'dialing' : 'ringing' });
  });

  test('without workStatusInfo the agent is on no call, whatever was known', () => {
    covers('EventAgentRegainStatus workStatusInfo note: absent: the agent is not on a call');
    const bench = benchAt('talking');
    bench.sdk.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' } });
    expect(bench.state()).toMatchObject({ work: 'idle', call: null });
  });
});
