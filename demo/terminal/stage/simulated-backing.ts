import { createCallCentre } from '../../../adapters/simulator/index.js';
import { floorWith } from '../../floor.js';
import type { Backing } from './backing.js';
import type { ScriptTime } from './script-time.js';

/** The morning of a Monday. */
export const DAY_BEGINS = Date.UTC(2026, 2, 2, 8, 54);
/** Length of after-call work, in s. */
const ACW_SECONDS = 30;

/** The simulated switch, on the clock of a script. */
export function openSimulatedBacking(time: ScriptTime): Backing {
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
