import type { FloorOptions } from '../../adapters/simulator/index.js';
import { AGENTS, CUSTOMERS, SERVICE } from '../cast.js';
import { floorWith } from '../floor.js';
import type { DesktopSetup } from './setup.js';

/** Length of after-call work at the desktop, in s. */
export const ACW_SECONDS = 30;

/** How many customers who call an agent on the phone ring there, too. */
const CALL_WAITING = 2;

/** The floor of the desktop, on the simulated switch: a second call comes to an agent who talks. */
export function desktopFloor(): FloorOptions {
  return { ...floorWith(ACW_SECONDS), callWaiting: CALL_WAITING };
}

/** The set-up of the floor that the cast has. */
export function setupOfCast({ exchange, voice }: Pick<DesktopSetup, 'exchange' | 'voice'>): DesktopSetup {
  return {
    exchange,
    agents: AGENTS.map(({ agentID, name, ext, phoneType, isSupervisor = false }) => ({ agentID, name, ext, phoneType, isSupervisor })),
    customers: CUSTOMERS.map(({ number, name, isBusy = false }) => ({ number, name, isBusy })),
    queues: [{ name: 'service', number: SERVICE }],
    acwSeconds: ACW_SECONDS,
    voice,
  };
}
