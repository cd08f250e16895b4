import { DND_REASON, LOCKED_REASON } from '../../../machines/index.js';
import { idIn, numberIn, type Wire } from './attributes.js';
import { isLockedStatus } from './work-status.js';

/**
 * The reason code that `agentState` and `reasonCode` come to together: null is
 * online, undefined is not said.
 */
export function loginReason(wire: Wire): number | null | undefined {
  const reasonCode = numberIn(wire, 'reasonCode');
  const agentState = idIn(wire, 'agentState');
  if (isLockedStatus(idIn(wire, 'workStatus'))) return LOCKED_REASON;
  switch (agentState) {
    case '1':
      return null;
    case '2':
      return reasonCode === undefined || reasonCode === 0 ? DND_REASON : reasonCode;
    default:
      return reasonCode;
  }
}

/** The reason of a not-ready, where it names one. */
export function notReadyReason(wire: Wire): { readonly reasonCode?: number } {
  const named = numberIn(wire, 'reasonCode');
  const reasonCode = isLockedStatus(idIn(wire, 'workStatus')) ? LOCKED_REASON : named;
  return reasonCode === undefined ? {} : { reasonCode };
}
