import type { Request, SingleLane } from '../events/index.js';
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

/** How many ms the service may take to refuse a command that has ended meanwhile. */
const REFUSAL_MAY_TAKE = 2000;

/** The command has come to nothing without a word of the service's, which may still come. */
export function oweRefusal({ context }: ActionInput, { answeredBy }: Request, at: number): Change {
  if (answeredBy === 'callback') return {};
  const stillOwed = context.refusalsOwed.filter((until) => until > at);
  return { refusalsOwed: [...stillOwed, at + REFUSAL_MAY_TAKE] };
}

/** The refusal has come. */
export function takeOwedRefusal({ context, event }: ActionInput): Change {
  const at = 'at' in event ? event.at : 0;
  return { refusalsOwed: context.refusalsOwed.filter((until) => until > at).slice(1) };
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
