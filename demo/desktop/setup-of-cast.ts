import { AGENTS, CUSTOMERS, SERVICE } from '../cast.js';
import type { DesktopSetup } from './setup.js';

/** Length of after-call work at the desktop, in s. */
export const ACW_SECONDS = 30;

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
