import { identify, remember, roleOf, UNNAMED, updated, type Leg } from '../call-leg.js';
import { NOTHING } from '../confidential.js';
import { isLegFact } from '../events/index.js';
import { timeOf, type ActionInput, type Change } from './action-input.js';

/** The leg that a fact announces. */
function legOf({ event }: ActionInput): Leg {
  if (!isLegFact(event)) return UNNAMED;
  return { ...identify(UNNAMED, event.leg), details: event.details ?? NOTHING };
}

/** A call the agent has asked for: nothing is known of it but what was asked. */
export function beginOwnCall(input: ActionInput): Change {
  const { context, event } = input;
  const details = event.type === 'request.opened' ? event.request.details : undefined;
  return {
    call: { ...legOf(input), details: details ?? NOTHING },
    callNumber: context.callNumber + 1,
    hasTalked: false,
    remembered: null,
  };
}

/**
 * Another call than the one known, if any. What was known before is given up,
 * though the server has not said that it is over: should it speak of it again,
 * it is believed.
 */
export function beginCall(input: ActionInput): Change {
  return {
    call: legOf(input),
    consult: null,
    callNumber: input.context.callNumber + 1,
    hasTalked: false,
    remembered: null,
  };
}

/** The other side has answered; the first answer counts. */
export function establishCall(input: ActionInput): Change {
  const { call } = input.context;
  if (call === null || call.establishedAt !== null) return {};
  return { call: { ...call, establishedAt: timeOf(input) }, hasTalked: true };
}

/** The agent has a call, or a talk of which the fact names some party. */
export function updateCall({ context, event }: ActionInput): Change {
  if (context.call === null || !isLegFact(event)) return {};
  return { call: updated(context.call, event) };
}

/**
 * The call with the ids that its release names: a call asked for may end before anything else was heard of it, and
 * what comes late must not begin it anew.
 */
function endingCall({ context, event }: ActionInput): Leg | null {
  const { call } = context;
  if (call === null || event.type !== 'call.released') return call;
  return roleOf(context, event.leg, 'consult') === 'call' ? identify(call, event.leg) : call;
}

/** The call is over, and with it the consult. */
export function endCall(input: ActionInput): Change {
  const { context } = input;
  return {
    ended: remember(context.ended, endingCall(input), context.consult),
    call: null,
    consult: null,
    hasTalked: false,
  };
}

/** A leg that was never heard of is over. */
export function noteEnd(input: ActionInput): Change {
  return { ended: remember(input.context.ended, legOf(input)) };
}
