import { afterEach, describe, expect, test } from '@jest/globals';
import { runUntilQuiet, type CallCentreOptions } from '../../adapters/simulator/index.js';
import type { CommandName } from '../../src/index.js';
import { expectAgreement } from '../support/agreement.js';
import { CUSTOMER, openGuardedFloor, settled, type GuardedFloor, type Seat } from '../support/guarded-floor.js';
import { takeCall, talkWithCustomer } from '../support/guarded-scenes.js';

/*
 * The page believes what is not so any more, because the message that says it was lost; the refusal of the next command
 * states the truth, and the page believes it.
 */

let floor: GuardedFloor;
afterEach(() => {
  for (const { agent } of floor.seats) agent.dispose();
  floor.centre.dispose();
});

function open(options: Partial<CallCentreOptions> = {}): GuardedFloor {
  floor = openGuardedFloor(options);
  return floor;
}

/** Everything comes to rest, though the page does not agree with the centre. */
async function quiet(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    runUntilQuiet(floor.centre, floor.clock);
    await settled();
  }
}

/** Something happens, and no page hears of it by this message. */
async function unheard(messageID: string, happens: () => void): Promise<void> {
  const fault = floor.centre.faults.drop(messageID);
  happens();
  await quiet();
  expect(fault.struck).toBeGreaterThan(0);
  fault.remove();
}

/** The command is rejected with the code, and page and centre agree from then on. */
async function learns(seat: Seat, command: CommandName, vendorCode: string, parameters: object = {}): Promise<void> {
  const method = seat.agent[command] as (parameters: object) => Promise<unknown>;
  const outcome = method(parameters).then(
    () => null,
    (error: unknown) => error,
  );
  await quiet();
  expect(await outcome).toMatchObject({ code: 'REJECTED', vendorCode });
  expectAgreement(seat, floor.centre);
}

describe('a call has ended while it rang', () => {
  async function ringsInVain(options: Partial<CallCentreOptions> = {}): Promise<Seat> {
    const { customer, signIn, rest } = open(options);
    const seat = await signIn('1001');
    customer.dial('1001');
    await rest();
    await unheard('EventReleased', () => customer.hangup());
    expect(seat.agent.getSnapshot().work).toBe('ringing');
    return seat;
  }

  test.each([['answer'], ['rejectCall']] as const)('%s tells', async (command) => {
    await learns(await ringsInVain(), command, '330303');
  });

  test('hangup tells, where the service says that the call has ended', async () => {
    await learns(await ringsInVain({ behaviour: { hangupWithoutCall: 'callEnded' } }), 'hangup', '330303');
  });

  test('hangup does not tell, where it says that the agent is in no talk; then rejectCall does', async () => {
    const seat = await ringsInVain();
    const ending = seat.send('hangup');
    await quiet();
    expect(ending()).toBe('REJECTED');
    expect(seat.agent.getSnapshot().work).toBe('ringing');
    await learns(seat, 'rejectCall', '330303');
  });
});

test.each([
  ['notInTalk', '330039'],
  ['callEnded', '330303'],
] as const)('a talk has ended: hangup, refused as %s, tells, and after-call work is on', async (hangupWithoutCall, vendorCode) => {
  const { customer } = open({ acwSeconds: null, behaviour: { hangupWithoutCall } });
  const seat = await talkWithCustomer(floor);
  await unheard('EventReleased', () => customer.hangup());
  expect(seat.agent.getSnapshot().work).toBe('talking');
  await learns(seat, 'hangup', vendorCode);
  expect(seat.agent.getSnapshot().work).toBe('acw');
});

test('a talk has ended: holdCall is refused as not in a talk, which says nothing of the call', async () => {
  const { customer } = open();
  const seat = await talkWithCustomer(floor);
  await unheard('EventReleased', () => customer.hangup());
  const ending = seat.send('holdCall');
  await quiet();
  expect(ending()).toBe('REJECTED');
  expect(seat.agent.getSnapshot().work).toBe('talking');
});

test.each([
  ['completeACW', {}],
  ['delayACW', { delayTime: 60 }],
] as const)('after-call work is over: %s tells', async (command, parameters) => {
  const { signIn, centre, clock } = open({ acwSeconds: 10, behaviour: { acwAnnounced: 'EventAgentAfterCallWork' } });
  const seat = await signIn('1001');
  await takeCall(floor, seat);
  await seat.does('hangup');
  const fault = centre.faults.drop('EventAgentReady');
  clock.increment(11_000);
  await quiet();
  fault.remove();
  expect(seat.agent.getSnapshot().work).toBe('acw');
  await learns(seat, command, '330102', parameters);
  expect(seat.agent.getSnapshot().work).toBe('idle');
});

test.each([
  ['makeCall', { otherDN: CUSTOMER }],
  ['logout', {}],
] as const)('after-call work is on: %s tells', async (command, parameters) => {
  const { customer, signIn, rest } = open({ acwSeconds: null, behaviour: { acwAfterAbandon: 'acw' } });
  const seat = await signIn('1001');
  customer.dial('1001');
  await rest();
  customer.hangup();
  await quiet();
  expect(seat.agent.getSnapshot().work).toBe('idle');
  await learns(seat, command, '330013', parameters);
  expect(seat.agent.getSnapshot().work).toBe('acw');
});

describe('the agent was signed out', () => {
  test.each([
    ['makeCall', '330005', { otherDN: CUSTOMER }],
    ['notReady', '330005', { reasonCode: 11 }],
    ['logout', '330015', {}],
  ] as const)('%s tells, with %s', async (command, vendorCode, parameters) => {
    const { signIn } = open();
    const [supervisor, seat] = [await signIn('1001'), await signIn('1002')];
    await unheard('EventAgentLogout', () => supervisor.send('forceLogout', { targetAgentID: '1002' }));
    expect(seat.agent.getSnapshot().login).toBe('online');
    await learns(seat, command, vendorCode, parameters);
    expect(seat.agent.getSnapshot().login).toBe('offline');
  });

  test('in a talk: hangup tells', async () => {
    const { signIn, centre } = open();
    const [supervisor, seat] = [await signIn('1001'), await signIn('1002')];
    await takeCall(floor, seat);
    const release = centre.faults.drop('EventReleased', { agentID: '1002' });
    await unheard('EventAgentLogout', () => supervisor.send('forceLogout', { targetAgentID: '1002' }));
    release.remove();
    expect(seat.agent.getSnapshot()).toMatchObject({ login: 'online', work: 'talking' });
    await learns(seat, 'hangup', '330005');
    expect(seat.agent.getSnapshot()).toMatchObject({ login: 'offline', work: 'idle' });
  });
});

test.each([
  ['makeCall', { otherDN: CUSTOMER }],
  ['notReady', { reasonCode: 11 }],
  ['queryStates', {}],
] as const)('the agent was displaced: %s tells, if its refusal has a code', async (command, parameters) => {
  const { signIn, centre } = open();
  const seat = await signIn('1001');
  await unheard('EventAgentConnectionChanged', () => centre.faults.secondEnd('1001'));
  expect(seat.agent.getSnapshot().connection).toBe('connected');
  const ending = seat.send(command, parameters);
  await quiet();
  expect(ending()).toBe('REJECTED');
  // The vendor's queries say in words only why they fail.
  expect(seat.agent.getSnapshot().connection).toBe(command === 'queryStates' ? 'connected' : 'displaced');
});

test('a call that was taken by hand has not ended: its rejection says so, and the page waits for the word that it talks', async () => {
  const { customer, signIn, rest, centre } = open();
  const seat = await signIn('1001');
  customer.dial('1001');
  await rest();
  await unheard('EventEstablished', () => centre.device('8001').answer());
  const ending = seat.send('rejectCall');
  await quiet();
  expect(ending()).toBe('REJECTED');
  expect(seat.agent.getSnapshot()).toMatchObject({ work: 'ringing', call: { otherDN: CUSTOMER } });
});

test.each([['retrieveConsult'], ['consultTransfer'], ['consultConference']] as const)(
  'a consult is over: %s is refused, and the call with the customer goes on',
  async (command) => {
    const { signIn } = open();
    const seat = await talkWithCustomer(floor);
    const other = await signIn('1002');
    await seat.does('initiateConsult', { targetType: '0', target: '1002' });
    await other.does('answer');
    await unheard('EventReleased', () => {
      other.send('hangup');
    });
    expect(seat.agent.getSnapshot().work).toBe('consulting');
    const ending = seat.send(command);
    await quiet();
    // The customer is still held: retrieveConsult takes him back, which is what the agent wants.
    expect(ending()).toBe(command === 'retrieveConsult' ? 'done' : 'REJECTED');
    expect(seat.agent.getSnapshot().call).toMatchObject({ otherDN: CUSTOMER });
  },
);
