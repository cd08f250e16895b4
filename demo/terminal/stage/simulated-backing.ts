import { createCallCentre } from '../../../adapters/simulator/index.js';
import { floorWith } from '../../floor.js';
import type { Backing } from './backing.js';
import { SimulatedTime } from './simulated-time.js';

/** A Monday. */
const START = Date.UTC(2026, 2, 2, 8, 54);
/** Length of after-call work, in s. */
const ACW_SECONDS = 30;

/**
 * The simulated switch, on a clock of its own.
 *
 * @param pace how many times as fast as real time; null: without waiting
 * @param signal its abortion ends whatever is waited for
 */
export function openSimulatedBacking(pace: number | null, signal: AbortSignal): Backing {
  const time = new SimulatedTime(START, pace, signal);
  const { clock } = time;
  const centre = createCallCentre({ ...floorWith(ACW_SECONDS), clock });
  time.centre = centre;
  return {
    time,
    centre,
    agentOptions: { clock, acw: { seconds: ACW_SECONDS } },
    about: ['Guarded agents on a simulated call centre.'],
    isReal: false,
    customer: (number) => centre.customer(number),
    deskPhone: (ext) => centre.device(ext),
    plugIn: (ext) => {
      centre.device(ext).register();
      return Promise.resolve();
    },
    // The page does it by itself.
    plugInWebPhone: () => Promise.resolve(),
    legsOnSwitch: () => Promise.resolve(centre.legs().length),
    close: () => {
      centre.dispose();
      return Promise.resolve();
    },
  };
}
