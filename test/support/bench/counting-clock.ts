import { SimulatedClock } from 'xstate';

/** Where the clock of a bench stands when it is set up. */
export const START = 1_700_000_000_000;

/** A simulated clock that knows how many timers are running. */
export class CountingClock extends SimulatedClock {
  readonly running = new Set<number>();

  override setTimeout(run: () => void, ms: number): number {
    const id = super.setTimeout(() => {
      this.running.delete(id);
      run();
    }, ms);
    this.running.add(id);
    return id;
  }

  override clearTimeout(id: number): void {
    this.running.delete(id);
    super.clearTimeout(id);
  }
}

export function clockAt(now: number): CountingClock {
  const clock = new CountingClock();
  clock.set(now);
  return clock;
}
