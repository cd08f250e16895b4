import type { Confirmation, Request, SingleLane } from '../events/index.js';
import { roleOf } from '../call-leg.js';
import { requestsInFlight } from '../deadlines.js';
import type { GuardInput } from './guard-input.js';
import { callLaneIsBusy } from './lane-guards.js';
import { isDoneBy, owedRefusal } from './owed-guards.js';
import { isReasonUnknown } from './reason-guards.js';
import { isCall, isConsult, isIncoming, isThisTalk, startsConsult } from './leg-guards.js';

/** Which lane a guard is asked about. */
export interface InLane {
  readonly lane: SingleLane;
}

function openedRequest(event: GuardInput['event']): Partial<Request> | undefined {
  return event.type === 'request.opened' ? event.request : undefined;
}

/** The request belongs to this lane. */
export function isForLane({ event }: GuardInput, { lane }: InLane): boolean {
  return openedRequest(event)?.lane === lane;
}

/** The request belongs to the lane of those that block nothing. */
export function isQuery({ event }: GuardInput): boolean {
  return openedRequest(event)?.lane === 'query';
}

/** The request that was opened is of this command. */
export function isRequestOf(
  { event }: GuardInput,
  { command }: { readonly command: string },
): boolean {
  return openedRequest(event)?.command === command;
}

/** The request that came to nothing was of this command, and the service itself said no. */
export function isRejectionOf(
  input: GuardInput,
  params: { readonly command: string },
): boolean {
  return isUndone(input, params) && input.event.type === 'request.undone' && input.event.outcome === 'rejected';
}

/** The request that came to nothing was of this command. */
export function isUndone(
  { event }: GuardInput,
  { command }: { readonly command: string },
): boolean {
  return event.type === 'request.undone' && event.command === command;
}

/** The answer is to the command in this lane. */
export function answersLane({ context, event }: GuardInput, { lane }: InLane): boolean {
  return (
    (event.type === 'request.succeeded' || event.type === 'request.failed') &&
    context.requests[lane]?.id === event.id
  );
}

/** The answer is to a query in flight. */
export function answersQuery({ context, event }: GuardInput): boolean {
  return (
    (event.type === 'request.succeeded' || event.type === 'request.failed') &&
    context.queries.some((query) => query.id === event.id)
  );
}

function concernsLeg(input: GuardInput, leg: Confirmation['leg']): boolean {
  if (leg === undefined) return true;
  const isTheConsult = isConsult(input) || startsConsult(input);
  if (leg === 'consult') return isTheConsult;
  if (input.event.type === 'call.ringing' && isIncoming(input)) return false;
  const isTheCall = input.event.type.startsWith('call.') ? isCall(input) : isThisTalk(input);
  return isTheCall || (leg === 'either' && isTheConsult);
}

/** A not-ready with another reason than the one asked for is somebody else's. */
function isForSomebodyElse(request: Request, { event }: GuardInput): boolean {
  if (event.type !== 'agent.notReady' || !event.reasonCode) return false;
  return request.reasonCode != null && request.reasonCode !== event.reasonCode;
}

/** A not-ready that says nothing of the login state confirms nothing. */
function saysNothing(input: GuardInput): boolean {
  return input.event.type === 'agent.notReady' && isReasonUnknown(input);
}

function isConfirmed(request: Request, input: GuardInput): boolean {
  return (
    !isForSomebodyElse(request, input) &&
    !saysNothing(input) &&
    request.confirmedBy.some(
      ({ fact, leg }) => fact === input.event.type && concernsLeg(input, leg),
    )
  );
}

/** The fact says that the command in this lane has taken effect. */
export function confirmsLane(input: GuardInput, { lane }: InLane): boolean {
  const request = input.context.requests[lane];
  return request !== null && isConfirmed(request, input);
}

/** The command in this lane makes no sense for an agent who is logged out. */
export function needsLogin({ context }: GuardInput, { lane }: InLane): boolean {
  return context.requests[lane]?.needs === 'login';
}

/** The call or the after-call work that the command in this lane was for is over. */
export function isMoot({ context }: GuardInput, { lane }: InLane): boolean {
  const request = context.requests[lane];
  if (request?.needs === 'acw') return context.acw === null;
  if (request?.needs !== 'call') return false;
  return context.call === null || context.callNumber !== request.callNumber;
}

/** An error that no callback carries is taken for the answer to the call command sent first. */
export function failsLane(input: GuardInput, { lane }: InLane): boolean {
  const { event, context } = input;
  if (event.type !== 'call.error' || isRefusalOwed(input)) return false;
  const isLate = event.leg !== undefined && roleOf(context, event.leg) === 'ended';
  if (isLate) return false;
  return requestsInFlight(context).find(({ answeredBy }) => answeredBy === 'event')?.lane === lane;
}

/** The error is for a command that has ended before it could be refused. */
export function isRefusalOwed(input: GuardInput): boolean {
  return owedRefusal(input) !== undefined;
}

/** A command that has ended was done nevertheless: no refusal of it will come. */
export function isOwedDone({ context, event }: GuardInput): boolean {
  return context.refusalsOwed.some((owed) => isDoneBy(owed, event));
}

/** The error answers no command, neither one in flight nor one that has ended. */
export function isErrorUnasked(input: GuardInput): boolean {
  return !callLaneIsBusy(input) && !isRefusalOwed(input);
}

/** The time of the command in this lane is up. */
export function isLaneDue({ context, event }: GuardInput, { lane }: InLane): boolean {
  const request = context.requests[lane];
  return event.type === 'deadline.reached' && request !== null && request.deadline <= event.at;
}

/** The time of a query is up. */
export function isQueryDue({ context, event }: GuardInput): boolean {
  return (
    event.type === 'deadline.reached' &&
    context.queries.some((query) => query.deadline <= event.at)
  );
}

/** The consult that this lane waits for has been cancelled. */
export function isConsultCancelled({ context, event }: GuardInput, { lane }: InLane): boolean {
  const isCancelled = event.type === 'request.done' && event.command === 'cancelConsult';
  return isCancelled && context.requests[lane]?.command === 'initiateConsult';
}

/** The consult that this lane waits for is over before its leg was ever heard of. */
export function refusesConsult(input: GuardInput, { lane }: InLane): boolean {
  const { context, event } = input;
  if (event.type !== 'call.released' || !startsConsult(input)) return false;
  const isItsLeg = event.leg.callType === 'Consult' || isThisTalk(input);
  return isItsLeg && context.requests[lane]?.command === 'initiateConsult';
}
