import { reachableLeaves } from '../../adapters/testing/coverage/chart-states.js';
import { allCalls, pendingCommands, readState, type AgentEvent, type Lane } from '../../machines/index.js';
import { canBeMuted, canonical, initialSnapshot, keyOf, next, withOtherMicrophone, type Configuration, type Region } from './chart.js';
import { contradictionsIn, deadEndsIn, disagreementsIn, PASSING } from './checks.js';
import { COMMAND_EVENTS, happenings, MICROPHONE_COMMANDS, RECALLED, REGAIN_EVENTS } from './events.js';

/** How much a walk takes in: it does not visit the rest. */
export interface WalkOptions {
  /** How many commands may be pending at once. */
  readonly inFlight: number;
  /** Lanes whose commands are never sent. */
  readonly leftOut: readonly Lane[];
  /** How many calls may wait. */
  readonly waiting: number;
  /** How many legs a call may have. */
  readonly legs: number;
  /** With a call, the agent is always connected and online or offline: the work status sees no more of where the agent stands. */
  readonly isPlainInCalls: boolean;
  /** Regions that make no difference between configurations: those that no other region can see. */
  readonly apart: readonly Region[];
  /** How many configurations are visited, the nearest to the start first. Default: all. */
  readonly most?: number;
  /** Further problems of a configuration; empty: none. */
  readonly alsoWrongAt?: (snapshot: Configuration) => readonly string[];
  /** Further problems of a transition; empty: none. */
  readonly alsoWrong?: (snapshot: Configuration, event: AgentEvent) => readonly string[];
  /** Is told now and then how many configurations the walk has seen. */
  readonly progress?: (configurations: number) => void;
}

/** Regions that decide nothing, and are in no walk: the quality of the media path, and the agent's phone. */
const ASIDE: readonly Region[] = ['network', 'device'];

const PLAIN = { leftOut: [], waiting: 0, legs: 1, isPlainInCalls: true, apart: ASIDE } as const;

/** No pending command. */
export const NOBODY_WAITS: WalkOptions = { ...PLAIN, inFlight: 0 };

/** One pending command at a time, without the microphone: `npm test`. */
export const QUICK_WALK: WalkOptions = { ...PLAIN, inFlight: 1, leftOut: ['microphone'], apart: [...ASIDE, 'microphone'], most: 3000 };

/** The same, much further: the deep run. */
export const ONE_COMMAND: WalkOptions = { ...QUICK_WALK, most: 40_000 };

/** No pending command, and calls that wait. */
export const CALLS_THAT_WAIT: WalkOptions = { ...ONE_COMMAND, inFlight: 0, waiting: 1 };

/** One pending command at a time, the microphone among the regions: the deep run compares each transition with XState. */
export const ONE_IN_FLIGHT: WalkOptions = { ...PLAIN, inFlight: 1, isPlainInCalls: false, most: 3000 };

/** Every lane at once, but those that no other region can see, which are walked apart. */
export const ALL_LANES: WalkOptions = { ...ONE_COMMAND, most: 20_000, inFlight: 6, leftOut: ['microphone', 'keys'] };

export interface Walk {
  readonly configurations: number;
  readonly transitions: number;
  /** States that it has been in. */
  readonly states: ReadonlySet<string>;
  /** The problems found, each with its configuration. */
  readonly findings: readonly string[];
}

/** One break stands for all eight. */
const LEFT_OUT = /^login\.settled\.loggedIn\.break\.(?!general)/;

/** Findings are many when something is wrong everywhere; the first ones say enough. */
const TOLD = 20;

/** Of where an agent with a call stands, what the work status can see. */
const PLAIN_IN_CALLS = /^(connection\.connected|login\.settled\.(offline|loggedIn\.online))$/;
const OF_THE_AGENT = /^(connection|login)\.(?!settled$|settled\.loggedIn$)/;

function isPlain({ _nodes }: Configuration): boolean {
  return _nodes.every(({ path }) => !OF_THE_AGENT.test(path.join('.')) || PLAIN_IN_CALLS.test(path.join('.')));
}

/** Whether the walk does not go there. */
function isBeyond(snapshot: Configuration, { inFlight, waiting, legs, isPlainInCalls }: WalkOptions): boolean {
  const { roster, side } = snapshot.context;
  // Queries block nothing and are blocked by nothing.
  if (pendingCommands(snapshot.context).length - side.filter(({ lane }) => lane === 'query').length > inFlight) return true;
  if (roster.waiting.length > waiting || allCalls(roster).some((call) => call.legs.length > legs)) return true;
  return isPlainInCalls && roster.call !== null && !isPlain(snapshot);
}

/** Whether a page may be so before it is regained: signed out, without a call. */
function isJustLoaded(snapshot: Configuration): boolean {
  const { login, work } = readState(snapshot);
  return login === 'offline' && work === 'idle';
}

/** A configuration, and the event by which the walk came to it. */
interface Visit {
  readonly snapshot: Configuration;
  readonly by: { readonly event: AgentEvent; readonly from: Visit } | null;
}

/** The shortest sequence of events that leads there. */
function wayTo({ by }: Visit): readonly string[] {
  return by === null ? [] : [...wayTo(by.from), said(by.event)];
}

/** An event in few words. */
function said(event: AgentEvent): string {
  const { type, ...more } = event;
  if ('pending' in event) return type;
  return `${type} ${JSON.stringify(more, (name, value: unknown) => (name === 'at' || name === 'remembered' ? undefined : value))}`;
}

/** The problems found, each once: where it was found first, which is nearest to the start. */
class Findings {
  readonly #found = new Map<string, string>();

  add(what: string, at: Visit, ...more: readonly AgentEvent[]): void {
    if (this.#found.has(what) || this.#found.size === TOLD) return;
    this.#found.set(what, `${what}; after ${[...wayTo(at), ...more.map(said)].join(', ')}: ${JSON.stringify(at.snapshot.value)}`);
  }

  get all(): readonly string[] {
    return [...this.#found.values()];
  }
}

/** Visits every configuration that can be reached, the nearest first, and tries everything in each. */
export function walk(options: WalkOptions): Walk {
  const { apart, leftOut, most = Infinity, alsoWrongAt, alsoWrong, progress = () => undefined } = options;
  const seen = new Set<string>();
  const visits: Visit[] = [];
  const findings = new Findings();
  const states = new Set<string>();
  let transitions = 0;
  const visit = (found: Configuration, by: Visit['by']) => {
    if (seen.size >= most || isBeyond(found, options)) return;
    const snapshot = canonical(found);
    const key = keyOf(snapshot, apart);
    if (seen.has(key)) return;
    seen.add(key);
    for (const { path } of snapshot._nodes) states.add(path.join('.'));
    visits.push({ snapshot, by });
    if (seen.size % 100 === 0) progress(seen.size);
  };
  visit(initialSnapshot(), null);
  // It grows while it is walked through.
  for (const [index, here] of visits.entries()) {
    const { snapshot } = here;
    // Also when nothing new comes any more.
    if (index % 500 === 499) progress(seen.size);
    const attempt = (from: Configuration, event: AgentEvent, by: Visit = here): Configuration => {
      transitions += 1;
      try {
        const after = next(from, event);
        if (after !== from) visit(after, { event, from: by });
        for (const what of alsoWrong?.(from, event) ?? []) findings.add(what, by, event);
        return after;
      } catch (error) {
        findings.add(`${event.type} throws ${String(error)}`, by, event);
        return from;
      }
    };
    const sent = COMMAND_EVENTS.map((event) => (leftOut.includes(event.pending.lane) ? next(snapshot, event) : attempt(snapshot, event)));
    for (const event of happenings(snapshot)) attempt(snapshot, event);
    // A page that was just loaded knows nothing.
    if (isJustLoaded(snapshot)) {
      for (const recalled of RECALLED) {
        const reloaded = next(snapshot, recalled);
        const regained = { snapshot: reloaded, by: { event: recalled, from: here } };
        for (const event of REGAIN_EVENTS) attempt(reloaded, event, regained);
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
    for (const what of wrong) findings.add(what, here);
  }
  return { configurations: seen.size, transitions, states, findings: findings.all };
}

/** No pending command: states that are there for one are out of reach. */
function isUnreachable(leaf: string, { inFlight, most = Infinity }: WalkOptions, configurations: number): boolean {
  return inFlight === 0 || configurations >= most || PASSING.has(leaf);
}

/**
 * The problems of a walk; empty: none. A state that a finished walk has never visited was never looked at: two keys
 * that are equal and must not be would hide it.
 */
export function wrongIn({ findings, states, configurations }: Walk, options: WalkOptions): readonly string[] {
  const isApart = (leaf: string) =>
    options.apart.some((path) => leaf.startsWith(`${path}.`)) || isUnreachable(leaf, options, configurations);
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
