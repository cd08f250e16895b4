import type { Task } from '../time/agenda.js';
import type { LegView } from '../../exchange/index.js';
import type { SimulatedPhone } from './simulated-phone.js';

/** Legs that hear each other, unless one has put the others on hold. */
export interface Conversation {
  readonly id: string;
  readonly legs: Set<SimulatedLeg>;
  /** Legs that hold; such a leg may talk elsewhere meanwhile. */
  readonly holders: Set<SimulatedLeg>;
}

/** The connection of one phone to the simulated exchange. */
export interface SimulatedLeg {
  readonly id: string;
  readonly phone: SimulatedPhone;
  state: LegView['state'];
  conversation: Conversation | null;
  muted: boolean;
  /** The end of ringing, or the answer that its script has in store. */
  readonly timers: Set<Task>;
}

export function viewOf({ id, phone, conversation, state, muted }: SimulatedLeg): LegView {
  return { leg: id, address: phone.address, conversation: conversation?.id ?? null, state, muted };
}
