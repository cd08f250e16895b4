import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../../machines/index.js';
import { expectedRefusal, LOGIN_COMMANDS, UNBLOCKED, type Situation } from '../../adapters/testing/model/allowed-when.js';
import {
  Bench,
  canBeMuted,
  errorOf,
  MORE_PLACES,
  type MorePlace,
  type Place,
  PLACES,
  type Standing,
  standingNamed,
  STANDINGS,
  turns,
  watch,
} from '../support/bench/index.js';
import { covers } from '../sobot-contract/covers.js';

interface Case {
  readonly name: string;
  readonly situation: Situation;
  arrive(): Bench;
}

type AnyPlace = Omit<Place, 'name' | 'phase'> &
  Pick<MorePlace, 'name' | 'phase'> &
  Partial<Pick<MorePlace, 'onHold' | 'waitingRings' | 'isGuess' | 'isOffered'>>;

function caseOf(standing: Standing, place: AnyPlace, isMuted: boolean): Case {
  const { connection, login } = standing;
  const { work, phase, consultGone, onHold = null, waitingRings = false, isGuess = false, isOffered = false } = place;
  return {
    name: `${standing.name}; ${place.name}${isMuted ? ', muted' : ''}`,
    situation: {
      connection,
      login,
      work,
      phase,
      consultGone,
      isMuted,
      onHold,
      waitingRings,
      isGuess,
      isOffered,
      inFlight: [...standing.inFlight, ...place.inFlight],
    },
    arrive() {
      const bench = new Bench();
      standing.go(bench);
      place.go(bench);
      if (isMuted) bench.customer('EventAgentMute');
      return bench;
    },
  };
}

/** `calling` is where a makeCall of the agent's leads; and what the service says of another end's calls counts for nothing. */
function isReachable(standing: Standing, { name }: Place): boolean {
  if (standing.connection === 'displaced' && standing.login === 'offline') return name === 'idle';
  const situation = { ...standing, phase: null, consultGone: false, isMuted: false, work: 'idle' };
  return name !== 'calling' || expectedRefusal('makeCall', situation) === null;
}

/** A place with the microphone on and, where there is one, off. */
const withMicrophones = (place: Place | MorePlace): boolean[] => (canBeMuted(place) ? [false, true] : [false]);

const CASES = STANDINGS.flatMap((standing) =>
  PLACES.filter((place) => isReachable(standing, place)).flatMap((place) =>
    withMicrophones(place).map((isMuted) => caseOf(standing, place, isMuted)),
  ),
);

const FOR_MORE = STANDINGS.filter(({ connection, inFlight }) => connection === 'connected' && inFlight.length === 0);

/** An event about its call makes a guess certain, so that a guess is not muted here. */
const MORE_CASES = FOR_MORE.flatMap((standing) =>
  MORE_PLACES.filter(({ isForOnline }) => !isForOnline || standing.name === 'connected, online').flatMap((place) =>
    withMicrophones(place)
      .filter((isMuted) => !isMuted || !place.isGuess)
      .map((isMuted) => caseOf(standing, place, isMuted)),
  ),
);

const ALL = [...CASES, ...MORE_CASES];

/** Sending takes an agent for each command: the reasons of a break are left to asking. */
const CASES_TO_SEND = ALL.filter(({ name }) => !/break 1[48]/.test(name));

const expectations = (situation: Situation): Record<string, string | null> =>
  Object.fromEntries(COMMANDS.map((command) => [command, expectedRefusal(command, situation)]));

describe('in every combination of connection, login, work status and microphone', () => {
  test.each(ALL)('$name: can, whyNot and allowed say what the table says', ({ situation, arrive }) => {
    covers(
      'login rule: from login state offline, online or any other',
      'login rule: not while the work status is calling, dialing, talking, holding or sorting',
      'logout rule: only while the work status is ready, occupied or locking',
      'resetLogout rule: from any login state and any call status',
      'muteCall rule: also during a consult',
      'cancelConsult rule: only before the consulted party is connected',
      'delayACW rule: only in sorting',
      'completeACW rule: only in sorting',
      'completeACWToBusy rule: only in sorting',
      'queryRoutes rule: after login',
      'setRoute rule: while the agent is available',
    );
    const bench = arrive();
    const { agent } = bench;
    const state = bench.state();
    const { connection, login, work, phase, isMuted } = situation;
    expect(state).toMatchObject({ connection, login, work, muted: isMuted });
    expect(state.waiting.some((call) => call.work === 'ringing')).toBe(situation.waitingRings);
    expect(state.consult?.phase ?? null).toBe(phase);

    const reasons = COMMANDS.map((command) => [command, agent.whyNot(command)?.code ?? null]);
    expect(Object.fromEntries(reasons)).toEqual(expectations(situation));
    const allowed = COMMANDS.filter((command) => expectedRefusal(command, situation) === null);
    expect(COMMANDS.filter((command) => agent.can(command))).toEqual(allowed);
    expect([...state.allowed].sort()).toEqual([...allowed, 'on', 'off'].sort());
  });

  test.each(CASES_TO_SEND)('$name: what is refused does not reach the SDK, what is allowed does', async ({ situation, arrive }) => {
    const bench = arrive();
    const state = bench.state();
    const { sentCount } = bench;
    const refused = COMMANDS.filter((command) => expectedRefusal(command, situation) !== null);
    const codes = await Promise.all(refused.map(async (command) => (await errorOf(bench.send(command)))['code']));
    expect(codes).toEqual(refused.map((command) => expectedRefusal(command, situation)));
    expect(bench.state()).toBe(state);
    expect(bench.sentCount).toBe(sentCount);

    const allowed = COMMANDS.filter((command) => !refused.includes(command));
    const pending = allowed.map((command) => {
      // Queries leave the state as it is, so that one bench does for all of them.
      const other = UNBLOCKED.includes(command) ? bench : arrive();
      const before = other.sentCount;
      const endings = watch(other.send(command));
      expect(other.sdk.sent.slice(before)).toEqual([command]);
      return endings;
    });
    await turns();
    // Keys count as pressed when the SDK's method has returned.
    const isPressed = allowed.includes('sendDtmf');
    expect(pending.flat()).toEqual(isPressed ? [{ ended: 'resolved', value: undefined }] : []);
  });
});

describe('while the link is down and expected back', () => {
  test.each(CASES.filter(({ situation }) => situation.connection === 'connected' && !situation.inFlight.includes('initAgent')))(
    '$name: only initAgent, on and off are allowed, whatever the table says',
    ({ situation, arrive }) => {
      const bench = arrive();
      const { login, work } = bench.state();
      bench.leave('queryStates');
      bench.sdk.fail('queryStates', { errorCode: '330026' });
      expect(bench.state()).toMatchObject({ connection: 'interrupted', login, work });
      const allowed = situation.inFlight.some((command) => LOGIN_COMMANDS.includes(command)) ? [] : ['initAgent'];
      expect(COMMANDS.filter((command) => bench.agent.can(command))).toEqual(allowed);
      expect([...bench.state().allowed].sort()).toEqual([...allowed, 'on', 'off'].sort());
    },
  );

  test('and any message of the service ends it', () => {
    const bench = new Bench();
    standingNamed('connected, online').go(bench);
    const { allowed } = bench.state();
    bench.leave('queryStates');
    bench.sdk.fail('queryStates', { errorCode: '330026' });
    bench.emit('EventOfTomorrow');
    expect(bench.state()).toMatchObject({ connection: 'connected', allowed });
  });
});

test('the table was checked in some hundreds of situations', () => {
  expect(ALL.length).toBeGreaterThan(400);
});
