import type { Clock } from '../../exchange/index.js';

/**
 * The kind of a task, for the question whether anything is under way: a message or an operation on its
 * way is `transit`, a deadline that may be far off is a `timer`.
 */
export type TaskKind = 'transit' | 'timer';

export interface Task {
  /** The moment it is for, on the given clock. */
  readonly due: number;
  readonly kind: TaskKind;
  cancel(): void;
}

interface Entry extends Task {
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

/**
 * All the timers of one call centre, on one timer of the given clock.
 *
 * Tasks run in the order of their moments, equal moments in the order of asking. A clock that fires
 * late (or a simulated one that jumps) changes nothing but the moment of running: each task sees, as
 * `now()`, the moment it was for, and tasks it starts count from there. So one jump of 300 ms runs a
 * chain of three tasks of 100 ms each, with the right times.
 */
export class Agenda {
  readonly #clock: Clock;
  readonly #afterTask: () => void;
  readonly #onError: (error: unknown) => void;
  #entries: Entry[] = [];
  #order = 0;
  #now: number;
  #running = false;
  #disposed = false;
  #armed: { readonly due: number; readonly handle: unknown } | null = null;

  /**
   * @param afterTask runs after each task, at its moment
   * @param onError gets what a task throws, once all that was due has run
   */
  constructor(clock: Clock, afterTask: () => void, onError: (error: unknown) => void) {
    this.#clock = clock;
    this.#afterTask = afterTask;
    this.#onError = onError;
    this.#now = clock.now();
  }

  /** The clock's time, or while a task runs the moment it was for. Never goes back. */
  now(): number {
    if (!this.#running) this.#now = Math.max(this.#now, this.#clock.now());
    return this.#now;
  }

  /** Runs `run` at the moment `due`, or as soon as possible if that is over. */
  at(due: number, kind: TaskKind, run: () => void): Task {
    const entry: Entry = {
      due: Math.max(due, this.now()),
      kind,
      run,
      order: this.#order++,
      cancelled: false,
      cancel: () => {
        if (entry.cancelled) return;
        entry.cancelled = true;
        this.#entries = this.#entries.filter((other) => other !== entry);
        this.#arm();
      },
    };
    if (this.#disposed) {
      entry.cancelled = true;
      return entry;
    }
    this.#insert(entry);
    this.#arm();
    return entry;
  }

  after(ms: number, kind: TaskKind, run: () => void): Task {
    return this.at(this.now() + ms, kind, run);
  }

  /** The moment of the next task of this kind (of any kind without one), or null. */
  next(kind?: TaskKind): number | null {
    return this.#entries.find((entry) => kind === undefined || entry.kind === kind)?.due ?? null;
  }

  /** How many tasks wait. */
  count(kind?: TaskKind): number {
    if (kind === undefined) return this.#entries.length;
    let count = 0;
    for (const entry of this.#entries) if (entry.kind === kind) count += 1;
    return count;
  }

  dispose(): void {
    this.#disposed = true;
    this.#entries = [];
    this.#arm();
  }

  /** Sorted insertion: few tasks wait at a time, and most are for later than those that do. */
  #insert(entry: Entry): void {
    let index = this.#entries.length;
    while (index > 0 && (this.#entries[index - 1]?.due ?? 0) > entry.due) index -= 1;
    this.#entries.splice(index, 0, entry);
  }

  #arm(): void {
    if (this.#running) return;
    const due = this.#entries[0]?.due ?? null;
    if (this.#armed !== null) {
      if (this.#armed.due === due) return;
      this.#clock.clearTimeout(this.#armed.handle);
      this.#armed = null;
    }
    if (due === null) return;
    const handle = this.#clock.setTimeout(
      () => {
        this.#armed = null;
        this.#run();
      },
      Math.max(0, due - this.#clock.now()),
    );
    this.#armed = { due, handle };
  }

  #run(): void {
    const errors: unknown[] = [];
    const until = this.#clock.now();
    this.#running = true;
    for (;;) {
      const entry = this.#entries[0];
      if (entry === undefined || entry.due > until) break;
      this.#entries.shift();
      entry.cancelled = true;
      this.#now = Math.max(this.#now, entry.due);
      try {
        entry.run();
      } catch (error) {
        errors.push(error);
      }
      try {
        this.#afterTask();
      } catch (error) {
        errors.push(error);
      }
    }
    this.#running = false;
    this.#arm();
    for (const error of errors) this.#onError(error);
  }
}
