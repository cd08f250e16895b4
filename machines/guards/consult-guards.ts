import { Match, matchOf } from '../calls/call.js';
import { isReached, TRANSFER_KEY } from '../deadlines.js';
import type { GuardInput } from './guard-input.js';
import { isCall } from './leg-guards.js';

/** The third party has answered, or nobody knows. */
export function isThirdReached({ context: { roster } }: GuardInput): boolean {
  return roster.third?.establishedAt != null;
}

/** The agent's part in the call ends because the third party has taken it over: the server says so, or the third party's leg has ended before. */
export function isHandedOver(input: GuardInput): boolean {
  const { event } = input;
  if (!isCall(input) || event.type !== 'call.released') return false;
  return event.isHandedOver === true || input.context.roster.third?.legs.length === 0;
}

/** The customer's leg ends while the third party is to take it over, and the server does not say that this is why. */
export function isEndUnclear(input: GuardInput): boolean {
  return isCall(input) && !isHandedOver(input);
}

/** The service has had its time to refuse a transfer and has not. */
export function isTransferDue({ event }: GuardInput): boolean {
  return isReached(event, TRANSFER_KEY);
}

/** The third party of a transfer that is taken for done waits. */
export function isThirdHeld({ context: { transfer } }: GuardInput): boolean {
  return transfer?.isThirdHeld === true;
}

/** A transfer that counts as done is refused after all. */
export function refusesTransfer({ context, event }: GuardInput): boolean {
  const { transfer, pending } = context;
  if (event.type !== 'call.error' || transfer?.isDone !== true || pending.call !== null) return false;
  return event.refuses === undefined || event.refuses.includes('consultTransfer');
}

/** The third party's leg has ended, too: the transfer that counts as done was done. */
export function isEndOfTransfer({ context, event }: GuardInput): boolean {
  if (event.type !== 'fact.ignored' || context.transfer === null) return false;
  const { fact } = event as Partial<typeof event>;
  return fact?.type === 'call.released' && matchOf(context.transfer.third, fact.leg) >= Match.byCall;
}

/** A transfer counted as done for so long that no refusal is believed any more. */
export function isTransferSettled(input: GuardInput): boolean {
  return input.context.transfer?.isDone === true && isTransferDue(input);
}
