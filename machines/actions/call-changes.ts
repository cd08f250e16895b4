import { identify, remember, type Leg } from '../call-leg.js';
import { merge, NOTHING } from '../confidential.js';
import { isLegFact } from '../events/index.js';
import { timeOf, type ActionInput, type Change } from './action-input.js';

/** The leg that a fact announces. */
function legOf(input: ActionInput): Leg {
  const { event } = input;
  const unnamed: Leg = {
    callID: null,
    partyID: null,
    callType: null,
    establishedAt: null,
    details: NOTHING,
  };
  if (!isLegFact(event)) return unnamed;
  return { ...identify(unnamed, event.leg), details: event.details ?? NOTHING };
}

/** A call the agent has asked for: nothing is known of it but what was asked. */
export function beginOwnCall(input: ActionInput): Change {
  const { context, event } = input;
  const details = event.type === 'request.opened' ? event.request.details : undefined;
  return {
    call: { ...legOf(input), details: details ?? NOTHING },
    callNumber: context.callNumber + 1,
    remembered: null,
  };
}

/** Another call than the one known, if any: whatever was known before is over. */
export function beginCall(input: ActionInput): Change {
  const { context } = input;
  return {
    ended: remember(context.ended, context.call, context.consult),
    call: legOf(input),
    consult: null,
    callNumber: context.callNumber + 1,
    remembered: null,
  };
}

/** The other side has answered; the first answer counts. */
export function establishCall(input: ActionInput): Change {
  const { call } = input.context;
  if (call === null || call.establishedAt !== null) return {};
  return { call: { ...call, establishedAt: timeOf(input) } };
}

/** The agent has a call, or a talk of which the fact names some party. */
export function updateCall({ context, event }: ActionInput): Change {
  if (context.call === null || !isLegFact(event)) return {};
  return {
    call: { ...identify(context.call, event.leg), details: merge(context.call.details, event.details) },
  };
}

/** The call is over, and with it the consult. */
export function endCall({ context }: ActionInput): Change {
  return {
    ended: remember(context.ended, context.call, context.consult),
    call: null,
    consult: null,
  };
}
