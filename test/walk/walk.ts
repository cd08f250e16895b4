import { reachableLeaves } from '../../adapters/testing/coverage/chart-states.js';
import { requestsInFlight, type AgentEvent } from '../../machines/index.js';
import { canBeMuted, canonical, initialSnapshot, keyOf, next, withOtherMicrophone, type Configuration, type Region } from './chart.js';
import { contradictionsIn, deadEndsIn, disagreementsIn } from './checks.js';
import { COMMAND_EVENTS, happenings, MICROPHONE_COMMANDS } from './events.js';

export interface WalkOptions {
  /** How many commands may be in flight at once. */
  readonly inFlight: number;
  /** Regions that make no difference between configurations: those that no other region can see. */
  readonly apart: readonly Region[];
  /** What else is wrong with a configuration; empty: nothing. */
  readonly alsoWrongAt?: (snapshot: Configuration) => readonly string[];
  /** What else is wrong with what an event makes of a configuration; empty: nothing. */
  readonly alsoWrong?: (snapshot: Configuration, event: AgentEvent) => readonly string[];
  /** Is told now and then how many configurations the walk has seen. */
  readonly progress?: (configurations: number) => void;
}

/** The quality of the media path decides nothing, and is in no walk. */
const NETWORK: readonly Region[] = ['network'];

/** No command in flight. */
export const NOBODY_WAITS: WalkOptions = { inFlight: 0, apart: NETWORK };

/** One command in flight at a time, the microphone among the regions: the deep run compares each transition with XState. */
export const ONE_IN_FLIGHT: WalkOptions = { inFlight: 1, apart: NETWORK };

/** The same without the microphone: `npm test`. */
export const QUICK_WALK: WalkOptions = { inFlight: 1, apart: ['network', 'microphone'] };

/** Every lane at once. The microphone, which no other region can see, is walked apart. */
export const ALL_LANES: WalkOptions = { inFlight: 5, apart: ['network', 'microphone'] };

export interface Walk {
  readonly configurations: number;
  readonly transitions: number;
  /** States that it has been in. */
  readonly states: ReadonlySet<string>;
  /** What was found wrong, with the configuration. */
  readonly findings: readonly string[];
}

/** One break stands for all eight. */
const LEFT_OUT = /^login\.settled\.loggedIn\.break\.(?!general)/;

/** Findings are many when something is wrong everywhere; the first ones say what. */
const TOLD = 20;

/** Visits every configuration that can be reached and tries everything in each. */
export function walk({ inFlight, apart, alsoWrongAt, alsoWrong, progress = () => undefined }: WalkOptions): Walk {
  const seen = new Set<string>();
  const waiting: Configuration[] = [];
  const findings: string[] = [];
  const states = new Set<string>();
  let transitions = 0;
  const visit = (snapshot: Configuration) => {
    if (requestsInFlight(snapshot.context).length > inFlight) return;
    const key = keyOf(snapshot, apart);
    if (seen.has(key)) return;
    seen.add(key);
    for (const { path } of snapshot._nodes) states.add(path.join('.'));
    waiting.push(canonical(snapshot));
    if (seen.size % 100 === 0) progress(seen.size);
  };
  visit(initialSnapshot());
  for (let snapshot = waiting.pop(); snapshot !== undefined; snapshot = waiting.pop()) {
    const where = JSON.stringify(snapshot.value);
    const attempt = (from: Configuration, event: AgentEvent): Configuration => {
      transitions += 1;
      try {
        const after = next(from, event);
        if (after !== from) visit(after);
        const wrong = alsoWrong?.(from, event) ?? [];
        if (wrong.length > 0 && findings.length < TOLD) findings.push(`${where}: ${JSON.stringify(event)}: ${wrong.join('; ')}`);
        return after;
      } catch (error) {
        findings.push(`${where}: ${JSON.stringify(event)} throws ${String(error)}`);
        return from;
      }
    };
    const sent = COMMAND_EVENTS.map((event) => attempt(snapshot, event));
    for (const event of happenings(snapshot)) attempt(snapshot, event);
    // Where it is walked apart, only one of its states has been visited; it takes one of its commands in each.
    if (apart.includes('microphone') && canBeMuted(snapshot)) {
      for (const event of MICROPHONE_COMMANDS) attempt(withOtherMicrophone(snapshot), event);
    }
    const wrong = [
      ...contradictionsIn(snapshot),
      ...disagreementsIn(snapshot, sent),
      ...deadEndsIn(snapshot),
      ...(alsoWrongAt?.(snapshot) ?? []),
    ];
    if (wrong.length > 0 && findings.length < TOLD) findings.push(`${where}: ${wrong.join('; ')}`);
  }
  return { configurations: seen.size, transitions, states, findings };
}

/**
 * What is wrong with a walk; empty: nothing. What was never visited, was never looked at: two keys that are equal and
 * must not be would hide it.
 */
export function wrongIn({ findings, states, configurations }: Walk, { apart }: WalkOptions): readonly string[] {
  const isApart = (leaf: string) => apart.some((region) => leaf.startsWith(`${region}.`));
  const unvisited = reachableLeaves().filter((leaf) => !states.has(leaf) && !LEFT_OUT.test(leaf) && !isApart(leaf));
  return [
    ...findings,
    ...unvisited.map((leaf) => `never visited: ${leaf}`),
    ...(configurations > 1000 ? [] : [`only ${configurations} configurations`]),
  ];
}

/** `14,235 configurations and 1,120,443 transitions`. */
export function seenIn({ configurations, transitions }: Walk): string {
  return `${configurations.toLocaleString('en')} configurations and ${transitions.toLocaleString('en')} transitions`;
}
