import { COMMANDS } from '../../../src/index.js';
import { EVENT_ALIASES, type CommandName } from '../../sobot/index.js';
import type { PageObserver } from '../floor/page.js';
import type { Subject } from '../subject/subject.js';
import { activeLeaves, reachableLeaves } from './chart-states.js';

/** How much of the chart was exercised. */
export interface Coverage {
  readonly commands: Exercised;
  readonly events: Exercised;
}

export interface Exercised {
  /** Pairs of a state and a command (or an event) that was sent (or arrived) in it. */
  readonly exercised: number;
  /** All such pairs that there can be. */
  readonly reachable: number;
  /** Those that did not occur: `work.live.ringing × holdCall`. */
  readonly missing: readonly string[];
}

const EVENTS = Object.keys(EVENT_ALIASES);

/** Between a state and what has met it. */
const TIMES = ' × ';

function exercised(states: readonly string[], names: readonly string[], seen: ReadonlySet<string>): Exercised {
  const pairs = states.flatMap((state) => names.map((name) => state + TIMES + name));
  const missing = pairs.filter((pair) => !seen.has(pair));
  return { exercised: pairs.length - missing.length, reachable: pairs.length, missing };
}

/** Notes which command and which event have met which states of the chart. */
export class ChartCoverage implements PageObserver {
  readonly #commands = new Set<string>();
  readonly #events = new Set<string>();
  #hasChart = false;

  beforeCommand(subject: Subject, command: CommandName): void {
    this.#see(this.#commands, subject, command);
  }

  beforeEvent(subject: Subject, name: string): void {
    this.#see(this.#events, subject, name);
  }

  #see(pairs: Set<string>, subject: Subject, name: string): void {
    const leaves = activeLeaves(subject);
    if (leaves === null) return;
    this.#hasChart = true;
    for (const leaf of leaves) pairs.add(leaf + TIMES + name);
  }

  /** Null for a subject that shows no chart. */
  report(): Coverage | null {
    if (!this.#hasChart) return null;
    const states = reachableLeaves();
    return {
      commands: exercised(states, COMMANDS, this.#commands),
      events: exercised(states, EVENTS, this.#events),
    };
  }
}
