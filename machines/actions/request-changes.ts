import type { Request, SingleLane } from '../events/index.js';
import { isDoneBy, owedRefusal } from '../guards/owed-guards.js';
import type { ActionInput, Change } from './action-input.js';

/** The command is in flight in its lane, for the call there is now. */
export function recordRequest({ context, event }: ActionInput): Change {
  if (event.type !== 'request.opened') return {};
  const request: Request = { ...event.request, callNumber: context.callNumber };
  if (request.lane === 'query') return { queries: [...context.queries, request] };
  return { requests: { ...context.requests, [request.lane]: request } };
}

/** The lane is free again. */
export function clearLane({ context }: ActionInput, lane: SingleLane): Change {
  return { requests: { ...context.requests, [lane]: null } };
}

/** How many ms after a command was sent its refusal may still come, though it has ended meanwhile. */
const REFUSAL_MAY_TAKE = 1000;

/** The command has come to nothing without a word of the service's, which may still come. */
export function oweRefusal({ context }: ActionInput, request: Request, at: number): Change {
  if (request.answeredBy === 'callback') return {};
  const { command, confirmedBy, since, callNumber = 0 } = request;
  const stillOwed = context.refusalsOwed.filter(({ until }) => until > at);
  const owed = { command, until: since + REFUSAL_MAY_TAKE, callNumber, confirmedBy };
  return { refusalsOwed: [...stillOwed, owed] };
}

/** The refusal has come. */
export function takeOwedRefusal(input: ActionInput): Change {
  const owed = owedRefusal(input);
  return { refusalsOwed: input.context.refusalsOwed.filter((one) => one !== owed) };
}

/** The service has not refused the command after all: it has done it. */
export function dropOwedRefusal({ context, event }: ActionInput): Change {
  const index = context.refusalsOwed.findIndex((owed) => isDoneBy(owed, event));
  return { refusalsOwed: context.refusalsOwed.filter((_, position) => position !== index) };
}

/** The queries that an event ends. */
export function endedQueries({ context, event }: ActionInput): readonly Request[] {
  switch (event.type) {
    case 'request.succeeded':
    case 'request.failed':
      return context.queries.filter((query) => query.id === event.id);
    case 'deadline.reached':
      return context.queries.filter((query) => query.deadline <= event.at);
    case 'connection.displaced':
      return context.queries;
    default:
      return [];
  }
}
