import { describe, expect, test } from '@jest/globals';
import { COMMANDS, type CommandName } from '../../machines/index.js';
import {
  ALLOWED_WHEN,
  CALL_COMMANDS,
  expectedRefusal,
  LOGIN_COMMANDS,
  UNBLOCKED,
  type Situation,
} from '../../adapters/testing/model/allowed-when.js';
import { waitingForEvents } from '../support/bench/flights.js';
import {
  type Bench,
  benchAt,
  canBeMuted,
  errorOf,
  type PlaceName,
  placeNamed,
  PLACES,
  standingNamed,
  STRANGER,
  turns,
  watch,
} from '../support/bench/index.js';

interface Start {
  readonly standing: string;
  readonly place: PlaceName;
  readonly isMuted: boolean;
}

/** Where the bench stands now; the test says which commands are in flight. */
function situationOf(bench: Bench, { place, isMuted }: Start, inFlight: readonly CommandName[]): Situation {
  const state = bench.state();
  return {
    connection: state.connection,
    login: state.login,
    work: state.work,
    phase: state.consult?.phase ?? null,
    consultGone: placeNamed(place).consultGone,
    isMuted,
    onHold: state.onHold,
    inFlight,
  };
}

function expectTable(bench: Bench, start: Start, inFlight: readonly CommandName[]): void {
  const situation = situationOf(bench, start, inFlight);
  const entries = (answer: (command: CommandName) => unknown) => Object.fromEntries(COMMANDS.map((command) => [command, answer(command)]));
  expect(entries((command) => bench.agent.whyNot(command)?.code ?? null)).toEqual(
    entries((command) => expectedRefusal(command, situation)),
  );
  expect(
    bench
      .state()
      .pending.map(({ command }) => command)
      .sort(),
  ).toEqual([...inFlight].sort());
}

const STARTS: readonly Start[] = ['connected, online', 'connected, dnd 2', 'connected, offline', 'displaced, offline'].flatMap((standing) =>
  PLACES.filter(({ name }) => name !== 'calling' || standing === 'connected, online')
    // A displaced page ignores the calls of the other end, so it starts in none.
    .filter(({ name }) => name === 'idle' || standing !== 'displaced, offline')
    .flatMap((place) => [false, ...(canBeMuted(place) ? [true] : [])].map((isMuted) => ({ standing, place: place.name, isMuted }))),
);

const startBench = ({ standing, place, isMuted }: Start): Bench => benchAt(place, { standing, isMuted, bench: waitingForEvents() });

/** Every command that can be in flight, with where it was sent. */
const IN_FLIGHT = STARTS.flatMap((start) => {
  const { connection, login } = standingNamed(start.standing);
  const { work, phase, consultGone, inFlight } = placeNamed(start.place);
  const situation: Situation = { connection, login, work, phase, consultGone, isMuted: start.isMuted, inFlight };
  return [...LOGIN_COMMANDS, ...CALL_COMMANDS]
    .filter((command) => ALLOWED_WHEN[command](situation) && expectedRefusal(command, situation) === null)
    .map((command) => ({
      command,
      start,
      inFlight: [...inFlight, command],
      name: `${command} from ${start.standing}, ${start.place}${start.isMuted ? ', muted' : ''}`,
    }));
});

describe('while a command is in flight', () => {
  test.each(IN_FLIGHT)('$name: its lane is closed but for the escapes', ({ command, start, inFlight }) => {
    const bench = startBench(start);
    bench.leave(command);
    expectTable(bench, start, inFlight);
  });

  test('every command of both lanes was among those', () => {
    const seen = new Set(IN_FLIGHT.map(({ command }) => command));
    expect([...LOGIN_COMMANDS, ...CALL_COMMANDS].filter((command) => !seen.has(command))).toEqual([]);
  });

  /** Any number of keys may be in flight. */
  const ALONE = IN_FLIGHT.filter(({ command }) => command !== 'sendDtmf');

  test.each(ALONE.filter((one, index) => ALONE.findIndex(({ command }) => command === one.command) === index))(
    '$name: it cannot be sent a second time',
    async ({ command, start }) => {
      const bench = startBench(start);
      bench.leave(command);
      const { sentCount } = bench;
      const { code } = await errorOf(bench.send(command));
      expect(['IN_FLIGHT', 'NOT_ALLOWED']).toContain(code);
      expect(bench.sentCount).toBe(sentCount);
    },
  );
});

describe('the escapes', () => {
  const talking: Start = { standing: 'connected, online', place: 'talking', isMuted: false };

  test('hangup overtakes a call command, and each blocks its own lane only', () => {
    const bench = startBench(talking);
    bench.leave('holdCall');
    bench.leave('hangup');
    expectTable(bench, talking, ['holdCall', 'hangup']);
    expect(bench.sdk.sent.slice(-2)).toEqual(['holdCall', 'hangup']);
  });

  test('cancelConsult overtakes initiateConsult, and hangup both', () => {
    const bench = startBench(talking);
    bench.leave('initiateConsult');
    bench.leave('cancelConsult');
    expectTable(bench, talking, ['initiateConsult', 'cancelConsult']);
    bench.leave('hangup');
    expectTable(bench, talking, ['initiateConsult', 'cancelConsult', 'hangup']);
    expect(bench.sdk.sent.slice(-3)).toEqual(['initiateConsult', 'cancelConsult', 'hangup']);
  });

  test('cancelConsult overtakes initiateConsult also when the customer is held already', () => {
    const bench = startBench(talking);
    bench.leave('initiateConsult');
    bench.customer('EventAgentHoldCall');
    expect(bench.state().work).toBe('holding');
    expect(bench.agent.can('cancelConsult')).toBe(true);
  });

  test('cancelConsult overtakes initiateConsult also when the server has formed a conference meanwhile', () => {
    const bench = startBench(talking);
    bench.leave('initiateConsult');
    bench.customer('EventPartyChanged');
    expect(bench.state()).toMatchObject({ work: 'conferencing', pending: [{ command: 'initiateConsult' }] });
    expect(bench.agent.can('cancelConsult')).toBe(true);
  });

  test.each(['login', 'logout', 'ready', 'notReady'] as const)('resetLogout overtakes %s', (command) => {
    const standing = { login: 'connected, offline', ready: 'connected, dnd 2' }[command as string] ?? 'connected, online';
    const start: Start = { standing, place: 'idle', isMuted: false };
    const bench = startBench(start);
    bench.leave(command);
    bench.leave('resetLogout');
    expectTable(bench, start, [command, 'resetLogout']);
    expect(bench.sdk.sent.slice(-2)).toEqual([command, 'resetLogout']);
  });

  test('resetLogout overtakes everything at once', () => {
    const bench = startBench(talking);
    for (const command of ['notReady', 'initiateConsult', 'cancelConsult', 'hangup', 'queryStates'] as const) {
      bench.leave(command);
    }
    expect(bench.agent.can('resetLogout')).toBe(true);
  });
});

describe('the lanes of their own', () => {
  const talking: Start = { standing: 'connected, online', place: 'talking', isMuted: false };

  test('the microphone is switched while a call command is in flight, and blocks only itself', () => {
    const bench = startBench(talking);
    bench.leave('holdCall');
    bench.leave('muteCall');
    expectTable(bench, talking, ['holdCall', 'muteCall']);
    expect(bench.sdk.sent.slice(-2)).toEqual(['holdCall', 'muteCall']);
    bench.customer('EventAgentMute');
    bench.leave('unmute');
    expectTable(bench, { ...talking, isMuted: true }, ['holdCall', 'unmute']);
    expect(bench.agent.whyNot('unmute')?.code).toBe('IN_FLIGHT');
  });

  test('several keys are in flight, go out in order and block nothing', async () => {
    const bench = startBench(talking);
    const pressed = ['1', '2', '3'].map((dtmfDigits) => watch(bench.send('sendDtmf', { dtmfDigits })));
    expectTable(bench, talking, ['sendDtmf', 'sendDtmf', 'sendDtmf']);
    expect(bench.sdk.calls.slice(-3).map(({ parameters }) => parameters?.['dtmfDigits'])).toEqual(['1', '2', '3']);
    bench.leave('holdCall');
    bench.leave('sendDtmf');
    expect(bench.sdk.sent.slice(-2)).toEqual(['holdCall', 'sendDtmf']);
    bench.customer('EventDtmfSent');
    await turns();
    expect(pressed.map(({ length }) => length)).toEqual([1, 0, 0]);
  });

  test('cancelConsult in flight blocks only itself', () => {
    const start: Start = { standing: 'connected, online', place: 'consulting, not connected', isMuted: false };
    const bench = startBench(start);
    bench.leave('cancelConsult');
    bench.third('EventEstablished');
    for (const command of ['retrieveConsult', 'consultTransfer', 'consultConference', 'muteCall', 'hangup'] as const) {
      expect([command, bench.agent.whyNot(command)]).toEqual([command, null]);
    }
  });

  test('the login command that is sent while resetLogout is in flight goes out', () => {
    const bench = startBench({ standing: 'connected, online', place: 'idle', isMuted: false });
    bench.leave('resetLogout');
    bench.leave('notReady');
    expect(bench.sdk.sent.slice(-2)).toEqual(['resetLogout', 'notReady']);
    expect(bench.agent.whyNot('resetLogout')?.code).toBe('IN_FLIGHT');
  });

  test.each(['answer', 'rejectCall'] as const)("makeCall in flight does not make %s wait: the agent's own phone rings first", (command) => {
    const bench = startBench({ standing: 'connected, online', place: 'calling', isMuted: false });
    bench.customer('EventRinging', { callType: 'Outbound', thisDNRole: 'Destination' });
    expect(bench.state()).toMatchObject({ work: 'dialing', pending: [{ command: 'makeCall' }] });
    bench.leave(command);
    expect(bench.sdk.sent.at(-1)).toBe(command);
    expect(bench.agent.whyNot('answer')?.code).toBe('IN_FLIGHT');
    expect(bench.agent.whyNot('rejectCall')?.code).toBe('IN_FLIGHT');
  });

  test('a waiting call is answered while another command is in flight only after that', () => {
    const bench = startBench(talking);
    bench.emit('EventRinging', STRANGER);
    bench.leave('holdCall');
    expect(bench.agent.whyNot('answer')).toMatchObject({ code: 'IN_FLIGHT', waitsFor: ['holdCall'] });
    bench.customer('EventAgentHoldCall');
    expect(bench.agent.can('answer')).toBe(true);
  });
});

describe('queries and supervisor commands', () => {
  test('block nothing, not even themselves, however many are in flight', () => {
    const start: Start = { standing: 'connected, online', place: 'idle', isMuted: false };
    const bench = startBench(start);
    const sent = [...UNBLOCKED, ...UNBLOCKED];
    for (const command of sent) bench.leave(command);
    expect(bench.sdk.sent.slice(-sent.length)).toEqual(sent);
    expectTable(bench, start, sent);
  });

  test('are blocked by nothing', () => {
    const bench = startBench({ standing: 'connected, online', place: 'talking', isMuted: false });
    for (const command of ['notReady', 'resetLogout', 'holdCall', 'hangup'] as const) bench.leave(command);
    expect(UNBLOCKED.filter((command) => !bench.agent.can(command))).toEqual(['setRoute']);
  });
});

describe('a lane is free again', () => {
  test.each([
    ['its answer is yes', (bench: Bench) => bench.sdk.succeed('notReady')],
    ['its answer is no', (bench: Bench) => bench.sdk.fail('notReady')],
    ['its time is up', (bench: Bench) => bench.clock.increment(60_000)],
  ])('after a login command when %s', (_, end) => {
    const bench = benchAt('idle');
    bench.leave('notReady');
    expect(bench.agent.can('logout')).toBe(false);
    end(bench);
    expect(bench.agent.can('logout')).toBe(true);
  });

  test.each([
    ['the server confirms it', (bench: Bench) => bench.customer('EventAgentHoldCall')],
    ['the server reports an error', (bench: Bench) => bench.sdk.emit('EventError', {})],
    ['its time is up', (bench: Bench) => bench.clock.increment(60_000)],
  ])('after a call command when %s', (_, end) => {
    const bench = benchAt('talking');
    bench.leave('holdCall');
    expect(bench.agent.can('singleTransfer')).toBe(false);
    end(bench);
    const next = bench.state().work === 'holding' ? 'retrieveCall' : 'singleTransfer';
    expect(bench.agent.can(next)).toBe(true);
  });
});
