import type { ReleaseCause } from '../../../exchange/index.js';
import type { Desk } from '../context.js';
import type { Party } from './call.js';

/** The causes by the names of FreeSWITCH's table, of which the vendor's records show one. Inferred. */
const NAMES: Readonly<Record<ReleaseCause, string>> = {
  normal: 'NORMAL_CLEARING',
  cancelled: 'ORIGINATOR_CANCEL',
  rejected: 'CALL_REJECTED',
  noAnswer: 'NO_ANSWER',
  busy: 'USER_BUSY',
  unavailable: 'SUBSCRIBER_ABSENT',
  unknown: 'UNALLOCATED_NUMBER',
  lost: 'DESTINATION_OUT_OF_ORDER',
  answeredElsewhere: 'LOSE_RACE',
};

/** The sound of a line that nobody has answered, in free text as in the vendor's records. Inferred. */
const HEARD: Readonly<Partial<Record<ReleaseCause, string>>> = {
  rejected: 'call rejected',
  noAnswer: 'no answer',
  busy: 'user busy',
  unknown: 'number does not exist',
  answeredElsewhere: 'answered elsewhere',
};

/** Causes with which the switch clears up what is left of a call. */
const CLEARING: ReadonlySet<ReleaseCause> = new Set(['normal', 'cancelled']);

/** A called phone that did not take the call: that is why the whole call ends, unless it is offered elsewhere. */
export function noteFailure({ call, state }: Party, cause: ReleaseCause): void {
  const wasCalled = state === 'offered' || state === 'ringing';
  if (wasCalled && !call.established && !call.waiting && !CLEARING.has(cause)) call.failure = cause;
}

/** The cause, as the message of a party's end states it. */
export function causeFields(desk: Desk, { call, establishedAt }: Party, cause: ReleaseCause): Readonly<Record<string, unknown>> {
  const why = CLEARING.has(cause) ? (call.failure ?? cause) : cause;
  switch (desk.floor.behaviour.endCause) {
    case 'hangupCause':
      return { hangupCause: NAMES[why] };
    case 'earlyDetectCause':
      return establishedAt !== null || HEARD[why] === undefined ? {} : { earlyDetectCause: HEARD[why] };
    default:
      return {};
  }
}
