import type { AgentState, CallInfo } from '../../sobot/index.js';
import type { Invariant } from './invariant.js';

type Ids = Pick<CallInfo, 'callID' | 'partyID' | 'callType'>;

/** The same leg, or another leg of the same call; a leg that is not named can be either. */
function isSameCall(one: Ids, other: Ids): boolean {
  if (one.callID === null || one.callID !== other.callID) return false;
  if (one.partyID !== null && one.partyID === other.partyID) return true;
  return one.callType !== null && one.callType === other.callType;
}

function placesOf({ call, waiting }: AgentState): readonly Ids[] {
  return call === null ? waiting : [call, ...waiting];
}

export const oneCallOnePlace: Invariant = {
  name: 'each call is in one place: in hand, or one of those that wait',
  meaning: 'One customer is shown twice, and hanging up one of the two does nothing.',
  source: 'contract §3, fields call and waiting',
  ofState: (state) => {
    if (state.waiting.length === 0) return null;
    const places = placesOf(state);
    const isTwice = places.some((one, index) => places.slice(index + 1).some((other) => isSameCall(one, other)));
    return isTwice ? 'a call is in two places' : null;
  },
};
