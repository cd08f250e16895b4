import { cpuTime } from './cpu-time.js';
import { median } from './median.js';

/** Does something so many times, always an even number, and says how many ms it took; preparations need not count. */
export type Contestant = (times: number) => number | Promise<number>;

/** Long enough to be measured to a thousandth, short enough that there are many rounds. */
const BATCH_MS = 2;
/** Of the given time, how much goes into warming up. */
const WARM_UP = 0.4;
const LEAST_ROUNDS = 5;

/** The time that each contestant took in each round, in µs per time. */
export class Rounds<Name extends string> {
  readonly #times: Readonly<Record<Name, readonly number[]>>;

  constructor(times: Readonly<Record<Name, readonly number[]>>) {
    this.#times = times;
  }

  /** In µs. */
  median(name: Name): number {
    return median(this.#times[name]);
  }

  /**
   * How often one takes the time of the other: the median of what each round says. Both of a round
   * run one right after the other, so that a computer that gets slower slows both.
   */
  ratio(name: Name, other: Name): number {
    const others = this.#times[other];
    return median(this.#times[name].map((time, round) => time / (others[round] ?? NaN)));
  }
}

/** Warms up, and finds out how many times make a batch. */
async function timesPerBatch(contestant: Contestant, warmUpMs: number): Promise<number> {
  const end = cpuTime() + warmUpMs;
  let times = 2;
  do {
    const ms = await contestant(times);
    const wanted = (times * BATCH_MS) / Math.max(ms, 0.001);
    // In steps, because the first times are slow and say little.
    times = 2 * Math.max(1, Math.round(Math.min(wanted, 4 * times) / 2));
  } while (cpuTime() < end);
  return times;
}

/** Runs the contestants in turn, in short batches, for this many ms of CPU time all together. */
export async function alternate<Name extends string>(contestants: Readonly<Record<Name, Contestant>>, ms: number): Promise<Rounds<Name>> {
  const entries = Object.entries(contestants) as [Name, Contestant][];
  const runners: { name: Name; contestant: Contestant; times: number; took: number[] }[] = [];
  for (const [name, contestant] of entries) {
    const times = await timesPerBatch(contestant, (ms * WARM_UP) / entries.length);
    runners.push({ name, contestant, times, took: [] });
  }
  const end = cpuTime() + ms * (1 - WARM_UP);
  for (let round = 0; round < LEAST_ROUNDS || cpuTime() < end; round += 1) {
    // The second one may find the caches cold, or garbage to be collected: each is first in turn.
    for (const runner of round % 2 === 0 ? runners : [...runners].reverse()) {
      runner.took.push((1000 * (await runner.contestant(runner.times))) / runner.times);
    }
  }
  return new Rounds(Object.fromEntries(runners.map(({ name, took }) => [name, took])) as Record<Name, number[]>);
}
