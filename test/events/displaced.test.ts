import { describe, expect, test } from '@jest/globals';
import type { CommandName } from '../../adapters/sobot/index.js';
import { connect, CUSTOMER, deskIn, endOf, essence, newDesk, SITUATION_NAMES, START, type Desk } from '../support/desk.js';

const FORCED = { targetAgentID: '1006' };
const PARAMETERS: { readonly [Name in CommandName]?: object } = {
  initAgent: { token: 't', companyId: 'c', agent: '1005' },
  login: { phoneType: 'webrtc', bindExt: '1000' },
  notReady: { reasonCode: 12 },
  makeCall: { otherDN: '13800138000' },
  singleTransfer: { targetType: '0', target: '1002' },
  initiateConsult: { targetType: '0', target: '1002' },
  sendDtmf: { dtmfDigits: '1' },
  delayACW: { delayTime: 60 },
  setRoute: { explicitRule: '1' },
  forceLogout: FORCED,
  forceBusy: FORCED,
  forceReady: FORCED,
};

/** Sends every command that is allowed, one after the other, as long as there is one left. */
function sendAll({ agent, state }: Desk, except: readonly string[] = []): Map<string, Promise<unknown>> {
  const sent = new Map<string, Promise<unknown>>();
  for (;;) {
    const next = state().allowed.find((name) => name !== 'on' && name !== 'off' && !sent.has(name) && !except.includes(name));
    if (next === undefined) return sent;
    const command = agent[next as 'hangup'] as (parameters?: object) => Promise<unknown>;
    sent.set(next, command(PARAMETERS[next as CommandName]));
  }
}

const GONE = {
  connection: 'displaced', login: 'offline', reasonCode: null, work: 'idle',
  call: null, consult: null, acw: null, muted: false, pending: [], network: null,
};

describe('displaced by another end', () => {
  test.each(SITUATION_NAMES)('while %s, with everything in flight: all of it rejects DISPLACED', async (situation) => {
    const desk = deskIn(situation);
    const outcomes = sendAll(desk);
    const inFlight = desk.state().pending.map(({ command }) => command);
    expect(inFlight.length).toBeGreaterThan(8);
    desk.emit('EventAgentConnectionChanged');
    const ends = await Promise.all([...outcomes].map(async ([name, outcome]) => [name, await endOf(outcome)]));
    expect(ends).toEqual([...outcomes.keys()].map((name) => [name, 'DISPLACED']));
  });

  test.each(SITUATION_NAMES)('while %s: offline and without a call, and nothing signs in again', (situation) => {
    const desk = deskIn(situation, { acw: { seconds: 60 } });
    desk.emit('EventJanusLatency', { ping: 1, quality: 'e' });
    sendAll(desk);
    const sent = desk.sdk.calls.length;
    desk.emit('EventAgentConnectionChanged');
    expect(desk.state()).toMatchObject(GONE);
    desk.clock.increment(3_600_000);
    expect(desk.state()).toMatchObject(GONE);
    expect(desk.sdk.calls).toHaveLength(sent);
    expect(desk.divergences).toEqual([]);
  });

  test.each(SITUATION_NAMES)('while %s: initAgent and login take the agent back, and nothing else is possible', (situation) => {
    const desk = deskIn(situation);
    desk.emit('EventAgentConnectionChanged');
    expect(desk.state().allowed).toEqual(['initAgent', 'login', 'on', 'off']);
  });

  test.each(SITUATION_NAMES)('while %s: late answers to what was in flight change nothing', (situation) => {
    const desk = deskIn(situation);
    const names = [...sendAll(desk).keys()] as CommandName[];
    desk.emit('EventAgentConnectionChanged');
    const before = desk.state();
    for (const name of names) {
      const { success } = desk.sdk.lastCall(name).parameters ?? {};
      if (typeof success === 'function') desk.sdk.succeed(name, { agentState: '1' });
    }
    expect(desk.state()).toBe(before);
  });

  test.each(SITUATION_NAMES)('while %s: what is told of its call afterwards changes nothing', (situation) => {
    const desk = deskIn(situation);
    desk.emit('EventDialing', CUSTOMER);
    desk.emit('EventAgentConnectionChanged');
    const before = essence(desk.state());
    for (const event of ['EventEstablished', 'EventAgentHoldCall', 'EventReleased', 'EventAgentMute']) desk.emit(event, CUSTOMER);
    expect(essence(desk.state())).toEqual(before);
  });

  test('before the page was ever connected', () => {
    const desk = newDesk();
    desk.emit('EventAgentConnectionChanged');
    expect(desk.state()).toMatchObject({ connection: 'displaced', login: 'offline' });
  });

  test('while the page connects: initAgent rejects, and its late answer changes nothing', async () => {
    const desk = newDesk();
    const outcome = desk.agent.initAgent({ token: 't', companyId: 'c', agent: 'a' });
    desk.emit('EventAgentConnectionChanged');
    expect(await endOf(outcome)).toBe('DISPLACED');
    desk.sdk.succeed('initAgent');
    expect(desk.state().connection).toBe('displaced');
  });

  test('while the agent logs in: login rejects, and its late answer changes nothing', async () => {
    const desk = newDesk();
    connect(desk);
    const outcome = desk.agent.login({ phoneType: 'sip', bindExt: '1000' });
    desk.emit('EventAgentConnectionChanged');
    expect(await endOf(outcome)).toBe('DISPLACED');
    desk.sdk.succeed('login', { agentState: '1' });
    expect(desk.state()).toMatchObject({ connection: 'displaced', login: 'offline' });
  });

  test('and taken back by a login of one\'s own', () => {
    const desk = deskIn('talking');
    desk.emit('EventAgentConnectionChanged');
    void desk.agent.login({ phoneType: 'sip', bindExt: '1000', agentState: '1' });
    desk.sdk.succeed('login', { agentState: '1' });
    expect(desk.state()).toMatchObject({ connection: 'connected', login: 'online', work: 'idle' });
  });

  test('a regain from before that, by its creationTime, does not sign in again', () => {
    const desk = deskIn('idle');
    desk.emit('EventAgentConnectionChanged', { creationTime: START + 2000 });
    desk.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' }, creationTime: START + 1000 });
    expect(desk.state()).toMatchObject(GONE);
  });

  test('twice: the second changes nothing', () => {
    const desk = deskIn('talking');
    desk.emit('EventAgentConnectionChanged');
    const before = desk.state();
    desk.clock.increment(1000);
    desk.emit('EventAgentConnectionChanged');
    expect(essence(desk.state())).toEqual(essence(before));
  });
});
