import type { Attributes, Day, Moment } from '../day.js';
import { ONE, OWN } from '../words/legs.js';
import { does, ONLINE, sees } from '../words/people.js';
import { dialing, released, ringing, says } from '../words/service.js';

const FROM = 'reports of other phones, F20';

const endsBy = (at: number, reason: string): Moment =>
  sees(at, 'every end has a reason', {
    state: { work: 'idle', acw: null },
    reported: { 'switchhook:callEnded': [{ leg: 'call', reason, callID: 'talk-1' }] },
  });

/** Somebody is called and not reached. */
function notReached(why: string, reason: string, cause: Attributes): Day {
  return {
    name: `the called ${why}, and the end of the call says so`,
    from: FROM,
    moments: [...ONLINE, does(1_000, 'makeCall'), dialing(1_200, OWN), released(20_000, OWN, undefined, cause), endsBy(20_000, reason)],
  };
}

/** Why a call was not answered. */
export const endsOfCalls = {
  calledIsBusy: {
    name: 'the called is busy, and the end of the call says so',
    from: FROM,
    moments: [
      ...ONLINE,
      does(1_000, 'makeCall'),
      dialing(1_200, OWN),
      says('EventDestinationBusy', 3_000, undefined, OWN),
      released(3_500, OWN),
      endsBy(3_500, 'busy'),
    ],
  },
  calledDoesNotAnswer: notReached('does not answer', 'noAnswer', { hangupCause: 'NO_ANSWER' }),
  calledDeclines: notReached('rejects the call', 'declined', { hangupCause: 'CALL_REJECTED' }),
  calledDoesNotExist: notReached('has a number that does not exist', 'noSuchNumber', { hangupCause: 'UNALLOCATED_NUMBER' }),
  answeredElsewhere: {
    name: 'a call that somebody else has answered is not missed',
    from: FROM,
    moments: [
      ...ONLINE,
      ringing(1_000, ONE),
      released(5_000, ONE, undefined, { hangupCause: 'PICKED_OFF' }),
      endsBy(5_000, 'answeredElsewhere'),
    ],
  },
} as const satisfies Readonly<Record<string, Day>>;
