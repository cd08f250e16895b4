import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, deskIn, endOf, essence, NAMED_CALLS, newDesk, regain, SITUATION_NAMES, START, STRANGER, type Situation } from '../support/desk.js';

const OTHER_CALL = { callID: 'talk-9', callType: 'Outbound', otherDN: '13900139000' };
const SAME_CALL = { callID: 'talk-1' };
const OPAQUE = [{}, { workStatus: '7' }, { workStatus: '' }, { workStatus: 'whatever' }, { workStatus: null }, { workStatus: 34 }];

describe('regained without a call', () => {
  test.each(SITUATION_NAMES)('while %s: there is none', async (situation) => {
    const desk = deskIn(situation);
    const inFlight = desk.agent.can('hangup') ? desk.agent.hangup() : null;
    regain(desk);
    expect(desk.state()).toMatchObject({ call: null, consult: null, muted: false, pending: [], login: 'online' });
    expect(['idle', 'acw']).toContain(desk.state().work);
    if (inFlight !== null) expect(await endOf(inFlight)).toBe('SUPERSEDED');
  });

  test.each(NAMED_CALLS)('while %s: what is told of it afterwards changes nothing', (situation) => {
    const desk = deskIn(situation);
    regain(desk);
    const before = essence(desk.state());
    for (const event of ['EventEstablished', 'EventAgentHoldCall', 'EventReleased']) desk.emit(event, CUSTOMER);
    expect(essence(desk.state())).toEqual(before);
  });

  test.each([null, {}, undefined])('and workStatusInfo %p: there is none', (workStatusInfo) => {
    const { emit, state } = deskIn('talking');
    emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' }, workStatusInfo });
    expect(state()).toMatchObject({ work: 'idle', call: null });
  });

  test.each(['talking', 'holding', 'ringing', 'calling'])('and the status %s: there is none', (workStatus) => {
    const desk = deskIn('talking');
    regain(desk, { workStatus });
    expect(desk.state()).toMatchObject({ work: 'idle', call: null });
  });

  test('in after-call work goes on with it, to the same deadline', () => {
    const desk = deskIn('acw', { acw: { seconds: 60 } });
    desk.clock.increment(10_000);
    regain(desk);
    expect(desk.state()).toMatchObject({ work: 'acw', since: START, acw: { since: START, deadline: START + 60_000 } });
  });

  test.each(['ready', 'occupied', '1'])('in after-call work that the server calls %s is idle', (workStatus) => {
    const desk = deskIn('acw');
    regain(desk, { workStatus });
    expect(desk.state()).toMatchObject({ work: 'idle', acw: null });
  });

  test.each(['idle', 'talking'] as const)('and sorting is in after-call work, while %s', (situation) => {
    const desk = deskIn(situation);
    regain(desk, { workStatus: 'sorting' });
    expect(desk.state()).toMatchObject({ work: 'acw', call: null, acw: { since: START } });
  });
});

describe('regained with the call that is known', () => {
  test.each(NAMED_CALLS)('while %s: goes on as it was, whatever the status', (situation) => {
    const desk = deskIn(situation);
    const before = essence(desk.state());
    desk.clock.increment(1000);
    for (const info of [...OPAQUE, { workStatus: 'talking' }, { workStatus: 'holding' }]) {
      regain(desk, info, SAME_CALL);
      expect(essence(desk.state())).toEqual(before);
    }
    expect(desk.divergences).toEqual([]);
  });

  test.each(['talking', 'holding', 'consulting talking', 'conferencing'] as const)('muted while %s stays so', (situation) => {
    const desk = deskIn(situation);
    desk.emit('EventAgentMute', CUSTOMER);
    regain(desk, {}, SAME_CALL);
    expect(desk.state().muted).toBe(true);
  });

  test('leaves the command for it in flight, and it can still be confirmed', async () => {
    const desk = deskIn('talking');
    const outcome = desk.agent.holdCall();
    regain(desk, {}, SAME_CALL);
    expect(desk.state().pending).toMatchObject([{ command: 'holdCall' }]);
    desk.emit('EventAgentHoldCall', CUSTOMER);
    expect(await endOf(outcome)).toBe('resolved');
  });

  test.each(['EventError', 'EventDtmfSent', 'EventAgentMute', 'EventAgentUnmute'])(
    'after a hold whose event was lost: is held, though %s has come since',
    (event) => {
      const desk = deskIn('talking');
      desk.emit('EventEstablished', { ...CUSTOMER, creationTime: START + 1000 });
      desk.emit(event, { ...CUSTOMER, creationTime: START + 3000 });
      regain(desk, { workStatus: 'holding', workStatusTimestamp: START + 2000 }, SAME_CALL);
      expect(desk.state().work).toBe('holding');
    },
  );

  test('after a hold whose event was lost: is held, though the regain itself is newer than that', () => {
    const desk = deskIn('talking');
    desk.emit('EventEstablished', { ...CUSTOMER, creationTime: START + 1000 });
    desk.emit('EventAgentRegainStatus', {
      creationTime: START + 5000,
      agentStateInfo: { agentState: '1', workStatus: 'holding', workStatusTimestamp: START + 2000 },
      workStatusInfo: SAME_CALL,
    });
    expect(desk.state().work).toBe('holding');
  });

  test('after a consult whose beginning was lost, of the same moment as the hold for it: is consulting', () => {
    const desk = deskIn('talking');
    desk.emit('EventAgentHoldCall', { ...CUSTOMER, creationTime: START + 2000 });
    regain(desk, { workStatus: 'consulting', workStatusTimestamp: START + 2000 }, SAME_CALL);
    expect(desk.state().work).toBe('consulting');
  });

  test('before which it was retrieved: is talking, though the server names an older status', () => {
    const desk = deskIn('holding');
    desk.emit('EventAgentRetrieveCall', { ...CUSTOMER, creationTime: START + 3000 });
    regain(desk, { workStatus: 'holding', workStatusTimestamp: START + 2000 }, SAME_CALL);
    expect(desk.state().work).toBe('talking');
  });

  test('learns of it what it did not know', () => {
    const desk = deskIn('talking');
    regain(desk, {}, { ...SAME_CALL, thisDN: '1000', loyalty: 'gold' });
    expect(desk.state().call).toMatchObject({ ...CUSTOMER, thisDN: '1000', loyalty: 'gold' });
  });
});

describe('regained with another call', () => {
  test.each(SITUATION_NAMES)('while %s: is talking on it, where the server names no status', (situation) => {
    for (const info of OPAQUE) {
      const desk = deskIn(situation);
      regain(desk, info, OTHER_CALL);
      expect(desk.state()).toMatchObject({ work: 'talking', call: OTHER_CALL, consult: null, acw: null, muted: false });
      expect(desk.state().call?.establishedAt).toBe(START);
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
    for (const situation of SITUATION_NAMES) {
      const desk = deskIn(situation);
      regain(desk, { workStatus }, OTHER_CALL);
      expect(desk.state()).toMatchObject({ work, call: OTHER_CALL, muted: false });
      expect(desk.state().consult === null).toBe(work !== 'consulting');
    }
  });

  test.each(['ready', 'occupied', 'sorting', '1'])('is talking where the status %p contradicts the call', (workStatus) => {
    const desk = deskIn('idle');
    regain(desk, { workStatus }, OTHER_CALL);
    expect(desk.state()).toMatchObject({ work: 'talking', call: OTHER_CALL });
  });

  test('is not muted because the last one was', () => {
    const desk = deskIn('talking');
    desk.emit('EventAgentMute', CUSTOMER);
    regain(desk, {}, OTHER_CALL);
    expect(desk.state().muted).toBe(false);
  });

  test.each(['calling', 'talking', 'consulting talking'] as Situation[])('while %s: what was in flight comes to nothing', async (situation) => {
    const desk = deskIn(situation);
    const outcome = desk.agent.hangup();
    regain(desk, {}, OTHER_CALL);
    expect(desk.state().pending).toEqual([]);
    expect(await endOf(outcome)).toBe('SUPERSEDED');
  });

  test('can be talked on, held and ended', () => {
    const desk = deskIn('idle');
    regain(desk, { workStatus: '7' }, { ...STRANGER, partyID: undefined });
    desk.emit('EventAgentHoldCall', STRANGER);
    expect(desk.state().work).toBe('holding');
    desk.emit('EventReleased', STRANGER);
    expect(desk.state().work).toBe('acw');
  });

  test('shows the third party, where the server names one', () => {
    const desk = deskIn('idle');
    regain(desk, { workStatus: 'consulting' }, { ...OTHER_CALL, thirdDN: ' 1002 ' });
    expect(desk.state().consult).toMatchObject({ target: '1002' });
  });
});

describe('the login state that is regained', () => {
  test.each([
    [{ agentState: '1' }, { login: 'online', reasonCode: null }],
    [{ agentState: ' 1 ', reasonCode: '0' }, { login: 'online', reasonCode: null }],
    [{ agentState: 2 }, { login: 'dnd', reasonCode: 2 }],
    [{ agentState: '2', reasonCode: '2' }, { login: 'dnd', reasonCode: 2 }],
    [{ agentState: '2', reasonCode: '16' }, { login: 'break', reasonCode: 16 }],
    [{ agentState: '2', reasonCode: '98' }, { login: 'locked', reasonCode: null }],
    [{ agentState: '2', workStatus: 'locking' }, { login: 'locked', reasonCode: null }],
    [{ agentState: '0' }, { login: 'offline', reasonCode: null }],
  ])('%j is %j, from every situation', (agentStateInfo, expected) => {
    for (const situation of SITUATION_NAMES) {
      const desk = deskIn(situation);
      desk.emit('EventAgentRegainStatus', { agentStateInfo });
      expect(desk.state()).toMatchObject({ ...expected, connection: 'connected', call: null });
    }
  });

  test.each(['initAgent in flight', 'nothing asked', 'displaced'])('connects the page, with %s', async (how) => {
    const desk = how === 'displaced' ? deskIn('talking') : newDesk();
    const outcome = how === 'initAgent in flight' ? desk.agent.initAgent({ token: 't', companyId: 'c', agent: 'a' }) : null;
    if (how === 'displaced') desk.emit('EventAgentConnectionChanged');
    regain(desk, { agentState: '2', reasonCode: '12' }, OTHER_CALL);
    expect(desk.state()).toMatchObject({ connection: 'connected', login: 'break', reasonCode: 12, work: 'talking', call: OTHER_CALL });
    if (outcome !== null) {
      desk.sdk.succeed('initAgent');
      expect(await endOf(outcome)).toBe('resolved');
      expect(desk.state()).toMatchObject({ connection: 'connected', login: 'break', work: 'talking', call: OTHER_CALL });
    }
    expect(desk.divergences).toEqual([]);
  });
});
