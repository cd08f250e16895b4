import type { CallInfo } from '../../sobot/index.js';
import type { Invariant } from './invariant.js';

export const sinceNeverGoesBack: Invariant = {
  name: 'time in since never goes back',
  meaning: 'The timer of the call jumps, and what is recorded of its length is wrong.',
  source: 'contract §3, field since',
  ofState: ({ since }, now) => {
    if (!Number.isFinite(since)) return 'since is no time';
    return since > now ? `since is ${String(since - now)} ms in the future` : null;
  },
  ofChange: ({ state }, before) =>
    state.since < before.since ? `since went back by ${String(before.since - state.since)} ms` : null,
};

/** Whether the two may be the same leg: legs are told apart by `partyID`, else by `callID` and `callType`. */
function mayBeSame(before: CallInfo | null, now: CallInfo | null): boolean {
  if (before === null || now === null) return before === now;
  if (before.partyID !== null && now.partyID !== null) return before.partyID === now.partyID;
  const isSameType = before.callType === null || now.callType === null || before.callType === now.callType;
  return isSameType && before.callID === now.callID;
}

export const sinceMovesWithWork: Invariant = {
  name: 'since moves when work changes, and otherwise with another call only',
  meaning: 'The timer of a talk starts anew in the middle of it, or goes on from the last call.',
  source: 'contract §3, field since: when work last changed',
  ofChange: ({ state, at }, before) => {
    if (state.work === before.work) {
      return state.since !== before.since && mayBeSame(before.call, state.call) ? `since moved, and work is ${state.work} as before` : null;
    }
    return state.since === at ? null : `work went from ${before.work} to ${state.work}, and since is not that moment`;
  },
};
