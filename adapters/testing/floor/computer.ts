import type { AgentClock } from '../../sobot/index.js';

interface Timer {
  readonly run: () => void;
  /** By monotonic time. */
  readonly due: number;
  /** Of the world's timer that stands for it; null: the computer sleeps. */
  handle: unknown;
}

/**
 * The computer that a page runs on. Its clock can be set, and it can sleep: monotonic time and timers stand still then,
 * the wall clock goes on. While nothing of this happens its time is the world's.
 */
export class Computer implements AgentClock {
  readonly #timers = new Map<number, Timer>();
  #lastHandle = 0;
  #ahead = 0;
  #slept = 0;
  #asleepSince: number | null = null;

  /** @param world the right time, which never goes back */
  constructor(private readonly world: AgentClock) {}

  /** By how much its clock is ahead of the right time, in ms. */
  get ahead(): number {
    return this.#ahead;
  }

  get isAsleep(): boolean {
    return this.#asleepSince !== null;
  }

  readonly now = (): number => this.world.now() + this.#ahead;
  readonly monotonic = (): number => (this.#asleepSince ?? this.world.now()) - this.#slept;

  setTimeout(run: () => void, ms: number): number {
    this.#lastHandle += 1;
    const timer: Timer = { run, due: this.monotonic() + Math.max(0, ms), handle: null };
    this.#timers.set(this.#lastHandle, timer);
    if (!this.isAsleep) this.#arm(this.#lastHandle, timer);
    return this.#lastHandle;
  }

  clearTimeout(handle: number): void {
    const timer = this.#timers.get(handle);
    this.#timers.delete(handle);
    if (timer !== undefined && !this.isAsleep) this.world.clearTimeout(timer.handle);
  }

  /** Its clock is set by so many ms; back: negative. */
  set(by: number): void {
    this.#ahead += by;
  }

  sleeps(): void {
    if (this.isAsleep) return;
    this.#asleepSince = this.world.now();
    for (const { handle } of this.#timers.values()) this.world.clearTimeout(handle);
  }

  wakes(): void {
    if (this.#asleepSince === null) return;
    this.#slept += this.world.now() - this.#asleepSince;
    this.#asleepSince = null;
    for (const [handle, timer] of this.#timers) this.#arm(handle, timer);
  }

  #arm(handle: number, timer: Timer): void {
    timer.handle = this.world.setTimeout(
      () => {
        this.#timers.delete(handle);
        timer.run();
      },
      Math.max(0, timer.due - this.monotonic()),
    );
  }
}
