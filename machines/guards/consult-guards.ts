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

/**
 * The customer's leg ends while the third party is to take it over, and the
 * server does not say whether that is why: the customer may have hung up.
 */
export function isEndUnclear(input: GuardInput): boolean {
  const { event } = input;
  return isHandedOver(input) && event.type === 'call.released' && event.isHandedOver !== true;
}

/** The customer's leg has ended, and now the third party's: the two talk without the agent. */
export function isConsultHandedOver(input: GuardInput): boolean {
  return isConsult(input) && isInFlight(input, 'consultTransfer');
}

/** The same, and after-call work follows. */
export function isConsultHandedOverIntoAcw(input: GuardInput): boolean {
  return isConsultHandedOver(input) && endsInAcw(input);
}

/** The server has had its time to refuse a transfer and has not. */
export function isTransferUnrefused({ context: { requests }, event }: GuardInput): boolean {
  const { call } = requests;
  return event.type === 'deadline.reached' && call?.command === 'consultTransfer' && call.deadline <= event.at;
}

/** The same, and after-call work follows. */
export function isTransferUnrefusedIntoAcw(input: GuardInput): boolean {
  return isTransferUnrefused(input) && endsInAcw(input);
}

/** What says, when the customer's leg has ended, that the third party has taken the customer over. */
export function isProofOfTransfer(input: GuardInput): boolean {
  const isAcw = input.event.type === 'acw.started' && isInFlight(input, 'consultTransfer');
  return isAcw || isConsultHandedOver(input) || isTransferUnrefused(input);
}

/** The agent's part in the call ends because the third party has taken it over. */
export function isHandedOver(input: GuardInput): boolean {
  return isCall(input) && isInFlight(input, 'consultTransfer');
}

/** The same, and after-call work follows. */
export function isHandedOverIntoAcw(input: GuardInput): boolean {
  return isHandedOver(input) && endsInAcw(input);
}
