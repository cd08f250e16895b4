import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../../machines/index.js';
import { ALLOWED_WHEN, expectedRefusal, UNBLOCKED, type Situation } from '../../adapters/testing/model/allowed-when.js';
import { Bench, canBeMuted, errorOf, type Place, PLACES, type Standing, STANDINGS, turns, watch } from '../support/bench/index.js';
import { covers } from '../sobot-contract/covers.js';

interface Case {
  readonly name: string;
  readonly situation: Situation;
  arrive(): Bench;
}

function caseOf(standing: Standing, place: Place, isMuted: boolean): Case {
  const { connection, login } = standing;
  const { work, phase, consultGone } = place;
  return {
    name: `${standing.name}; ${place.name}${isMuted ? ', muted' : ''}`,
    situation: {
      connection,
      login,
      work,
      phase,
      consultGone,
      isMuted,
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

/** `calling` is where a makeCall of the agent's leads, so only who may call gets there. */
function isReachable(standing: Standing, place: Place): boolean {
  const situation = { ...standing, phase: null, consultGone: false, isMuted: false, work: 'idle' };
  return place.name !== 'calling' || ALLOWED_WHEN.makeCall(situation);
}

const CASES = STANDINGS.flatMap((standing) =>
  PLACES.filter((place) => isReachable(standing, place)).flatMap((place) =>
    [false, ...(canBeMuted(place) ? [true] : [])].map((isMuted) => caseOf(standing, place, isMuted)),
  ),
);

/** Sending takes an agent for each command: the reasons of a break, and odd connections, are left to asking. */
const CASES_TO_SEND = CASES.filter(({ name }) => !/break 1[48]|failed, (?!off)|uninitialized, (?!off)|initializing, [dbl]/.test(name));

const expectations = (situation: Situation): Record<string, string | null> =>
  Object.fromEntries(COMMANDS.map((command) => [command, expectedRefusal(command, situation)]));

describe('in every combination of connection, login, work status and microphone', () => {
  test.each(CASES)('$name: can, whyNot and allowed say what the table says', ({ situation, arrive }) => {
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
    expect(pending.flat()).toEqual([]);
    
  });
});

test('the table was checked in some hundreds of situations', () => {
  expect(CASES.length).toBeGreaterThan(400);
});
