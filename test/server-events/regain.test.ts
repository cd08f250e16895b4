import { describe, expect, test } from '@jest/globals';
import {
  Bench,
  benchAt,
  CUSTOMER,
  endOf,
  essence,
  NAMED_CALLS,
  PLACE_NAMES,
  type PlaceName,
  regain,
  START,
  STRANGER,
  THIRD,
} from '../support/bench/index.js';

const OTHER_CALL = { callID: 'call-9', callType: 'Outbound', otherDN: '13900139000' };
const SAME_CALL = { callID: 'call-1' };
const OPAQUE = [{}, { workStatus: '7' }, { workStatus: '' }, { workStatus: 'whatever' }, { workStatus: null }, { workStatus: 34 }];

describe('regained without a call', () => {
  test.each(PLACE_NAMES)('while %s: there is none', async (place) => {
    const bench = benchAt(place);
    const inFlight = bench.agent.can('hangup') ? bench.agent.hangup() : null;
    regain(bench);
    expect(bench.state()).toMatchObject({ call: null, consult: null, muted: false, pending: [], login: 'online' });
    expect(['idle', 'acw']).toContain(bench.state().work);
    if (inFlight !== null) expect(await endOf(inFlight)).toBe('SUPERSEDED');
  });

  test.each(NAMED_CALLS)('while %s: no call comes back by what was told of it before', (place) => {
    const bench = benchAt(place);
    bench.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' }, creationTime: START + 5000 });
    const before = essence(bench.state());
    for (const event of ['EventRinging', 'EventAgentHoldCall', 'EventAgentMute', 'EventReleased']) {
      bench.emit(event, { ...CUSTOMER, creationTime: START + 3000 });
    }
    expect(essence(bench.state())).toEqual(before);
  });

  test.each(NAMED_CALLS)('while %s: the call comes back when it is named again, because it was not mentioned and is not over', (place) => {
    for (const stamps of [{}, { creationTime: START + 5000 }]) {
      const bench = benchAt(place);
      bench.emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' }, creationTime: START + 3000 });
      bench.emit('EventAgentHoldCall', { ...CUSTOMER, ...stamps });
      expect(bench.state()).toMatchObject({ work: 'holding', call: CUSTOMER });
      bench.emit('EventReleased', CUSTOMER);
      expect(bench.state()).toMatchObject({ work: 'acw', call: null });
    }
  });

  test.each([null, {}, undefined])('and workStatusInfo %p: there is none', (workStatusInfo) => {
    const { emit, state } = benchAt('talking');
    emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' }, workStatusInfo });
    expect(state()).toMatchObject({ work: 'idle', call: null });
  });

  test.each(['talking', 'holding', 'ringing', 'calling'])('and the status %s: there is none', (workStatus) => {
    const bench = benchAt('talking');
    regain(bench, { workStatus });
    expect(bench.state()).toMatchObject({ work: 'idle', call: null });
  });

  test('in after-call work goes on with it, to the same deadline', () => {
    const bench = benchAt('acw', { bench: new Bench({ acw: { seconds: 60 } }) });
    bench.clock.increment(10_000);
    regain(bench);
    expect(bench.state()).toMatchObject({ work: 'acw', since: START, acw: { since: START, deadline: START + 60_000 } });
  });

  test.each(['ready', 'occupied', '1'])('in after-call work that the server calls %s is idle', (workStatus) => {
    const bench = benchAt('acw');
    regain(bench, { workStatus });
    expect(bench.state()).toMatchObject({ work: 'idle', acw: null });
  });

  test.each(['idle', 'talking'] as const)('and sorting is in after-call work, while %s', (place) => {
    const bench = benchAt(place);
    regain(bench, { workStatus: 'sorting' });
    expect(bench.state()).toMatchObject({ work: 'acw', call: null, acw: { since: START } });
  });
});

describe('regained with the call that is known', () => {
  test.each(NAMED_CALLS)('while %s: goes on as it was, whatever the status', (place) => {
    const bench = benchAt(place);
    const known = essence(bench.state());
    const { consult } = known;
    // The wire does not carry the phase: the third party may have answered during an outage.
    const before = consult?.phase === 'dialing' ? { ...known, consult: { ...consult, phase: 'unknown' } } : known;
    bench.clock.increment(1000);
    for (const info of [...OPAQUE, { workStatus: 'talking' }, { workStatus: 'holding' }]) {
      regain(bench, info, SAME_CALL);
      expect(essence(bench.state())).toEqual(before);
    }
    expect(bench.divergences).toEqual([]);
  });

  test.each(['talking', 'holding', 'consulting, connected', 'conferencing'] as const)('muted while %s stays so', (place) => {
    const bench = benchAt(place);
    bench.emit('EventAgentMute', CUSTOMER);
    regain(bench, {}, SAME_CALL);
    expect(bench.state().muted).toBe(true);
  });

  test('leaves the command for it in flight, and it can still be confirmed', async () => {
    const bench = benchAt('talking');
    const outcome = bench.agent.holdCall();
    regain(bench, {}, SAME_CALL);
    expect(bench.state().pending).toMatchObject([{ command: 'holdCall' }]);
    bench.emit('EventAgentHoldCall', CUSTOMER);
    expect(await endOf(outcome)).toBe('resolved');
  });

  test.each(['EventError', 'EventDtmfSent', 'EventAgentMute', 'EventAgentUnmute'])(
    'after a hold whose event was lost: is held, though %s has come since',
    (event) => {
      const bench = benchAt('talking');
      bench.emit('EventEstablished', { ...CUSTOMER, creationTime: START + 1000 });
      bench.emit(event, { ...CUSTOMER, creationTime: START + 3000 });
      regain(bench, { workStatus: 'holding', workStatusTimestamp: START + 2000 }, SAME_CALL);
      expect(bench.state().work).toBe('holding');
    },
  );

  test('after a hold whose event was lost: is held, though the regain itself is newer than that', () => {
    const bench = benchAt('talking');
    bench.emit('EventEstablished', { ...CUSTOMER, creationTime: START + 1000 });
    bench.emit('EventAgentRegainStatus', {
      creationTime: START + 5000,
      agentStateInfo: { agentState: '1', workStatus: 'holding', workStatusTimestamp: START + 2000 },
      workStatusInfo: SAME_CALL,
    });
    expect(bench.state().work).toBe('holding');
  });

  test('after a consult whose beginning was lost, of the same moment as the hold for it: is consulting', () => {
    const bench = benchAt('talking');
    bench.emit('EventAgentHoldCall', { ...CUSTOMER, creationTime: START + 2000 });
    regain(bench, { workStatus: 'consulting', workStatusTimestamp: START + 2000 }, SAME_CALL);
    expect(bench.state().work).toBe('consulting');
  });

  test('before which it was retrieved: is talking, though the server names an older status', () => {
    const bench = benchAt('holding');
    bench.emit('EventAgentRetrieveCall', { ...CUSTOMER, creationTime: START + 3000 });
    regain(bench, { workStatus: 'holding', workStatusTimestamp: START + 2000 }, SAME_CALL);
    expect(bench.state().work).toBe('talking');
  });

  test('learns of it what it did not know', () => {
    const bench = benchAt('talking');
    regain(bench, {}, { ...SAME_CALL, thisDN: '1000', loyalty: 'gold' });
    expect(bench.state().call).toMatchObject({ ...CUSTOMER, thisDN: '1000', loyalty: 'gold' });
  });
});

describe('regained with another call', () => {
  test.each(PLACE_NAMES)('while %s: is talking on it, where the server names no status', (place) => {
    for (const info of OPAQUE) {
      const bench = benchAt(place);
      regain(bench, info, OTHER_CALL);
      expect(bench.state()).toMatchObject({ work: 'talking', call: OTHER_CALL, consult: null, acw: null, muted: false });
      expect(bench.state().call?.establishedAt).toBe(START);
    }
  });

  test.each([
    ['talking', 'talking'],
    [' Holding ', 'holding'],
    ['dialing', 'dialing'],
    ['ringing', 'ringing'],
    ['conferencing', 'conferencing'],
    ['consulting', 'consulting'],
  ])('is as the server says: %p', (workStatus, work) => {
    for (const place of PLACE_NAMES) {
      const bench = benchAt(place);
      regain(bench, { workStatus }, OTHER_CALL);
      expect(bench.state()).toMatchObject({ work, call: OTHER_CALL, muted: false });
      expect(bench.state().consult === null).toBe(work !== 'consulting');
    }
  });

  test.each(['ready', 'occupied', 'sorting', '1'])('is talking where the status %p contradicts the call', (workStatus) => {
    const bench = benchAt('idle');
    regain(bench, { workStatus }, OTHER_CALL);
    expect(bench.state()).toMatchObject({ work: 'talking', call: OTHER_CALL });
  });

  test('is not muted because the last one was', () => {
    const bench = benchAt('talking');
    bench.emit('EventAgentMute', CUSTOMER);
    regain(bench, {}, OTHER_CALL);
    expect(bench.state().muted).toBe(false);
  });

  test('while calling: what was in flight comes to nothing', async () => {
    const bench = benchAt('calling');
    const outcome = bench.agent.hangup();
    regain(bench, {}, OTHER_CALL);
    expect(bench.state()).toMatchObject({ pending: [], waiting: [] });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
  });

  test.each<readonly [PlaceName, string]>([
    ['ringing', 'ringing'],
    ['talking', 'holding'],
    ['holding', 'holding'],
    ['conferencing', 'holding'],
  ])(
    'while %s: of the known one it says nothing, which waits, and what was in flight for it can still be confirmed',
    async (place, work) => {
      const bench = benchAt(place);
      const outcome = bench.agent.hangup();
      regain(bench, {}, OTHER_CALL);
      expect(bench.state()).toMatchObject({ work: 'talking', call: OTHER_CALL, pending: [{ command: 'hangup' }] });
      expect(bench.state().waiting).toMatchObject([{ callID: CUSTOMER.callID, work }]);
      bench.emit('EventReleased', CUSTOMER);
      expect(await endOf(outcome)).toBe('resolved');
      expect(bench.state()).toMatchObject({ work: 'talking', call: OTHER_CALL, waiting: [], pending: [] });
    },
  );

  test('while consulting: both legs wait, and end one by one', () => {
    const bench = benchAt('consulting, connected');
    regain(bench, {}, OTHER_CALL);
    expect(bench.state()).toMatchObject({ work: 'talking', call: OTHER_CALL, consult: null });
    expect(bench.state().waiting.map(({ partyID, work }) => [partyID, work])).toEqual([
      [CUSTOMER.partyID, 'holding'],
      [THIRD.partyID, 'holding'],
    ]);
    bench.emit('EventReleased', THIRD);
    expect(bench.state().waiting.map(({ partyID }) => partyID)).toEqual([CUSTOMER.partyID]);
    bench.emit('EventReleased', CUSTOMER);
    expect(bench.state()).toMatchObject({ work: 'talking', call: OTHER_CALL, waiting: [] });
  });

  test('can be talked on, held and ended', () => {
    const bench = benchAt('idle');
    regain(bench, { workStatus: '7' }, { ...STRANGER, partyID: undefined });
    bench.emit('EventAgentHoldCall', STRANGER);
    expect(bench.state().work).toBe('holding');
    bench.emit('EventReleased', STRANGER);
    expect(bench.state().work).toBe('acw');
  });

  test('shows the third party, where the server names one', () => {
    const bench = benchAt('idle');
    regain(bench, { workStatus: 'consulting' }, { ...OTHER_CALL, thirdDN: ' 1002 ' });
    expect(bench.state().consult).toMatchObject({ target: '1002' });
  });
});

describe('the login state that is regained', () => {
  test.each([
    [{ agentState: '1' }, { login: 'online', reasonCode: null }],
    [
      { agentState: ' 1 ', reasonCode: '0' },
      { login: 'online', reasonCode: null },
    ],
    [{ agentState: 2 }, { login: 'dnd', reasonCode: 2 }],
    [
      { agentState: '2', reasonCode: '2' },
      { login: 'dnd', reasonCode: 2 },
    ],
    [
      { agentState: '2', reasonCode: '16' },
      { login: 'break', reasonCode: 16 },
    ],
    [
      { agentState: '2', reasonCode: '98' },
      { login: 'locked', reasonCode: null },
    ],
    [
      { agentState: '2', workStatus: 'locking' },
      { login: 'locked', reasonCode: null },
    ],
    [{ agentState: '0' }, { login: 'offline', reasonCode: null }],
  ])('%j is %j, from every place', (agentStateInfo, expected) => {
    for (const place of PLACE_NAMES) {
      const bench = benchAt(place);
      bench.emit('EventAgentRegainStatus', { agentStateInfo });
      expect(bench.state()).toMatchObject({ ...expected, connection: 'connected', call: null });
    }
  });

  test.each(['initAgent in flight', 'nothing asked', 'displaced'])('connects the page, with %s', async (how) => {
    const bench = how === 'displaced' ? benchAt('talking') : new Bench();
    const outcome = how === 'initAgent in flight' ? bench.agent.initAgent({ token: 't', companyId: 'c', agent: 'a' }) : null;
    if (how === 'displaced') bench.emit('EventAgentConnectionChanged');
    regain(bench, { agentState: '2', reasonCode: '12' }, OTHER_CALL);
    expect(bench.state()).toMatchObject({ connection: 'connected', login: 'break', reasonCode: 12, work: 'talking', call: OTHER_CALL });
    if (outcome !== null) {
      bench.sdk.succeed('initAgent');
      expect(await endOf(outcome)).toBe('resolved');
      expect(bench.state()).toMatchObject({ connection: 'connected', login: 'break', work: 'talking', call: OTHER_CALL });
    }
    expect(bench.divergences).toEqual([]);
  });
});
