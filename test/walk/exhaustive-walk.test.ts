import { describe, expect, test } from '@jest/globals';
import { agentMachine, BREAK_REASONS, requestsInFlight, type AgentEvent, type AgentSnapshot } from '../../machines/index.js';
import { canonical, initialSnapshot, keyOf, next } from './chart.js';
import { contradictionsIn, deadEndsIn, disagreementsIn } from './checks.js';
import { COMMAND_EVENTS, happenings } from './events.js';

/**
 * How many commands may be in flight at once. The guards of the lanes look at one
 * or two of the five at a time, so two are the default; `npm run test:walk` goes
 * through all five, which takes several times as long.
 */
const IN_FLIGHT = Number(process.env['WALK_IN_FLIGHT'] ?? 2);

interface Walk {
  readonly configurations: number;
  readonly transitions: number;
  /** What was found wrong, with the configuration. */
  readonly findings: readonly string[];
}

/** Visits every configuration that can be reached and tries everything in each. */
function walk(): Walk {
  const seen = new Set<string>();
  const waiting: AgentSnapshot[] = [];
  const findings: string[] = [];
  let transitions = 0;
  const visit = (snapshot: AgentSnapshot) => {
    if (requestsInFlight(snapshot.context).length > IN_FLIGHT) return;
    const key = keyOf(snapshot);
    if (seen.has(key)) return;
    seen.add(key);
    waiting.push(canonical(snapshot));
  };
  visit(initialSnapshot());
  for (let snapshot = waiting.pop(); snapshot !== undefined; snapshot = waiting.pop()) {
    const where = keyOf(snapshot);
    const attempt = (event: AgentEvent): AgentSnapshot => {
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
  return { configurations: seen.size, transitions, findings };
}

describe('an exhaustive walk of the chart', () => {
  test(
    'no configuration contradicts itself, lies about what it takes, or has no way out',
    () => {
      const { configurations, transitions, findings } = walk();
      process.stdout.write(
        `the walk saw ${String(configurations)} configurations and ${String(transitions)} transitions, ` +
          `with at most ${String(IN_FLIGHT)} commands in flight\n`,
      );
      expect(findings).toEqual([]);
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
