import { describe, expect, test } from '@jest/globals';
import { agentMachine, COMMANDS, refusalOf, statesThatKnow, type CommandName } from '../../machines/index.js';
import { BY_GUARD, BY_WORK, OTHERWISE } from '../../machines/refusals.js';
import { chartRefusal } from '../../src/errors/refusal.js';
import { Page } from './support/page.js';

const TALK = '0 R1 · 1 E1';
const online = (told?: string) => (told === undefined ? Page.online() : Page.online().play(told));
const connected = () => new Page().fact({ type: 'connection.established' });

/** Every work, login and connection state, and how it comes about. */
const PLACES: Readonly<Record<string, () => Page>> = {
  uninitialized: () => new Page(),
  initializing: () => new Page().command('initAgent'),
  failed: () => new Page().command('initAgent').no('initAgent'),
  offline: connected,
  interrupted: () => online('interrupted'),
  'interrupted in a talk': () => online(`${TALK} · interrupted`),
  displaced: () => online('displaced'),
  'taking back': () => online('displaced · initAgent'),
  'signing in': () => connected().command('login'),
  online: () => online(),
  dnd: () => online('NotReady'),
  'on a break': () => online('Break'),
  locked: () => online().fact({ type: 'agent.notReady', reason: 'locked' }),
  'signing out': () => online('logout'),
  calling: () => online('makeCall'),
  dialing: () => online('0 Down'),
  ringing: () => online('0 R1'),
  talking: () => online(TALK),
  'talking, muted': () => online(`${TALK} · Muted1`),
  'talking, another rings': () => online(`${TALK} · R3`),
  'talking, a guess': () => online('regain/1'),
  holding: () => online(`${TALK} · H1`),
  'consulting, not connected': () => online(`${TALK} · DC`),
  'consulting, connected': () => online(`${TALK} · DC · EC`),
  'consulting, unknown': () => online(`${TALK} · DC · regain/1`),
  'holding, consulted party gone': () => online(`${TALK} · DC · EC · XC`),
  conferencing: () => online(`${TALK} · Formed1`),
  'conferencing, held': () => online(`${TALK} · Formed1 · H1`),
  'after-call work': () => online(`${TALK} · X1`),
  'talking, a command pending': () => online(`${TALK} · holdCall`),
  'talking, hanging up': () => online(`${TALK} · hangup`),
  'talking, muting': () => online(`${TALK} · muteCall`),
  'talking, a consult asked for': () => online(`${TALK} · initiateConsult`),
  'after-call work, a command pending': () => online(`${TALK} · X1 · delayACW`),
  resetting: () => online('resetLogout'),
};
const CELLS = Object.entries(PLACES).map(([name, go]) => [name, go().snapshot] as const);

describe.each(CELLS)('%s', (_, snapshot) => {
  test('refuses exactly what the chart does not take', () => {
    for (const command of COMMANDS)
      expect([command, refusalOf(snapshot, command) === null]).toEqual([command, snapshot.can({ type: command })]);
  });

  test('gives a key, a sentence for the agent, and one for developers', () => {
    for (const command of COMMANDS) {
      const refusal = chartRefusal(snapshot, command, { connection: 'connected', login: 'online', work: 'idle' });
      if (refusal === null) continue;
      expect(refusal.reason).toMatch(/^[a-z][A-Za-z]+$/);
      expect(refusal.advice).toMatch(/^[A-Z][^.]+\.$/);
      expect(refusal.message).toContain(command);
      expect(refusal.message).toMatch(/\.$/);
      if (refusal.code === 'IN_FLIGHT') {
        expect(refusal.waitsFor).not.toEqual([]);
        for (const waited of refusal.waitsFor ?? []) expect(refusal.message).toContain(waited);
      } else {
        expect(refusal.message).toContain('(connection connected, login online, work idle)');
        expect(refusal.message).toContain(refusal.guard ?? refusal.reason);
        expect(refusal.remedy).toBe(refusal.advice);
      }
    }
  });
});

type Expected = readonly [
  place: string,
  command: CommandName,
  code: 'NOT_ALLOWED' | 'IN_FLIGHT',
  reason: string,
  waitsFor?: readonly string[],
];
const ROWS: readonly Expected[] = [
  ['uninitialized', 'login', 'NOT_ALLOWED', 'notConnected'],
  ['uninitialized', 'queryStates', 'NOT_ALLOWED', 'notConnected'],
  ['uninitialized', 'resetLogout', 'NOT_ALLOWED', 'notConnected'],
  ['failed', 'queryAgents', 'NOT_ALLOWED', 'notConnected'],
  ['initializing', 'initAgent', 'NOT_ALLOWED', 'initializing'],
  ['initializing', 'queryStates', 'NOT_ALLOWED', 'initializing'],
  ['displaced', 'makeCall', 'NOT_ALLOWED', 'notLoggedIn'],
  ['displaced', 'ready', 'NOT_ALLOWED', 'displaced'],
  ['displaced', 'queryStates', 'NOT_ALLOWED', 'displaced'],
  ['interrupted', 'login', 'NOT_ALLOWED', 'interrupted'],
  ['interrupted', 'makeCall', 'NOT_ALLOWED', 'interrupted'],
  ['interrupted', 'queryStates', 'NOT_ALLOWED', 'interrupted'],
  ['interrupted in a talk', 'hangup', 'NOT_ALLOWED', 'interrupted'],
  ['interrupted in a talk', 'sendDtmf', 'NOT_ALLOWED', 'interrupted'],
  ['offline', 'logout', 'NOT_ALLOWED', 'notLoggedIn'],
  ['offline', 'ready', 'NOT_ALLOWED', 'notLoggedIn'],
  ['offline', 'makeCall', 'NOT_ALLOWED', 'notLoggedIn'],
  ['signing in', 'login', 'NOT_ALLOWED', 'loginPending'],
  ['signing in', 'ready', 'NOT_ALLOWED', 'loginPending'],
  ['signing out', 'logout', 'NOT_ALLOWED', 'loginPending'],
  ['signing out', 'initAgent', 'IN_FLIGHT', 'loginPending', ['logout']],
  ['resetting', 'resetLogout', 'IN_FLIGHT', 'resetPending', ['resetLogout']],
  ['online', 'ready', 'NOT_ALLOWED', 'online'],
  ['online', 'hangup', 'NOT_ALLOWED', 'noCall'],
  ['online', 'completeACW', 'NOT_ALLOWED', 'noCall'],
  ['online', 'unmute', 'NOT_ALLOWED', 'notMuted'],
  ['online', 'muteCall', 'NOT_ALLOWED', 'noCall'],
  ['dnd', 'setRoute', 'NOT_ALLOWED', 'notReady'],
  ['locked', 'makeCall', 'NOT_ALLOWED', 'locked'],
  ['dialing', 'answer', 'NOT_ALLOWED', 'nothingRings'],
  ['dialing', 'muteCall', 'NOT_ALLOWED', 'noCall'],
  ['ringing', 'holdCall', 'NOT_ALLOWED', 'callRinging'],
  ['ringing', 'logout', 'NOT_ALLOWED', 'busy'],
  ['talking', 'login', 'NOT_ALLOWED', 'busy'],
  ['talking', 'setRoute', 'NOT_ALLOWED', 'busy'],
  ['talking', 'makeCall', 'NOT_ALLOWED', 'callTalking'],
  ['talking', 'retrieveCall', 'NOT_ALLOWED', 'callTalking'],
  ['talking', 'cancelConsult', 'NOT_ALLOWED', 'noConsult'],
  ['talking, muted', 'muteCall', 'NOT_ALLOWED', 'muted'],
  ['holding', 'holdCall', 'NOT_ALLOWED', 'callHeld'],
  ['holding', 'retrieveConsult', 'NOT_ALLOWED', 'callHeld'],
  ['holding', 'sendDtmf', 'NOT_ALLOWED', 'callHeld'],
  ['consulting, not connected', 'consultTransfer', 'NOT_ALLOWED', 'consulting'],
  ['consulting, connected', 'cancelConsult', 'NOT_ALLOWED', 'noConsult'],
  ['conferencing', 'retrieveCall', 'NOT_ALLOWED', 'conferencing'],
  ['after-call work', 'makeCall', 'NOT_ALLOWED', 'acw'],
  ['after-call work', 'logout', 'NOT_ALLOWED', 'busy'],
  ['talking, a command pending', 'singleTransfer', 'IN_FLIGHT', 'callPending', ['holdCall']],
  ['talking, hanging up', 'hangup', 'IN_FLIGHT', 'hangupPending', ['hangup']],
  ['talking, muting', 'muteCall', 'IN_FLIGHT', 'microphonePending', ['muteCall']],
  ['after-call work, a command pending', 'completeACW', 'IN_FLIGHT', 'callPending', ['delayACW']],
];

describe('why a command is refused', () => {
  test.each(ROWS)('%s: %s is %s, %s', (place, command, code, reason, waitsFor = []) => {
    expect(refusalOf(PLACES[place]!().snapshot, command)).toMatchObject({ code, reason, waitsFor });
  });

  test('names the guard, or none where no state knows the command', () => {
    expect(refusalOf(online(TALK).snapshot, 'login')?.guard).toBe('workIsNotIdle');
    expect(refusalOf(online(TALK).snapshot, 'makeCall')?.guard).toBeNull();
  });

  test('names what holds up cancelConsult', () => {
    expect(refusalOf(online(`${TALK} · DC · cancelConsult`).snapshot, 'cancelConsult')).toMatchObject({
      code: 'IN_FLIGHT',
      reason: 'cancelPending',
      waitsFor: ['cancelConsult'],
    });
  });

  test('of what is allowed is none', () => {
    expect(refusalOf(online(TALK).snapshot, 'holdCall')).toBeNull();
  });
});

describe('the states that know a command', () => {
  test('are those of the chart in which it exists', () => {
    expect(statesThatKnow('setRoute')).toEqual(['login.settled.loggedIn.online']);
    expect(statesThatKnow('makeCall')).toEqual(['work.idle']);
    expect(statesThatKnow('retrieveCall')).toEqual(
      expect.arrayContaining([
        'work.live.established.holding',
        'work.live.established.conferencing.held',
        'work.live.established.talking.guessed',
      ]),
    );
    expect(statesThatKnow('on')).toEqual(['']);
  });

  test.each(COMMANDS)('of machines/regions are some for %s, the same list at each question', (command) => {
    expect(statesThatKnow(command)).not.toEqual([]);
    expect(statesThatKnow(command)).toBe(statesThatKnow(command));
  });
});

describe('the words of a refusal', () => {
  const all = [...Object.entries(BY_GUARD), ...Object.entries(BY_WORK), ...Object.entries(OTHERWISE)];
  test.each(all)('%s', (_, { reason, advice }) => {
    expect(reason).toMatch(/^[a-z][A-Za-z]+$/);
    expect(advice).toMatch(/^[A-Z][^.]+\.$/);
  });

  test('are there for each refusing guard, and each is a guard of the chart', () => {
    const known = Object.keys(agentMachine.implementations.guards);
    for (const guard of Object.keys(BY_GUARD)) expect(known).toContain(guard);
  });

  test('name what to do', () => {
    expect(BY_WORK.holding.advice).toBe('Retrieve the call first.');
    expect(BY_WORK.ringing.advice).toBe('Answer or reject the call first.');
  });
});

// The contract, section 4, in words.
test('each guard says in plain words what refuses, for developers and the table of commands', () => {
  expect(Object.fromEntries(Object.entries(BY_GUARD).map(([guard, { because }]) => [guard, because]))).toEqual({
    isInterrupted: 'the link to the service is down',
    isUnreachable: 'neither connected nor displaced',
    isNotLoggedIn: 'not logged in',
    isLocked: 'locked',
    workIsNotIdle: 'work is not idle',
    noCallIsEstablished: 'no call is established',
    isNotInitiatingConsult: 'no initiateConsult is pending',
    noWaitingCallRings: 'no call that waits rings',
    loginLaneIsBusy: 'a login command is pending',
    resetLaneIsBusy: 'a reset is pending',
    callLaneIsBusy: 'a call command is pending',
    answerMustWait: 'a call command other than makeCall is pending',
    hangupLaneIsBusy: 'a hangup is pending',
    microphoneLaneIsBusy: 'a mute or unmute is pending',
    cancelConsultMustWait: 'a call command other than initiateConsult is pending',
  });
});
