import { describe, expect, test } from '@jest/globals';
import {
  Bench,
  benchAt,
  CUSTOMER,
  NAMED_CALLS,
  PARAMETERS,
  PageStorage,
  type PlaceName,
  regain,
  reload,
  ScriptedSdk,
  signIn,
  START,
  THIRD,
} from '../support/bench/index.js';

const SAME_CALL = { callID: 'call-1', callType: 'Inbound', otherDN: '13800138000' };
const ESTABLISHED: readonly PlaceName[] = ['talking', 'holding', 'consulting, not connected', 'consulting, connected', 'conferencing'];

describe('the page is loaded anew during a call', () => {
  test.each(NAMED_CALLS)('while %s: it goes on as it was', (place) => {
    for (const info of [{}, { workStatus: '7' }, { workStatus: 'talking' }]) {
      const storage = new PageStorage();
      const before = benchAt(place, { bench: new Bench({ storage }) });
      const { work, consult, call } = before.state();
      before.clock.increment(5000);
      const bench = reload(before, { storage });
      expect(bench.state()).toMatchObject({ work: 'idle', call: null });
      regain(bench, info, SAME_CALL);
      expect(bench.state()).toMatchObject({ work, login: 'online', pending: [] });
      expect(bench.state().call).toMatchObject({
        callID: 'call-1',
        partyID: call!.partyID,
        establishedAt: call!.establishedAt,
        otherDN: '13800138000',
      });
      // The wire does not carry the phase: a consult that was dialing may have been answered meanwhile.
      expect(bench.state().consult?.phase).toBe(consult?.phase === 'dialing' ? 'unknown' : consult?.phase);
      expect(bench.divergences).toEqual([]);
    }
  });

  // Found by sequence 3,653,60,f52,823: the hold was never told, and what was known came of a regain without a later event.
  test('where the call is known by a regain only: what the next one says holds', () => {
    const storage = new PageStorage();
    const before = benchAt('idle', { bench: new Bench({ storage }) });
    regain(before, { workStatus: 'talking', workStatusTimestamp: START }, SAME_CALL);
    const bench = reload(before, { storage });
    regain(bench, { workStatus: 'holding', workStatusTimestamp: START + 700 }, SAME_CALL);
    expect(bench.state().work).toBe('holding');
  });

  test.each(ESTABLISHED)('muted, while %s: it still is, and a regain again changes nothing', (place) => {
    const storage = new PageStorage();
    const before = benchAt(place, { bench: new Bench({ storage }) });
    before.emit('EventAgentMute', CUSTOMER);
    const bench = reload(before, { storage });
    regain(bench, {}, SAME_CALL);
    expect(bench.state().muted).toBe(true);
    const regained = bench.state();
    regain(bench, {}, SAME_CALL);
    expect(bench.state()).toMatchObject({ muted: true, work: regained.work, since: regained.since });
  });

  test.each([
    [
      'while consulting, the third party on hold: it still is, and the customer is talked with',
      'consulting, connected',
      [
        ['EventAgentRetrieveCall', CUSTOMER],
        ['EventAgentHoldCall', THIRD],
      ],
      'thirdParty',
    ],
    ['while consulting, the customer on hold', 'consulting, connected', [], 'customer'],
    ['while a conference is held: it still is', 'conferencing', [['EventAgentHoldCall', CUSTOMER]], 'conference'],
    ['while a conference talks', 'conferencing', [], null],
  ] as const)('%s', (_, place, told, onHold) => {
    const storage = new PageStorage();
    const before = benchAt(place, { bench: new Bench({ storage }) });
    for (const [event, leg] of told) before.emit(event, leg);
    expect(before.state().onHold).toBe(onHold);
    const bench = reload(before, { storage });
    regain(bench, {}, SAME_CALL);
    expect(bench.state()).toMatchObject({ work: before.state().work, onHold });
    // Another call says nothing of that.
    const other = reload(before, { storage });
    regain(other, { workStatus: 'conferencing' }, { callID: 'call-9', callType: 'Outbound' });
    expect(other.state().onHold).toBeNull();
  });

  test.each(NAMED_CALLS)('while %s: with the login state that the server says', (place) => {
    const storage = new PageStorage();
    const bench = reload(benchAt(place, { bench: new Bench({ storage }) }), { storage });
    regain(bench, { agentState: '2', reasonCode: '14' }, SAME_CALL);
    expect(bench.state()).toMatchObject({ login: 'break', reasonCode: 14 });
  });

  // The contract: what is kept is dropped when another agent signs in, which a refused one does not. Found by sequence 3,545,60,f52,72.
  test('by another agent, who is refused, and then by the same: the microphone is still off', () => {
    const storage = new PageStorage();
    const before = benchAt('talking', { bench: new Bench({ storage }) });
    before.emit('EventAgentMute', CUSTOMER);
    before.agent.dispose();
    const other = new Bench({ storage }, new ScriptedSdk(), before.clock);
    other.leave('initAgent', { token: 'token', companyId: 'company-1', agent: 'nobody' });
    other.sdk.fail('initAgent', { errorCode: '900002' });
    const bench = reload(other, { storage });
    regain(bench, {}, SAME_CALL);
    expect(bench.state()).toMatchObject({ work: 'talking', muted: true });
  });

  test('whose last page has asked for initAgent twice in one turn: it goes on as it was', () => {
    const storage = new PageStorage();
    const before = new Bench({ storage });
    // The actor tells its watchers while it is at work: both commands wait for their turn, and the second finds the lane taken.
    const watching = before.agent.actor.subscribe(() => {
      watching.unsubscribe();
      before.leave('initAgent', { ...PARAMETERS.initAgent });
      before.leave('initAgent', { ...PARAMETERS.initAgent });
    });
    before.emit('EventJanusLatency', { quality: 'e' });
    before.sdk.succeed('initAgent');
    regain(before, {}, SAME_CALL);
    before.emit('EventAgentMute', CUSTOMER);
    expect(before.state()).toMatchObject({ work: 'talking', muted: true });
    const bench = reload(before, { storage });
    regain(bench, {}, SAME_CALL);
    expect(bench.state()).toMatchObject({ work: 'talking', muted: true });
  });

  test('while consulting: both legs are still told apart', () => {
    const storage = new PageStorage();
    const bench = reload(benchAt('consulting, connected', { bench: new Bench({ storage }) }), { storage });
    regain(bench, {}, SAME_CALL);
    bench.emit('EventReleased', THIRD);
    expect(bench.state()).toMatchObject({ work: 'holding', call: { callID: 'call-1' } });
    bench.emit('EventAgentRetrieveCall', CUSTOMER);
    expect(bench.state().work).toBe('talking');
  });

  test('while consulting, and the customer hangs up: agent and third party go on talking', () => {
    const storage = new PageStorage();
    const bench = reload(benchAt('consulting, connected', { bench: new Bench({ storage }) }), { storage });
    regain(bench, {}, SAME_CALL);
    bench.emit('EventReleased', CUSTOMER);
    expect(bench.state()).toMatchObject({ work: 'talking', call: { partyID: THIRD.partyID } });
    bench.emit('EventReleased', THIRD);
    expect(bench.state().work).toBe('acw');
  });

  test('twice in a row, before the server has spoken: it goes on as it was', () => {
    const storage = new PageStorage();
    const first = reload(benchAt('holding', { bench: new Bench({ storage }) }), { storage });
    const second = reload(first, { storage });
    regain(second, {}, SAME_CALL);
    expect(second.state().work).toBe('holding');
  });

  test('and the call was another one meanwhile: what was remembered is not used', () => {
    const storage = new PageStorage();
    const before = benchAt('holding', { bench: new Bench({ storage }) });
    before.emit('EventAgentMute', CUSTOMER);
    const bench = reload(before, { storage });
    regain(bench, {}, { callID: 'call-9' });
    expect(bench.state()).toMatchObject({ work: 'talking', muted: false, call: { callID: 'call-9', partyID: null } });
  });

  test('and the call is over meanwhile: there is none, and nothing stays in the storage', () => {
    const storage = new PageStorage();
    const bench = reload(benchAt('holding', { bench: new Bench({ storage }) }), { storage });
    regain(bench);
    expect(bench.state()).toMatchObject({ work: 'idle', call: null });
    expect([...storage.entries.keys()]).toEqual([]);
  });

  test('without a storage: it is talked on', () => {
    const bench = reload(benchAt('holding'), {});
    regain(bench, {}, SAME_CALL);
    expect(bench.state()).toMatchObject({ work: 'talking', call: SAME_CALL });
  });

  test('and the agent signs in anew instead: what was remembered is forgotten', () => {
    const storage = new PageStorage();
    benchAt('holding', { bench: new Bench({ storage }) }).agent.dispose();
    const bench = new Bench({ storage });
    signIn(bench);
    expect(storage.entries.size).toBe(0);
    regain(bench, {}, SAME_CALL);
    expect(bench.state().work).toBe('talking');
  });
});

describe('the page is loaded anew during after-call work', () => {
  const acw = { seconds: 60 };

  test('which nobody can change in the state then, as nobody could before', () => {
    const storage = new PageStorage();
    const before = benchAt('acw', { bench: new Bench({ storage, acw }) });
    expect(Object.isFrozen(before.state().acw)).toBe(true);
    const bench = reload(before, { storage, acw });
    regain(bench);
    expect(bench.state().work).toBe('acw');
    expect(Object.isFrozen(bench.state().acw)).toBe(true);
  });

  test('and its deadline runs on', () => {
    const storage = new PageStorage();
    const before = benchAt('acw', { bench: new Bench({ storage, acw }) });
    before.clock.increment(20_000);
    const bench = reload(before, { storage, acw });
    regain(bench);
    expect(bench.state()).toMatchObject({ work: 'acw', acw: { since: START, deadline: START + 60_000 } });
    bench.clock.increment(40_000);
    expect(bench.state()).toMatchObject({ work: 'idle', acw: null });
  });

  test('and its deadline has passed: the agent is idle', () => {
    const storage = new PageStorage();
    const before = benchAt('acw', { bench: new Bench({ storage, acw }) });
    before.clock.increment(60_000);
    const bench = reload(before, { storage, acw });
    regain(bench);
    expect(bench.state()).toMatchObject({ work: 'idle', acw: null });
  });

  test('and its deadline passes before the server has spoken: the agent is idle', () => {
    const storage = new PageStorage();
    const bench = reload(benchAt('acw', { bench: new Bench({ storage, acw }) }), { storage, acw });
    bench.clock.increment(90_000);
    regain(bench);
    expect(bench.state()).toMatchObject({ work: 'idle', acw: null });
    expect(storage.entries.size).toBe(0);
  });

  test('of unknown length: it goes on', () => {
    const storage = new PageStorage();
    const before = benchAt('acw', { bench: new Bench({ storage }) });
    before.clock.increment(3_600_000);
    const bench = reload(before, { storage });
    regain(bench);
    expect(bench.state()).toMatchObject({ work: 'acw', acw: { since: START, deadline: null } });
  });

  test('and a call is regained: it is over', () => {
    const storage = new PageStorage();
    const bench = reload(benchAt('acw', { bench: new Bench({ storage, acw }) }), { storage, acw });
    regain(bench, {}, { callID: 'call-9' });
    expect(bench.state()).toMatchObject({ work: 'talking', acw: null });
  });
});

describe('what is stored', () => {
  const damaged = [
    '',
    '{',
    'null',
    '[]',
    '{"version":1}',
    '{"version":2,"call":null,"acw":null}',
    '"text"',
    '{"__proto__":{"polluted":1}}',
    '{"version":1,"call":{"callID":7},"acw":null}',
    '{"version":1,"call":null,"acw":{"since":"now","deadline":null}}',
  ];

  test.each(damaged)('is not used, is reported, and nothing throws if it is %j', (text) => {
    const storage = new PageStorage();
    storage.setItem('switchhook:agent', text);
    const bench = new Bench({ storage });
    signIn(bench);
    regain(bench, {}, SAME_CALL);
    expect(bench.state().work).toBe('talking');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('is lost where the storage fails, and the agent works without it', () => {
    const broken = () => {
      throw new Error('denied');
    };
    const bench = benchAt('holding', { bench: new Bench({ storage: { getItem: broken, setItem: broken, removeItem: broken } }) });
    expect(bench.state().work).toBe('holding');
  });
});

describe('a customer who has gone while nobody listened', () => {
  const LEG = { callID: THIRD.callID, callType: 'Consult', otherDN: THIRD.otherDN };

  test('in a page loaded anew: agent and third party go on talking', () => {
    const storage = new PageStorage();
    const bench = benchAt('consulting, connected', { bench: new Bench({ storage }) });
    const next = reload(bench, { storage });
    regain(next, {}, LEG);
    expect(next.state()).toMatchObject({ work: 'talking', call: { partyID: THIRD.partyID, callType: 'Consult' }, consult: null });
    // A release of the customer's leg is late from now on.
    next.emit('EventReleased', CUSTOMER);
    expect(next.state().work).toBe('talking');
    next.emit('EventReleased', THIRD);
    expect(next.state().work).toBe('acw');
  });

  test('while the third party is called: when nobody answers, after-call work of the talk before follows', () => {
    const storage = new PageStorage();
    const reloaded = reload(benchAt('consulting, not connected', { bench: new Bench({ storage }) }), { storage });
    for (const bench of [reloaded, benchAt('consulting, not connected')]) {
      regain(bench, { workStatus: 'dialing' }, LEG);
      expect(bench.state()).toMatchObject({ work: 'dialing', call: { callType: 'Consult' }, consult: null });
      bench.emit('EventReleased', THIRD);
      expect(bench.state()).toMatchObject({ work: 'acw', call: null });
    }
  });

  test('in a page that has only lost its connection, with the reason why', () => {
    const bench = benchAt('consulting, not connected');
    const ends: string[] = [];
    bench.agent.on('switchhook:callEnded', ({ leg, reason }) => ends.push(`${leg} ${reason}`));
    regain(bench, {}, LEG);
    expect(bench.state()).toMatchObject({ work: 'dialing', call: { partyID: THIRD.partyID }, consult: null });
    expect(ends).toEqual(['call unseen']);
    bench.emit('EventEstablished', THIRD);
    expect(bench.state()).toMatchObject({ work: 'talking', call: { partyID: THIRD.partyID } });
  });
});
