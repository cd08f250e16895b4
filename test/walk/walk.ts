import { reachableLeaves } from '../../adapters/testing/coverage/chart-states.js';
import { allCalls, pendingCommands, type AgentEvent, type Lane } from '../../machines/index.js';
import { canBeMuted, canonical, initialSnapshot, keyOf, next, withOtherMicrophone, type Configuration, type Region } from './chart.js';
import { contradictionsIn, deadEndsIn, disagreementsIn } from './checks.js';
import { COMMAND_EVENTS, happenings, MICROPHONE_COMMANDS, RECALLED, REGAIN_EVENTS } from './events.js';

/** How much a walk takes in: what it leaves out, it does not visit. */
export interface WalkOptions {
  /** How many commands may be pending at once. */
  readonly inFlight: number;
  /** Lanes whose commands are never sent. */
  readonly leftOut: readonly Lane[];
  /** How many calls may wait. */
  readonly waiting: number;
  /** How many legs a call may have. */
  readonly legs: number;
  /** Regions that make no difference between configurations: those that no other region can see. */
  readonly apart: readonly Region[];
  /** What else is wrong with a configuration; empty: nothing. */
  readonly alsoWrongAt?: (snapshot: Configuration) => readonly string[];
  /** What else is wrong with what an event makes of a configuration; empty: nothing. */
  readonly alsoWrong?: (snapshot: Configuration, event: AgentEvent) => readonly string[];
  /** Is told now and then how many configurations the walk has seen. */
  readonly progress?: (configurations: number) => void;
}

/** What decides nothing, and is in no walk: the quality of the media path, and the agent's phone. */
const ASIDE: readonly Region[] = ['network', 'device'];

/** No pending command. */
export const NOBODY_WAITS: WalkOptions = { inFlight: 0, leftOut: [], waiting: 1, legs: 1, apart: ASIDE };

/** One pending command at a time, the microphone among the regions: the deep run compares each transition with XState. */
export const ONE_IN_FLIGHT: WalkOptions = { inFlight: 1, leftOut: [], waiting: 1, legs: 1, apart: ASIDE };

/** The same without the microphone: `npm test`. */
export const QUICK_WALK: WalkOptions = { ...ONE_IN_FLIGHT, leftOut: ['microphone'], apart: [...ASIDE, 'microphone'] };

/** Every lane at once, but those that no other region can see, which are walked apart. */
export const ALL_LANES: WalkOptions = { inFlight: 6, leftOut: ['microphone', 'keys'], waiting: 0, legs: 1, apart: [...ASIDE, 'microphone'] };

/** Calls that wait, and calls with several legs. */
export const MANY_CALLS: WalkOptions = { ...QUICK_WALK, waiting: 2, legs: 2 };

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

/** Whether the walk does not go there. */
function isBeyond({ context }: Configuration, { inFlight, waiting, legs }: WalkOptions): boolean {
  const { roster, side } = context;
  if (roster.waiting.length > waiting || allCalls(roster).some((call) => call.legs.length > legs)) return true;
  // Queries block nothing and are blocked by nothing.
  return pendingCommands(context).length - side.filter(({ lane }) => lane === 'query').length > inFlight;
}

/** Visits every configuration that can be reached and tries everything in each. */
export function walk(options: WalkOptions): Walk {
  const { apart, leftOut, alsoWrongAt, alsoWrong, progress = () => undefined } = options;
  const seen = new Set<string>();
  const waiting: Configuration[] = [];
  const findings: string[] = [];
  const states = new Set<string>();
  let transitions = 0;
  const visit = (found: Configuration) => {
    if (isBeyond(found, options)) return;
    const snapshot = canonical(found);
    const key = keyOf(snapshot, apart);
    if (seen.has(key)) return;
    seen.add(key);
    for (const { path } of snapshot._nodes) states.add(path.join('.'));
    waiting.push(snapshot);
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
    const sent = COMMAND_EVENTS.map((event) => (leftOut.includes(event.pending.lane) ? next(snapshot, event) : attempt(snapshot, event)));
    for (const event of happenings(snapshot)) attempt(snapshot, event);
    // A page is loaded anew without a call.
    if (snapshot.context.roster.call === null) {
      for (const recalled of RECALLED) {
        const reloaded = next(snapshot, recalled);
        for (const event of REGAIN_EVENTS) attempt(reloaded, event);
      }
    }
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
export function wrongIn({ findings, states, configurations }: Walk, { apart, leftOut }: WalkOptions): readonly string[] {
  const notWalked = [...apart, ...leftOut.map((lane) => `pending.${lane}`)];
  const isApart = (leaf: string) => notWalked.some((path) => leaf.startsWith(`${path}.`));
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
