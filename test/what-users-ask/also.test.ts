import { describe, expect, test } from '@jest/globals';
import { Bench, benchAt, CUSTOMER as LEG, errorOf, PLACES, ScriptedSdk, START, turns, watch } from '../support/bench/index.js';
import { openGuardedFloor } from '../support/guarded-floor.js';
import { consultColleague, ringColleague, talkWithCustomer } from '../support/guarded-scenes.js';

/* Requests of users of other SDKs besides the twelve wishes. */

/** Asked for in connect #376, #139 and #155. */
describe('what the agent chose, what the system imposed and what is an error are kept apart', () => {
  test('a break is chosen, a lock is imposed, an error changes neither', async () => {
    const floor = openGuardedFloor({ lockAfterMissed: 1 });
    const seat = await floor.signIn('1001');
    await seat.does('notReady', { reasonCode: 11 });
    expect(seat.agent.getSnapshot()).toMatchObject({ login: 'break', reasonCode: 11 });
    await seat.does('ready');

    floor.customer.dial('1001');
    await floor.pass(25_000);
    expect(seat.agent.getSnapshot()).toMatchObject({ login: 'locked', reasonCode: null });
    expect(seat.agent.can('makeCall')).toBe(false);
    expect(seat.agent.whyNot('makeCall')?.message).toContain('login locked');
    await seat.does('ready');

    floor.centre.faults.failNext('notReady', '330007');
    expect(await seat.tries('notReady', { reasonCode: 11 })).toBe('REJECTED');
    expect(seat.agent.getSnapshot()).toMatchObject({ login: 'online', connection: 'connected' });
  });

  test('what a supervisor imposes comes without a command of the agent’s own in flight, and names who it was', async () => {
    const floor = openGuardedFloor();
    const supervisor = await floor.signIn('1001');
    const seat = await floor.signIn('1002');
    const heard: unknown[] = [];
    seat.agent.on('EventAgentNotReady', (message) => heard.push([message['operatorID'], seat.agent.getSnapshot().pending.length]));
    await seat.does('notReady', { reasonCode: 11 });
    await supervisor.does('forceReady', { targetAgentID: '1002' });
    await supervisor.does('forceBusy', { targetAgentID: '1002' });
    expect(heard).toEqual([
      [undefined, expect.any(Number)],
      ['1001', 0],
    ]);
  });
});

/** Asked for in webex widgets #667 and #668. */
test('the state is updated before the handler runs, whoever listens', async () => {
  const floor = openGuardedFloor();
  const seat = await floor.signIn('1001');
  const read: string[] = [];
  for (const name of ['EventRinging', 'EventEstablished', 'EventAgentHoldCall', 'EventReleased'] as const) {
    seat.agent.on(name, () => read.push(seat.agent.getSnapshot().work));
  }
  floor.customer.dial('1001');
  await floor.rest();
  await seat.does('answer');
  await seat.does('holdCall');
  floor.customer.hangup();
  await floor.rest();
  expect(read).toEqual(['ringing', 'talking', 'holding', 'acw']);
});

/** Asked for in twilio #110 and connect #1127. */
describe('the loss of the connection', () => {
  test('leaves no command without an end, and what was missed meanwhile is there when it is back', async () => {
    const floor = openGuardedFloor();
    const seat = await talkWithCustomer(floor);
    floor.centre.faults.disconnect(seat.sdk);
    const outcome = seat.send('holdCall');
    await floor.pass(11_000);
    expect(outcome()).toBe('TIMEOUT');
    floor.customer.hangup();
    floor.centre.faults.reconnect(seat.sdk);
    await floor.pass(1000);
    expect(seat.agent.getSnapshot().call).toBeNull();
    await floor.pass(60_000);
    expect(seat.agent.getSnapshot()).toMatchObject({ connection: 'connected', work: 'idle' });
  });
});

/** Asked for in webex PR 5020 and 5069, where `resume()` holds. */
test.each(PLACES)('at $name there is never a choice between a thing and its opposite', ({ name }) => {
  for (const isMuted of [false, true]) {
    const bench = benchAt(name, { isMuted });
    const opposites = [
      ['holdCall', 'retrieveCall'],
      ['muteCall', 'unmute'],
      ['answer', 'holdCall'],
      ['cancelConsult', 'retrieveConsult'],
    ] as const;
    for (const [one, other] of opposites) expect([one, bench.agent.can(one) && bench.agent.can(other)]).toEqual([one, false]);
  }
});

test('a command says what is wanted, and is refused where that is so already', async () => {
  const bench = benchAt('holding');
  expect(await errorOf(bench.send('holdCall'))).toMatchObject({ code: 'NOT_ALLOWED' });
  bench.leave('retrieveCall');
  bench.customer('EventAgentRetrieveCall');
  expect(await errorOf(bench.send('retrieveCall'))).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(bench.state().work).toBe('talking');
});

/** Asked for in webex PR 4861. */
describe('controls per leg', () => {
  test('a third party who rings can be given up, the customer cannot be lost by it', async () => {
    const floor = openGuardedFloor();
    const { seat } = await ringColleague(floor);
    const { call, consult } = seat.agent.getSnapshot();
    expect([call?.otherDN, consult?.target]).toEqual([floor.customer.number, '1002']);
    expect(
      ['cancelConsult', 'retrieveConsult', 'consultTransfer', 'holdCall', 'singleTransfer', 'sendDtmf'].filter((command) =>
        seat.agent.can(command as 'hangup'),
      ),
    ).toEqual(['cancelConsult']);
    await seat.does('cancelConsult');
    expect(seat.agent.getSnapshot()).toMatchObject({ consult: null, call: { callID: call?.callID } });
    expect(floor.customer.state).not.toBe('idle');
  });

  test('one who talks can be left, joined or given the customer, and keys go to him', async () => {
    const floor = openGuardedFloor();
    const { seat } = await consultColleague(floor);
    const commands = [
      'cancelConsult',
      'retrieveConsult',
      'consultTransfer',
      'consultConference',
      'holdCall',
      'retrieveCall',
      'sendDtmf',
    ] as const;
    expect(commands.filter((command) => seat.agent.can(command))).toEqual([
      'retrieveConsult',
      'consultTransfer',
      'consultConference',
      'sendDtmf',
    ]);
    await seat.does('sendDtmf', { dtmfDigits: '7' });
    expect([floor.centre.device('8002').keys, floor.customer.keys]).toEqual(['7', '']);
    await seat.does('retrieveConsult');
    expect(seat.agent.getSnapshot()).toMatchObject({ work: 'talking', consult: null, call: { otherDN: floor.customer.number } });
  });
});

/** Asked for in connect, whose `getSkew` every page has to apply itself. */
test.each([-3_600_000, 3_600_000])('durations are right though the server’s clock is off by %i ms', (skew) => {
  const bench = benchAt('idle', { bench: new Bench({ acw: { seconds: 30 } }) });
  const say = (messageID: string): void => bench.emit(messageID, { ...LEG, creationTime: bench.clock.now() + skew });
  say('EventRinging');
  bench.clock.increment(4000);
  say('EventEstablished');
  expect(bench.state()).toMatchObject({ since: START + 4000, call: { establishedAt: START + 4000 } });
  bench.clock.increment(60_000);
  say('EventAgentHoldCall');
  expect(bench.state().since).toBe(START + 64_000);
  bench.clock.increment(1000);
  say('EventAgentRetrieveCall');
  say('EventReleased');
  expect(bench.state().acw).toEqual({ since: START + 65_000, deadline: START + 95_000 });
  bench.clock.increment(29_999);
  expect(bench.state().work).toBe('acw');
  bench.clock.increment(1);
  expect(bench.state().work).toBe('idle');
});

/** Asked for in SIP.js #944. */
test('of two agents who answer at once, the one who is too late is told so, and has no call', async () => {
  const [winner, loser] = [benchAt('ringing'), benchAt('ringing')];
  const ends: string[] = [];
  loser.agent.on('switchhook:callEnded', ({ reason }) => ends.push(reason));
  const [won, lost] = [watch(winner.send('answer')), watch(loser.send('answer'))];
  winner.customer('EventEstablished');
  loser.customer('EventReleased');
  await turns();
  expect(won).toMatchObject([{ ended: 'resolved' }]);
  expect(winner.state().work).toBe('talking');
  expect(lost).toMatchObject([{ ended: 'rejected', error: { code: 'SUPERSEDED' } }]);
  expect(loser.state()).toMatchObject({ work: 'idle', call: null, acw: null });
  expect(ends).toEqual(['missed']);
});

/** As scv-connector has it: static capabilities, and flags per call. */
test('“the vendor can never do it” and “not now” are different answers', async () => {
  const sdk = new ScriptedSdk(['initAgent', 'login', 'answer', 'hangup']);
  const bench = benchAt('talking', { bench: new Bench({}, sdk) });
  expect(bench.agent.whyNot('holdCall')).toMatchObject({ code: 'NOT_SUPPORTED', remedy: expect.any(String) });
  expect(bench.agent.whyNot('answer')).toMatchObject({ code: 'NOT_ALLOWED', allowedIn: expect.arrayContaining(['work.live.ringing']) });
  expect(await errorOf(bench.send('holdCall'))).toMatchObject({ code: 'NOT_SUPPORTED' });
  expect(await errorOf(bench.send('answer'))).toMatchObject({ code: 'NOT_ALLOWED' });
  bench.customer('EventReleased');
  // Never stays never; not now may change.
  expect(bench.agent.whyNot('holdCall')?.code).toBe('NOT_SUPPORTED');
  bench.sdk.emit('EventAgentReady');
  bench.sdk.emit('EventRinging', { callID: 'call-2', partyID: 'party-3', callType: 'Inbound' });
  expect(bench.agent.whyNot('answer')).toBeNull();
});
