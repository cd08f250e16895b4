import { createContext, use } from 'react';
import type { AgentClock } from '../../../adapters/sobot/index.js';
import type { Door } from './doors/door.js';
import type { DeskClock } from './desk-clock.js';
import type { History } from './history.js';

/** The place at which an agent works in this page. */
export interface Desk {
  readonly door: Door;
  readonly agentID: string;
  /** The time that the agent has. */
  readonly clock: Pick<AgentClock, 'now'>;
  /** The clock of this computer, which can be set wrong. */
  readonly computer: DeskClock;
  /** Everything that has happened to the agent so far. */
  readonly history: History;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === null) throw new Error('there is no desk around this part');
  return desk;
}
