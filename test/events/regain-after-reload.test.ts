import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, deskIn, FakeStorage, newDesk, NAMED_CALLS, regain, reload, signIn, START, THIRD, type Situation } from '../support/desk.js';

const SAME_CALL = { callID: 'talk-1', callType: 'Inbound', otherDN: '13800138000' };
const ESTABLISHED: readonly Situation[] = ['talking', 'holding', 'consulting dialing', 'consulting talking', 'conferencing'];

describe('the page is loaded anew during a call', () => {
  test.each(NAMED_CALLS)('while %s: it goes on as it was', (situation) => {
    for (const info of [{}, { workStatus: '7' }, { workStatus: 'talking' }]) {
      const storage = new FakeStorage();
      const before = deskIn(situation, { storage });
      const { work, consult, call } = before.state();
      before.clock.increment(5000);
      const desk = reload(before, { storage });
      expect(desk.state()).toMatchObject({ work: 'idle', call: null });
      regain(desk, info, SAME_CALL);
      expect(desk.state()).toMatchObject({ work, login: 'online', pending: [] });
      expect(desk.state().call).toMatchObject({ callID: 'talk-1', partyID: call!.partyID, establishedAt: call!.establishedAt, otherDN: '13800138000' });
      expect(desk.state().consult?.phase).toBe(consult?.phase);
      expect(desk.divergences).toEqual([]);
    }
  });

  test.each(ESTABLISHED)('muted, while %s: it still is, and a regain again changes nothing', (situation) => {
    const storage = new FakeStorage();
    const before = deskIn(situation, { storage });
    before.emit('EventAgentMute', CUSTOMER);
    const desk = reload(before, { storage });
    regain(desk, {}, SAME_CALL);
    expect(desk.state().muted).toBe(true);
    const regained = desk.state();
    regain(desk, {}, SAME_CALL);
    expect(desk.state()).toMatchObject({ muted: true, work: regained.work, since: regained.since });
  });

  test.each(NAMED_CALLS)('while %s: with the login state that the server says', (situation) => {
    const storage = new FakeStorage();
    const desk = reload(deskIn(situation, { storage }), { storage });
    regain(desk, { agentState: '2', reasonCode: '14' }, SAME_CALL);
    expect(desk.state()).toMatchObject({ login: 'break', reasonCode: 14 });
  });

  test('while consulting: both legs are still told apart', () => {
    const storage = new FakeStorage();
    const desk = reload(deskIn('consulting talking', { storage }), { storage });
    regain(desk, {}, SAME_CALL);
    desk.emit('EventReleased', THIRD);
    expect(desk.state()).toMatchObject({ work: 'holding', call: { callID: 'talk-1' } });
    desk.emit('EventAgentRetrieveCall', CUSTOMER);
    expect(desk.state().work).toBe('talking');
  });

  test('while consulting, and the customer hangs up: agent and third party go on talking', () => {
    const storage = new FakeStorage();
    const desk = reload(deskIn('consulting talking', { storage }), { storage });
    regain(desk, {}, SAME_CALL);
    desk.emit('EventReleased', CUSTOMER);
    expect(desk.state()).toMatchObject({ work: 'talking', call: { partyID: THIRD.partyID } });
    desk.emit('EventReleased', THIRD);
    expect(desk.state().work).toBe('acw');
  });

  test('twice in a row, before the server has spoken: it goes on as it was', () => {
    const storage = new FakeStorage();
    const first = reload(deskIn('holding', { storage }), { storage });
    const second = reload(first, { storage });
    regain(second, {}, SAME_CALL);
    expect(second.state().work).toBe('holding');
  });

  test('and the call was another one meanwhile: what was remembered is not used', () => {
    const storage = new FakeStorage();
    const before = deskIn('holding', { storage });
    before.emit('EventAgentMute', CUSTOMER);
    const desk = reload(before, { storage });
    regain(desk, {}, { callID: 'talk-9' });
    expect(desk.state()).toMatchObject({ work: 'talking', muted: false, call: { callID: 'talk-9', partyID: null } });
  });

  test('and the call is over meanwhile: there is none, and nothing stays in the storage', () => {
    const storage = new FakeStorage();
    const desk = reload(deskIn('holding', { storage }), { storage });
    regain(desk);
    expect(desk.state()).toMatchObject({ work: 'idle', call: null });
    expect([...storage.entries.keys()]).toEqual([]);
  });

  test('without a storage: it is talked on', () => {
    const desk = reload(deskIn('holding'), {});
    regain(desk, {}, SAME_CALL);
    expect(desk.state()).toMatchObject({ work: 'talking', call: SAME_CALL });
  });

  test('and the agent signs in anew instead: what was remembered is forgotten', () => {
    const storage = new FakeStorage();
    deskIn('holding', { storage }).agent.dispose();
    const desk = newDesk({ storage });
    signIn(desk);
    expect(storage.entries.size).toBe(0);
    regain(desk, {}, SAME_CALL);
    expect(desk.state().work).toBe('talking');
  });
});

describe('the page is loaded anew during after-call work', () => {
  const acw = { seconds: 60 };

  test('which nobody can change in the state then, as nobody could before', () => {
    const storage = new FakeStorage();
    const before = deskIn('acw', { storage, acw });
    expect(Object.isFrozen(before.state().acw)).toBe(true);
    const desk = reload(before, { storage, acw });
    regain(desk);
    expect(desk.state().work).toBe('acw');
    expect(Object.isFrozen(desk.state().acw)).toBe(true);
  });

  test('and its deadline runs on', () => {
    const storage = new FakeStorage();
    const before = deskIn('acw', { storage, acw });
    before.clock.increment(20_000);
    const desk = reload(before, { storage, acw });
    regain(desk);
    expect(desk.state()).toMatchObject({ work: 'acw', acw: { since: START, deadline: START + 60_000 } });
    desk.clock.increment(40_000);
    expect(desk.state()).toMatchObject({ work: 'idle', acw: null });
  });

  test('and its deadline has passed: the agent is idle', () => {
    const storage = new FakeStorage();
    const before = deskIn('acw', { storage, acw });
    before.clock.increment(60_000);
    const desk = reload(before, { storage, acw });
    regain(desk);
    expect(desk.state()).toMatchObject({ work: 'idle', acw: null });
  });

  test('and its deadline passes before the server has spoken: the agent is idle', () => {
    const storage = new FakeStorage();
    const desk = reload(deskIn('acw', { storage, acw }), { storage, acw });
    desk.clock.increment(90_000);
    regain(desk);
    expect(desk.state()).toMatchObject({ work: 'idle', acw: null });
    expect(storage.entries.size).toBe(0);
  });

  test('of unknown length: it goes on', () => {
    const storage = new FakeStorage();
    const before = deskIn('acw', { storage });
    before.clock.increment(3_600_000);
    const desk = reload(before, { storage });
    regain(desk);
    expect(desk.state()).toMatchObject({ work: 'acw', acw: { since: START, deadline: null } });
  });

  test('and a call is regained: it is over', () => {
    const storage = new FakeStorage();
    const desk = reload(deskIn('acw', { storage, acw }), { storage, acw });
    regain(desk, {}, { callID: 'talk-9' });
    expect(desk.state()).toMatchObject({ work: 'talking', acw: null });
  });
});

describe('what is stored', () => {
  const damaged = [
    '', '{', 'null', '[]', '{"version":1}', '{"version":2,"call":null,"acw":null}', '"text"', '{"__proto__":{"polluted":1}}',
    '{"version":1,"call":{"callID":7},"acw":null}', '{"version":1,"call":null,"acw":{"since":"now","deadline":null}}',
  ];

  test.each(damaged)('is not used, is reported, and nothing throws if it is %j', (text) => {
    const storage = new FakeStorage();
    storage.setItem('switchhook:agent', text);
    const desk = newDesk({ storage });
    signIn(desk);
    regain(desk, {}, SAME_CALL);
    expect(desk.state().work).toBe('talking');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('is lost where the storage fails, and the agent works without it', () => {
    const broken = () => {
      throw new Error('denied');
    };
    const desk = deskIn('holding', { storage: { getItem: broken, setItem: broken, removeItem: broken } });
    expect(desk.state().work).toBe('holding');
  });
});

describe('a customer who has gone while nobody listened', () => {
  const LEG = { callID: THIRD.callID, callType: 'Consult', otherDN: THIRD.otherDN };

  test('in a page loaded anew: agent and third party go on talking', () => {
    const storage = new FakeStorage();
    const desk = deskIn('consulting talking', { storage });
    const next = reload(desk, { storage });
    regain(next, {}, LEG);
    expect(next.state()).toMatchObject({ work: 'talking', call: { partyID: THIRD.partyID, callType: 'Consult' }, consult: null });
    // What is told of the customer afterwards is late.
    next.emit('EventReleased', CUSTOMER);
    expect(next.state().work).toBe('talking');
    next.emit('EventReleased', THIRD);
    expect(next.state().work).toBe('acw');
  });

  test('in a page that has only lost its connection, with the reason why', () => {
    const desk = deskIn('consulting dialing');
    const ends: string[] = [];
    desk.agent.on('switchhook:callEnded', ({ leg, reason }) => ends.push(`${leg} ${reason}`));
    regain(desk, {}, LEG);
    expect(desk.state()).toMatchObject({ work: 'dialing', call: { partyID: THIRD.partyID }, consult: null });
    expect(ends).toEqual(['call unseen']);
    desk.emit('EventEstablished', THIRD);
    expect(desk.state()).toMatchObject({ work: 'talking', call: { partyID: THIRD.partyID } });
  });
});
