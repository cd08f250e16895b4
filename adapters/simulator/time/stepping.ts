/** A clock that a test moves, such as XState's `SimulatedClock`. */
export interface SteppableClock {
  now(): number;
  increment(ms: number): void;
}

/** The part of a call centre that stepping needs. */
export interface Steppable {
  /** The moment of the next thing that happens by itself, or null. */
  nextDeadline(): number | null;
  /** Nothing is under way. */
  quiet(): boolean;
}

/** Steps after which `runUntilQuiet` gives up: something goes on for ever. */
const MOST_STEPS = 100_000;

/**
 * Moves the clock by `ms`, stopping at each moment at which something happens in the call centre.
 *
 * One large `increment` runs the same things in the same order with the same times; but other users
 * of that clock, a guarded agent with its deadlines say, then see all of it at the end.
 */
export function advance(centre: Steppable, clock: SteppableClock, ms: number): void {
  const end = clock.now() + ms;
  for (;;) {
    const next = centre.nextDeadline();
    if (next === null || next > end) break;
    clock.increment(Math.max(0, next - clock.now()));
  }
  clock.increment(Math.max(0, end - clock.now()));
}

/**
 * Moves the clock from one moment at which something happens to the next until nothing is under
 * way: all messages delivered, all operations ended. A wait for a person or a deadline (a ringing
 * phone, after-call work) does not count.
 *
 * @throws Error if it does not come to rest
 */
export function runUntilQuiet(centre: Steppable, clock: SteppableClock): void {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (centre.quiet()) return;
    const next = centre.nextDeadline();
    if (next === null) {
      throw new Error('The call centre waits for an answer that no timer will bring (from a real switch, perhaps).');
    }
    clock.increment(Math.max(0, next - clock.now()));
  }
  throw new Error(`The call centre has not come to rest after ${String(MOST_STEPS)} steps.`);
}
