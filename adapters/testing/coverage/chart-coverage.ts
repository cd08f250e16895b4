import { COMMANDS } from '../../../src/index.js';
import { EVENT_ALIASES, type CommandName } from '../../sobot/index.js';
import type { PageObserver } from '../floor/page.js';
import type { Subject } from '../subject/subject.js';
import { activeStates, reachableStates } from './chart-states.js';

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

/** States, by what has met them. */
type Met = Map<string, Set<string>>;

function exercised(states: readonly string[], names: readonly string[], met: Met): Exercised {
  const missing = states.flatMap((state) => names.filter((name) => met.get(name)?.has(state) !== true).map((name) => `${state} × ${name}`));
  const reachable = states.length * names.length;
  return { exercised: reachable - missing.length, reachable, missing };
}

/** Notes which command and which event have met which states of the chart. */
export class ChartCoverage implements PageObserver {
  readonly #commands: Met = new Map();
  readonly #events: Met = new Map();
  #hasChart = false;

  beforeCommand(subject: Subject, command: CommandName): void {
    this.#see(this.#commands, subject, command);
  }

  beforeEvent(subject: Subject, name: string): void {
    this.#see(this.#events, subject, name);
  }

  #see(met: Met, subject: Subject, name: string): void {
    const active = activeStates(subject);
    if (active === null) return;
    this.#hasChart = true;
    const states = met.get(name) ?? new Set();
    for (const state of active) states.add(state);
    met.set(name, states);
  }

  /** Null for a subject that shows no chart. */
  report(): Coverage | null {
    if (!this.#hasChart) return null;
    const states = reachableStates();
    return {
      commands: exercised(states, COMMANDS, this.#commands),
      events: exercised(states, EVENTS, this.#events),
    };
  }
}
