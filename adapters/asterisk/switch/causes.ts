import type { ReleaseCause } from '../../exchange/index.js';
import type { Leg } from './leg.js';

/**
 * The Q.850 cause that a leg is ended with. Where the switch ends a leg itself, the PBX reports the same
 * code, so that it comes back as the same cause. 127 is what Asterisk says of a call that was cancelled.
 */
export const CAUSE_CODES: Readonly<Record<ReleaseCause, number>> = {
  normal: 16,
  cancelled: 127,
  rejected: 21,
  noAnswer: 19,
  busy: 17,
  unavailable: 20,
  unknown: 1,
  answeredElsewhere: 26,
  lost: 27,
};

/** Codes that mean the same whatever the leg was doing. */
const FIXED: ReadonlyMap<number, ReleaseCause> = new Map([
  // Unallocated number, invalid number format.
  [1, 'unknown'],
  [28, 'unknown'],
  [21, 'rejected'],
  // Non-selected user clearing.
  [26, 'answeredElsewhere'],
  // No user responding (408), no answer (480, or the end of ringing).
  [18, 'noAnswer'],
  [19, 'noAnswer'],
  // No route (a phone that is not registered), subscriber absent, and trouble on the way.
  [3, 'unavailable'],
  [20, 'unavailable'],
  [27, 'lost'],
]);

/** Out of order, network out of order, temporary failure, channel gone: the codes that end a lost phone's call. */
const LOST: readonly number[] = [27, 38, 41, 44];

/** The cause by which a leg ended that nobody had taken. */
function causeBeforeAnswer(code: number, { state, dialStatus }: Leg): ReleaseCause {
  const fixed = FIXED.get(code);
  if (fixed !== undefined) return fixed;
  // A phone on another call is busy without ringing; one that rings and then says busy was sent away by its user.
  if (code === 17) return state === 'alerting' ? 'rejected' : 'busy';
  // Through the dial plan, the code may get lost.
  if (dialStatus === 'BUSY') return 'busy';
  if (code === 0 || code === 16 || code === 127) return 'cancelled';
  return state === 'incoming' ? 'cancelled' : 'unavailable';
}

/** Why a leg is over, from the code that the PBX reports. */
export function causeOf(code: number, leg: Leg): ReleaseCause {
  if (leg.state === 'up') return LOST.includes(code) ? 'lost' : 'normal';
  return causeBeforeAnswer(code, leg);
}
