import type { LateRejection } from '../context.js';
import type { AgentEvent } from '../events/index.js';
import { locate } from '../calls/locate.js';
import type { GuardInput } from './guard-input.js';

/** The late rejection that an error is: of a command that was settled already, or none. */
export function lateRejectionOf({ context, event }: GuardInput): LateRejection | undefined {
  if (event.type !== 'call.error' || context.lateRejections.length === 0) return undefined;
  const { refuses, leg } = event;
  const number = leg === undefined ? undefined : locate(context.roster, leg).call?.number;
  return context.lateRejections.find(
    ({ command, until, about }) =>
      until > event.at && (number === undefined || about.includes(number)) && (refuses === undefined || refuses.includes(command)),
  );
}

/** The error is a late rejection. */
export function isLateRejection(input: GuardInput): boolean {
  return lateRejectionOf(input) !== undefined;
}

/** Whether the fact says that the command was done, so that no rejection of it comes. */
export function isDoneBy({ confirmedBy }: LateRejection, event: AgentEvent): boolean {
  return confirmedBy.some(({ fact }) => fact === event.type);
}

/** A command that was settled was done nevertheless: no rejection of it arrives. */
export function isLateSuccess({ context, event }: GuardInput): boolean {
  return context.lateRejections.some((late) => isDoneBy(late, event));
}
