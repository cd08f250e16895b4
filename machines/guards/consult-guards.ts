import type { GuardInput } from './guard-input.js';
import { endsInAcw, isCall, isConsult } from './leg-guards.js';

function isInFlight({ context: { requests } }: GuardInput, command: string): boolean {
  return requests.call?.command === command || requests.cancelConsult?.command === command;
}

/** The customer is talked with again, as the agent asked. */
export function isRetrievedOnRequest(input: GuardInput): boolean {
  return (
    isCall(input) && (isInFlight(input, 'retrieveConsult') || isInFlight(input, 'cancelConsult'))
  );
}

/**
 * The third party's leg ends because the agent returns to the customer. The
 * vendor's page says that this resumes the talk; whether a retrieved event
 * follows is not certain.
 */
export function isConsultEndedOnRequest(input: GuardInput): boolean {
  return isConsult(input) && isInFlight(input, 'retrieveConsult');
}

/** The third party's leg ends while it is being brought together with the customer's. */
export function isConsultLeftToMerge(input: GuardInput): boolean {
  return (
    isConsult(input) &&
    (isInFlight(input, 'consultConference') || isInFlight(input, 'consultTransfer'))
  );
}

/** The customer is not held any more because a conference forms. */
export function isCallRetrievedToJoin(input: GuardInput): boolean {
  return isCall(input) && isInFlight(input, 'consultConference');
}

/** The agent's part in the call ends because the third party has taken it over. */
export function isHandedOver(input: GuardInput): boolean {
  return isCall(input) && isInFlight(input, 'consultTransfer');
}

/** The same, and after-call work follows. */
export function isHandedOverIntoAcw(input: GuardInput): boolean {
  return isHandedOver(input) && endsInAcw(input);
}
