import { createRandom } from '../../../adapters/simulator/time/random.js';
import { bothAfter, bothInitially, compiled, disagreementsAt, type Both } from './both-engines.js';
import { RandomEvents } from './random-events.js';

/** The result of comparing random pairs of snapshot and event. */
export interface PairsReport {
  readonly pairs: number;
  /** Names of the states that the snapshots were in. */
  readonly states: ReadonlySet<string>;
  /** The differences, each with its event; empty: none. */
  readonly findings: readonly string[];
}

/** How many events follow each other before a new machine is started. */
const EVENTS_EACH = 200;

/** Compares XState and the compiled chart on this many random pairs; `tell` hears now and then how many are done. */
export function comparePairs(seed: number, pairs: number, tell: (done: number) => void = () => undefined): PairsReport {
  const random = createRandom(seed);
  const states = new Set<string>();
  const findings: string[] = [];
  for (let done = 0; done < pairs; done += EVENTS_EACH) {
    tell(done);
    const events = new RandomEvents(random.fork(String(done)));
    let both: Both = bothInitially({ now: 1000, acw: done % 400 === 0 ? { seconds: 30 } : {} });
    for (let step = 0; step < Math.min(EVENTS_EACH, pairs - done); step += 1) {
      const event = events.next(both.ofTables.context, compiled.allowed(both.ofTables));
      const { after, differences } = bothAfter(both, event);
      const wrong = [...differences, ...(step % 10 === 0 ? disagreementsAt(after) : [])];
      if (wrong.length > 0) findings.push(`seed ${seed}, machine ${done}, event ${step}: ${JSON.stringify(event)}: ${wrong.join('; ')}`);
      if (findings.length > 4) return { pairs: done + step, states, findings };
      for (const { path } of after.ofTables._nodes) states.add(path.join('.'));
      both = after;
    }
  }
  return { pairs, states, findings };
}
