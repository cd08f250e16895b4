import { SimulatedClock } from 'xstate';
import { advance, createCallCentre, runUntilQuiet } from '../../simulator/index.js';
import { LONGEST_WAY } from './agreement.js';
import { Computer } from './computer.js';
import { HANDSET } from './house.js';
import type { OpenWorld } from './world.js';

/** When a sequence begins: 2023-11-14, 22:13:20 UTC. */
const EPOCH = 1_700_000_000_000;

/** Phones that answer by themselves have, in ms. */
const A_MOMENT = HANDSET + 400;

const BLUR = 1500;

/** All deadlines of commands have passed, in ms: the longest is 90 s. */
const EVERYTHING_IS_OVER = 120_000;

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

/** A call centre with a simulated exchange, in simulated time. */
export const simulatedWorld: OpenWorld = (floor) => {
  const clock = new SimulatedClock();
  clock.set(EPOCH);
  let listen: (error: unknown) => void = () => undefined;
  const centre = createCallCentre({ ...floor, clock, onError: (error) => listen(error) });
  const passes = (ms: number): Promise<void> => {
    advance(centre, clock, ms);
    return Promise.resolve();
  };
  return {
    clock,
    centre,
    moment: A_MOMENT,
    blur: BLUR,
    longestWay: LONGEST_WAY,
    customer: (number) => centre.customer(number),
    ownPhone: (ext) => centre.device(ext),
    computer: () => new Computer(clock),
    onError: (listener) => {
      listen = listener;
    },
    untilQuiet: () => {
      runUntilQuiet(centre, clock);
      return Promise.resolve();
    },
    until: async (isSo) => {
      while (!isSo() && !centre.quiet()) {
        const next = centre.nextDeadline();
        if (next === null) break;
        clock.increment(Math.max(0, next - clock.now()));
        await settled();
      }
    },
    passes,
    outlasts: () => passes(EVERYTHING_IS_OVER),
    settles: settled,
    // Desk and switch are one here: the truth says all there is.
    contradictions: () => [],
    dispose: () => centre.dispose(),
  };
};
