import { describe, expect, test } from '@jest/globals';
import type { CommandName } from '../../adapters/sobot/index.js';
import { Bench, benchAt, connect, CUSTOMER, endOf, essence, PLACE_NAMES, START } from '../support/bench/index.js';

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
function sendAll({ agent, state }: Bench, except: readonly string[] = []): Map<string, Promise<unknown>> {
  const sent = new Map<string, Promise<unknown>>();
  for (;;) {
    const next = state().allowed.find((name) => name !== 'on' && name !== 'off' && !sent.has(name) && !except.includes(name));
    if (next === undefined) return sent;
    const command = agent[next as 'hangup'] as (parameters?: object) => Promise<unknown>;
    sent.set(next, command(PARAMETERS[next as CommandName]));
  }
}

/** Their own answers tell whether this page has won. */
const TAKING_OVER = ['initAgent', 'login'];

const GONE = {
  connection: 'displaced',
  login: 'offline',
  reasonCode: null,
  work: 'idle',
  call: null,
  consult: null,
  acw: null,
  muted: false,
  pending: [],
  network: null,
};

describe('displaced by another end', () => {
  test.each(PLACE_NAMES)(
    'while %s, with everything in flight: all of it rejects DISPLACED, but for an own login or initAgent',
    async (place) => {
      const bench = benchAt(place, { bench: new Bench({ confirm: { sendDtmf: 'event' } }) });
      const outcomes = sendAll(bench);
      const inFlight = bench.state().pending.map(({ command }) => command);
      expect(inFlight.length).toBeGreaterThan(8);
      bench.emit('EventAgentConnectionChanged');
      const ends = await Promise.all([...outcomes].map(async ([name, outcome]) => [name, await endOf(outcome)]));
      expect(ends).toEqual([...outcomes.keys()].map((name) => [name, TAKING_OVER.includes(name) ? 'pending' : 'DISPLACED']));
    },
  );

  test.each(PLACE_NAMES)('while %s: offline and without a call, and nothing signs in again', (place) => {
    const bench = benchAt(place, { bench: new Bench({ acw: { seconds: 60 } }) });
    bench.emit('EventJanusLatency', { ping: 1, quality: 'e' });
    sendAll(bench, TAKING_OVER);
    const sent = bench.sdk.calls.length;
    bench.emit('EventAgentConnectionChanged');
    expect(bench.state()).toMatchObject(GONE);
    bench.clock.increment(3_600_000);
    expect(bench.state()).toMatchObject(GONE);
    expect(bench.sdk.calls).toHaveLength(sent);
    expect(bench.divergences).toEqual([]);
  });

  test.each(PLACE_NAMES)('while %s: initAgent and login take the agent back, and nothing else is possible', (place) => {
    const bench = benchAt(place);
    bench.emit('EventAgentConnectionChanged');
    expect(bench.state().allowed).toEqual(['initAgent', 'login', 'on', 'off']);
  });

  test.each(PLACE_NAMES)('while %s: late answers to what was in flight change nothing', (place) => {
    const bench = benchAt(place);
    const names = [...sendAll(bench, TAKING_OVER).keys()] as CommandName[];
    bench.emit('EventAgentConnectionChanged');
    const before = bench.state();
    for (const name of names) {
      const { success } = bench.sdk.lastCall(name).parameters ?? {};
      if (typeof success === 'function') bench.sdk.succeed(name, { agentState: '1' });
    }
    expect(bench.state()).toBe(before);
  });

  test.each(PLACE_NAMES)('while %s: what is told of its call afterwards changes nothing', (place) => {
    const bench = benchAt(place);
    bench.emit('EventDialing', CUSTOMER);
    bench.emit('EventAgentConnectionChanged');
    const before = essence(bench.state());
    for (const event of ['EventEstablished', 'EventAgentHoldCall', 'EventReleased', 'EventAgentMute']) bench.emit(event, CUSTOMER);
    expect(essence(bench.state())).toEqual(before);
  });

  test('before the page was ever connected', () => {
    const bench = new Bench();
    bench.emit('EventAgentConnectionChanged');
    expect(bench.state()).toMatchObject({ connection: 'displaced', login: 'offline' });
  });

  test('while the page connects: initAgent waits for its own answer', async () => {
    const bench = new Bench();
    const outcome = bench.agent.initAgent({ token: 't', companyId: 'c', agent: 'a' });
    bench.emit('EventAgentConnectionChanged');
    expect(await endOf(outcome)).toBe('pending');
    bench.sdk.succeed('initAgent');
    expect(await endOf(outcome)).toBe('resolved');
    expect(bench.state()).toMatchObject({ connection: 'connected', login: 'offline' });
  });

  test('while the page connects, and initAgent is refused: displaced', async () => {
    const bench = new Bench();
    const outcome = bench.agent.initAgent({ token: 't', companyId: 'c', agent: 'a' });
    bench.emit('EventAgentConnectionChanged');
    bench.sdk.fail('initAgent');
    expect(await endOf(outcome)).toBe('REJECTED');
    expect(bench.state()).toMatchObject({ connection: 'displaced', login: 'offline' });
  });

  test('while the agent logs in: login waits for its own answer, and its success means that this page has won', async () => {
    const bench = new Bench();
    connect(bench);
    const outcome = bench.agent.login({ phoneType: 'sip', bindExt: '1000' });
    bench.emit('EventAgentConnectionChanged');
    expect(bench.state().login).toBe('loggingIn');
    expect(await endOf(outcome)).toBe('pending');
    bench.sdk.succeed('login', { agentState: '1' });
    expect(await endOf(outcome)).toBe('resolved');
    expect(bench.state()).toMatchObject({ connection: 'connected', login: 'online' });
  });

  test("while the agent logs in, and the login is refused: what came meanwhile was the other end's", async () => {
    const bench = new Bench();
    connect(bench);
    const outcome = bench.agent.login({ phoneType: 'sip', bindExt: '1000' });
    bench.emit('EventAgentConnectionChanged');
    bench.emit('EventAgentReady');
    bench.emit('EventRinging', CUSTOMER);
    bench.sdk.fail('login');
    expect(await endOf(outcome)).toBe('REJECTED');
    expect(bench.state()).toMatchObject(GONE);
  });

  test("and taken back by a login of one's own", () => {
    const bench = benchAt('talking');
    bench.emit('EventAgentConnectionChanged');
    void bench.agent.login({ phoneType: 'sip', bindExt: '1000', agentState: '1' });
    bench.sdk.succeed('login', { agentState: '1' });
    expect(bench.state()).toMatchObject({ connection: 'connected', login: 'online', work: 'idle' });
  });

  test('a regain from before that, by its creationTime, does not sign in again', () => {
    const bench = benchAt('idle');
    bench.emit('EventAgentConnectionChanged', { creationTime: START + 2001 });
    bench.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' }, creationTime: START + 1000 });
    expect(bench.state()).toMatchObject(GONE);
  });

  test('twice: the second changes nothing', () => {
    const bench = benchAt('talking');
    bench.emit('EventAgentConnectionChanged');
    const before = bench.state();
    bench.clock.increment(1000);
    bench.emit('EventAgentConnectionChanged');
    expect(essence(bench.state())).toEqual(essence(before));
  });
});
