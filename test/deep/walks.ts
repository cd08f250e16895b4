import { allowsUnlikeXState, seesMicrophone, unlikeXState } from '../walk/compared.js';
import { ALL_LANES, CALLS_THAT_WAIT, ONE_COMMAND, ONE_IN_FLIGHT, type WalkOptions } from '../walk/walk.js';

/** The walks of the deep run. */
export const WALKS = {
  'the walk, one command pending': ONE_COMMAND,
  'the walk, calls that wait': CALLS_THAT_WAIT,
  'the walk, all lanes in flight': { ...ALL_LANES, alsoWrongAt: allowsUnlikeXState },
  'the walk, one command in flight: XState does the same, and no region can see the microphone': {
    ...ONE_IN_FLIGHT,
    alsoWrongAt: allowsUnlikeXState,
    alsoWrong: (snapshot, event) => [...unlikeXState(snapshot, event), ...seesMicrophone(snapshot, event)],
  },
} as const satisfies Readonly<Record<string, WalkOptions>>;
