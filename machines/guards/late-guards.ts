import type { LateRejection } from '../context.js';
import { pendingCommands } from '../deadlines.js';
import type { AgentEvent, CallErrorFact, PendingCommand } from '../events/index.js';
import type { LegRef } from '../calls/leg-ref.js';
import type { Roster } from '../calls/roster.js';
import { locate } from '../calls/locate.js';
import type { GuardInput } from './guard-input.js';

/** Whether an error that no callback brings can be the rejection of this command. */
export function canRefuse({ refuses }: CallErrorFact, { answeredBy, command }: PendingCommand): boolean {
  if (answeredBy !== 'event') return false;
  // Only an error about keys refuses a key.
  return refuses === undefined ? command !== 'sendDtmf' : refuses.includes(command);
}

/** How many ms after a command was sent its rejection may still arrive, though it was settled meanwhile. */
export const REJECTION_MAY_TAKE = 1000;

/** Whether the rejection may still come. By a clock that was set back since the command was sent, nobody can tell: then it is not waited for. */
export function mayCome({ until }: LateRejection, at: number): boolean {
  return at < until && at >= until - REJECTION_MAY_TAKE;
}

/** The late rejection that an error is: of a command that was settled already, or none. */
export function lateRejectionOf({ context, event }: GuardInput): LateRejection | undefined {
  if (event.type !== 'call.error' || context.lateRejections.length === 0) return undefined;
  const { refuses, leg } = event;
  // An error of no class rather refuses a command that is pending.
  if (refuses === undefined && pendingCommands(context).some((command) => canRefuse(event, command))) return undefined;
  return context.lateRejections.find(
    (late) =>
      mayCome(late, event.at) &&
      (leg === undefined || isAbout(leg, late.about, context.roster)) &&
      (refuses === undefined || refuses.includes(late.command)),
  );
}

/** Whether the leg may be one of these calls, live or over: of two that share a callID, an error does not say which it is about. */
function isAbout(leg: LegRef, about: readonly number[], roster: Roster): boolean {
  const { call } = locate(roster, leg);
  if (call === null || about.includes(call.number)) return true;
  return roster.over.some(
    ({ number, callID, partyID }) =>
      about.includes(number) && (leg.partyID === undefined ? callID === leg.callID : partyID === leg.partyID),
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
