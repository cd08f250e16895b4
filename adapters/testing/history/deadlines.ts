import type { AgentClock, AgentState } from '../../sobot/index.js';
import type { Overdue } from './history.js';
import { PageTime } from './running-time.js';

interface Awaited {
  /** As the state shows it; epoch ms. */
  readonly deadline: number;
  /** By the page's running time. */
  readonly due: number;
  /** The page's time awake when it was first seen to be over; null: it is not. */
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

/** Keeps when what a page waits for is due by the page's own time, so that neither sleep nor a clock that is set can hide that it is over. */
export class SeenDeadlines {
  readonly #time: PageTime;
  readonly #clock: Pick<AgentClock, 'now' | 'monotonic'>;
  #awaited = new Map<string, Awaited>();

  constructor(clock: Pick<AgentClock, 'now' | 'monotonic'>) {
    this.#clock = clock;
    this.#time = new PageTime(clock);
  }

  /** The page shows this now. @returns what it still waits for although it is over */
  see(state: AgentState): readonly Overdue[] {
    this.#time.look();
    const { running, awake } = this.#time;
    const now = this.#clock.now();
    const awaited = new Map<string, Awaited>();
    for (const [what, deadline] of shown(state)) {
      const before = this.#awaited.get(what);
      // One that was moved is due by as much later or earlier.
      const due = before === undefined ? running + deadline - now : before.due + deadline - before.deadline;
      const overSince = running < due ? null : before?.deadline === deadline ? (before.overSince ?? awake) : awake;
      awaited.set(what, { deadline, due, overSince });
    }
    this.#awaited = awaited;
    return [...awaited].flatMap(([what, { due, overSince }]) =>
      overSince === null ? [] : [{ what: what.replace(/ of .*/, ''), ms: running - due, awakeFor: awake - overSince }],
    );
  }
}
