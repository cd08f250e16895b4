import type { CallInfo } from '../../sobot/index.js';
import type { Invariant } from './invariant.js';

/** Whether the two may be the same leg: legs are told apart by `partyID`, else by `callID` and `callType`. */
function mayBeSame(before: CallInfo | null, now: CallInfo | null): boolean {
  if (before === null || now === null) return before === now;
  if (before.partyID !== null && now.partyID !== null) return before.partyID === now.partyID;
  const isSameType = before.callType === null || now.callType === null || before.callType === now.callType;
  return isSameType && before.callID === now.callID;
}

/** It names the work status and since when it is so, of which the page may know the last part only, or nothing. */
const REGAIN = 'EventAgentRegainStatus';

export const sinceMovesWithWork: Invariant = {
  name: 'since moves with work, with another call and with a regain only',
  meaning: 'The timer of a talk starts anew in the middle of it, or goes on from the last call.',
  source: 'contract §3, field since: when work last changed; §6, EventAgentRegainStatus',
  ofChange: ({ state, heard }, before) => {
    if (heard === REGAIN || state.work !== before.work || state.since === before.since) return null;
    return mayBeSame(before.call, state.call) ? `since moved, and work is ${state.work} as before` : null;
  },
};
