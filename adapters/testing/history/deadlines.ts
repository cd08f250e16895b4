import type { AgentClock, AgentState } from '../../sobot/index.js';
import type { Overdue } from './history.js';
import { PageTime, type Moment } from './running-time.js';

interface Awaited {
  /** As the state shows it; epoch ms. */
  readonly deadline: number;
  /** By the page's running time. */
  readonly due: number;
  /** The page's time awake when it could first see that it is over; null: it is not. */
  overSince: number | null;
}

function shown({ pending, acw }: AgentState): readonly (readonly [what: string, deadline: number])[] {
  // While delayACW is in flight, after-call work waits for its outcome.
  const isPaused = pending.some(({ command }) => command === 'delayACW');
  const counts = new Map<string, number>();
  const commands = pending.map(({ command, since, deadline }) => {
    const what = `${command} of ${String(since)}`;
    const count = (counts.get(what) ?? 0) + 1;
    counts.set(what, count);
    return [`${what}, ${String(count)}`, deadline] as const;
  });
  return acw?.deadline == null || isPaused ? commands : [...commands, ['after-call work', acw.deadline]];
}

/**
 * Keeps when what a page waits for is due by the page's own time, so that neither sleep nor a clock that is set can hide
 * that it is over. A page looks at its clocks when something reaches it or changes what it waits for, and when a timer
 * is due; nothing else tells it that it has slept.
 */
export class SeenDeadlines {
  readonly #time: PageTime;
  readonly #clock: Pick<AgentClock, 'now' | 'monotonic'>;
  #awaited: ReadonlyMap<string, Awaited> = new Map<string, Awaited>();

  constructor(clock: Pick<AgentClock, 'now' | 'monotonic'>) {
    this.#clock = clock;
    this.#time = new PageTime(clock);
  }

  /** Something reaches the page. @returns what is over by now */
  arrives(): readonly Overdue[] {
    const now = this.#time.look();
    this.#mark(now);
    return this.#overdue(now);
  }

  /** The page shows this from now on. */
  told(state: AgentState): void {
    const list = shown(state);
    // Where it waits for nothing it does not look.
    const now = list.length > 0 || this.#awaited.size > 0 ? this.#time.look() : this.#time.now;
    const wall = this.#clock.now();
    const awaited = new Map<string, Awaited>();
    for (const [what, deadline] of list) {
      const before = this.#awaited.get(what);
      // One that was moved is due by as much later or earlier.
      const due = before === undefined ? now.running + deadline - wall : before.due + deadline - before.deadline;
      awaited.set(what, { deadline, due, overSince: before?.deadline === deadline ? before.overSince : null });
    }
    this.#awaited = awaited;
    this.#mark(now);
  }

  /** The commands and the after-call work that are over and still awaited. */
  look(): readonly Overdue[] {
    const { now } = this.#time;
    this.#mark(now);
    return this.#overdue(now);
  }

  #mark({ running, awake, slept }: Moment): void {
    for (const each of this.#awaited.values()) {
      // Its timer was due, unless it is over by sleep of which the page knows only now.
      if (running >= each.due) each.overSince ??= slept > 0 ? awake : awake - (running - each.due);
    }
  }

  #overdue({ running, awake }: Moment): readonly Overdue[] {
    return [...this.#awaited].flatMap(([what, { due, overSince }]) =>
      overSince === null ? [] : [{ what: what.replace(/ of .*/, ''), ms: running - due, awakeFor: awake - overSince }],
    );
  }
}
