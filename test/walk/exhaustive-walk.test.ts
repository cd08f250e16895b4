import { describe, expect, test } from '@jest/globals';
import { leavesIn, reachableLeaves } from '../../adapters/testing/coverage/chart-states.js';
import { agentMachine, BREAK_REASONS, readState, requestsInFlight, type AgentEvent } from '../../machines/index.js';
import { canonical, initialSnapshot, keyOf, next, type Configuration } from './chart.js';
import { contradictionsIn, deadEndsIn, disagreementsIn } from './checks.js';
import { COMMAND_EVENTS, happenings } from './events.js';

/**
 * How many commands may be in flight at once, whatever the configuration;
 * `npm run test:walk` sets it. By default one, and two with an agent who is
 * online and can be heard: the guards of the lanes look at one or two of the
 * five at a time, and two everywhere take several times as long.
 */
const EVERYWHERE = process.env['WALK_IN_FLIGHT'];

function mayBeInFlight(snapshot: Configuration): number {
  if (EVERYWHERE !== undefined) return Number(EVERYWHERE);
  const { login, muted } = readState(snapshot);
  return login === 'online' && !muted ? 2 : 1;
}

/** One break stands for all eight, and no network quality decides anything. */
const LEFT_OUT = /^login\.settled\.loggedIn\.break\.(?!general)|^network\./;

interface Walk {
  readonly configurations: number;
  readonly transitions: number;
  /** Leaf states that it has been in. */
  readonly states: ReadonlySet<string>;
  /** What was found wrong, with the configuration. */
  readonly findings: readonly string[];
}

/** Visits every configuration that can be reached and tries everything in each. */
function walk(): Walk {
  const seen = new Set<string>();
  const waiting: Configuration[] = [];
  const findings: string[] = [];
  const states = new Set<string>();
  let transitions = 0;
  const visit = (snapshot: Configuration) => {
    if (requestsInFlight(snapshot.context).length > mayBeInFlight(snapshot)) return;
    const key = keyOf(snapshot);
    if (seen.has(key)) return;
    seen.add(key);
    for (const state of leavesIn(snapshot.value)) states.add(state);
    waiting.push(canonical(snapshot));
  };
  visit(initialSnapshot());
  for (let snapshot = waiting.pop(); snapshot !== undefined; snapshot = waiting.pop()) {
    const where = keyOf(snapshot);
    const attempt = (event: AgentEvent): Configuration => {
      transitions += 1;
      try {
        const after = next(snapshot, event);
        if (after !== snapshot) visit(after);
        return after;
      } catch (error) {
        findings.push(`${where}: ${JSON.stringify(event)} throws ${String(error)}`);
        return snapshot;
      }
    };
    const sent = COMMAND_EVENTS.map(attempt);
    happenings(snapshot).forEach(attempt);
    const wrong = [
      ...contradictionsIn(snapshot),
      ...disagreementsIn(snapshot, sent),
      ...deadEndsIn(snapshot),
    ];
    if (wrong.length > 0 && findings.length < 20) findings.push(`${where}: ${wrong.join('; ')}`);
  }
  return { configurations: seen.size, transitions, states, findings };
}

describe('an exhaustive walk of the chart', () => {
  test(
    'no configuration contradicts itself, lies about what it takes, or has no way out',
    () => {
      const { configurations, transitions, states, findings } = walk();
      process.stdout.write(
        `the walk saw ${String(configurations)} configurations and ${String(transitions)} transitions, ` +
          `with at most ${EVERYWHERE ?? 'one or two'} commands in flight\n`,
      );
      expect(findings).toEqual([]);
      // What was never visited, was never looked at: two keys that are equal and must not be would hide it.
      expect(reachableLeaves().filter((leaf) => !states.has(leaf) && !LEFT_OUT.test(leaf))).toEqual([]);
      expect(configurations).toBeGreaterThan(1000);
    },
    60 * 60_000,
  );

  // The walk goes through one break; this is why it stands for all eight.
  test('the eight breaks differ in nothing but their reason code', () => {
    const breaks = agentMachine.getStateNodeById('break').states;
    expect(Object.keys(breaks)).toEqual(Object.keys(BREAK_REASONS));
    for (const { transitions, entry, exit, invoke } of Object.values(breaks)) {
      expect([transitions.size, entry, exit, invoke]).toEqual([0, [], [], []]);
    }
  });
});
