import type { NamedReason } from '../../../machines/index.js';
import { REASON_CODES, reasonOf } from '../codes.js';
import { idIn, numberIn, type Wire } from './attributes.js';
import { isLockedStatus } from './work-status.js';

/** Stands for no reason: "not occupied". */
const NONE = 0;

/** The reason that `agentState` and `reasonCode` come to together: null is online, undefined is not said. */
export function loginReason(wire: Wire): NamedReason | null | undefined {
  const code = numberIn(wire, 'reasonCode');
  const agentState = idIn(wire, 'agentState');
  if (isLockedStatus(idIn(wire, 'workStatus'))) return 'locked';
  switch (agentState) {
    case '1':
      return null;
    case '2':
      return reasonOf(code || REASON_CODES.dnd);
    default:
      return code === undefined ? undefined : code === NONE ? null : reasonOf(code);
  }
}

/** The reason of a not-ready, where it speaks of one. */
export function notReadyReason(wire: Wire): { readonly reason?: NamedReason | 'none' } {
  const code = numberIn(wire, 'reasonCode');
  if (isLockedStatus(idIn(wire, 'workStatus'))) return { reason: 'locked' };
  return code === undefined ? {} : { reason: code === NONE ? 'none' : reasonOf(code) };
}
