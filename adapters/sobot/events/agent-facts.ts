import { DND_REASON, LOCKED_REASON } from '../../../machines/index.js';
import { idIn, numberIn, type Wire } from './attributes.js';
import { isLockedStatus } from './work-status.js';

/**
 * The reason code that `agentState` and `reasonCode` come to together: null is
 * online, undefined is not said.
 */
export function loginReason(wire: Wire): number | null | undefined {
  if (isLockedStatus(idIn(wire, 'workStatus'))) return LOCKED_REASON;
  const reasonCode = numberIn(wire, 'reasonCode');
  switch (idIn(wire, 'agentState')) {
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
  const reasonCode = isLockedStatus(idIn(wire, 'workStatus')) ? LOCKED_REASON : numberIn(wire, 'reasonCode');
  return reasonCode === undefined ? {} : { reasonCode };
}
