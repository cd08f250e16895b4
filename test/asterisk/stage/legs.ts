import type { Address } from '../../../adapters/simulator/index.js';

/** A leg as the switch itself has it: of the simulated exchange, or a channel of a real one. */
export interface SwitchLeg {
  readonly dn: string;
  /** `calling`: somebody has called the switch, and was not connected yet. */
  readonly state: 'calling' | 'dialing' | 'ringing' | 'up';
  /** Legs with the same talk are together in one conversation, or bridge. */
  readonly talk: string | null;
}

export function dnOf(address: Address): string {
  return address.kind === 'ext' ? address.ext : address.number;
}

/** For messages. */
export function inWords(legs: readonly SwitchLeg[]): string {
  return legs.length === 0
    ? 'no legs'
    : legs.map(({ dn, state, talk }) => `${dn} ${state}${talk === null ? '' : ` in ${talk}`}`).join('; ');
}
