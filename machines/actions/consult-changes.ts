import { identify, remember, UNNAMED, updated } from '../call-leg.js';
import { merge, NOTHING } from '../confidential.js';
import { isLegFact } from '../events/index.js';
import { owedRefusal } from '../guards/owed-guards.js';
import { timeOf, type ActionInput, type Change } from './action-input.js';

/** A leg to a third party has started; what the agent asked for is part of what is known of it. */
export function beginConsult({ context, event }: ActionInput): Change {
  if (!isLegFact(event)) return {};
  const { call: request } = context.requests;
  const asked = request?.command === 'initiateConsult' ? request.details : undefined;
  return {
    ended: remember(context.ended, context.consult),
    consult: { ...identify(UNNAMED, event.leg), details: merge(asked ?? NOTHING, event.details) },
  };
}

export function updateConsult({ context, event }: ActionInput): Change {
  if (context.consult === null || !isLegFact(event)) return {};
  return { consult: updated(context.consult, event) };
}

/** The third party has answered. */
export function establishConsult(input: ActionInput): Change {
  const { consult } = input.context;
  if (consult === null || consult.establishedAt !== null) return {};
  return { consult: { ...consult, establishedAt: timeOf(input) } };
}

/** The third party's leg is no leg of its own any more. */
export function endConsult({ context }: ActionInput): Change {
  return { ended: remember(context.ended, context.consult), consult: null };
}

/** The transfer was refused after all: the third party is still there, and the customer is not. */
export function resumeConsult(input: ActionInput): Change {
  const third = owedRefusal(input)?.third;
  if (third === undefined) return {};
  return { call: third, callNumber: input.context.callNumber + 1, hasTalked: true, remembered: null };
}

/** The customer has gone: what is left is a plain call with the third party. */
export function promoteConsult({ context }: ActionInput): Change {
  return {
    ended: remember(context.ended, context.call),
    call: context.consult,
    consult: null,
    callNumber: context.callNumber + 1,
  };
}
