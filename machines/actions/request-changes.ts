import type { Request, SingleLane } from '../events/index.js';
import { isDoneBy, owedRefusal } from '../guards/owed-guards.js';
import type { ActionInput, Change } from './action-input.js';

/** The command is in flight in its lane, for the call there is now. */
export function recordRequest({ context, event }: ActionInput): Change {
  if (event.type !== 'request.opened') return {};
  const request: Request = { ...event.request, callNumber: context.callNumber };
  if (request.lane === 'query') return { queries: [...context.queries, request] };
  // Whoever goes on has no third party to go back to: a refusal is of what is sent now.
  const refusalsOwed = context.refusalsOwed.filter(({ third }) => third === undefined);
  return { requests: { ...context.requests, [request.lane]: request }, refusalsOwed };
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

/** The customer's leg has ended: if that was not the transfer, its refusal comes soon. */
export function awaitRefusal({ context, event }: ActionInput): Change {
  const { call } = context.requests;
  if (call === null || !('at' in event)) return {};
  const deadline = Math.min(call.deadline, event.at + REFUSAL_MAY_TAKE);
  return { requests: { ...context.requests, call: { ...call, deadline } } };
}

/** How many ms after a transfer was sent that nobody refused its refusal is still believed. */
const LATE_REFUSAL_MAY_TAKE = 20_000;

/** The transfer is taken for done, because nothing was said against it. */
export function oweHandOver({ context }: ActionInput): Change {
  const { requests, consult, callNumber } = context;
  if (requests.call === null || consult === null) return {};
  const { command, since } = requests.call;
  const until = since + LATE_REFUSAL_MAY_TAKE;
  const confirmedBy = [{ fact: 'call.released' }, { fact: 'acw.started' }] as const;
  return { refusalsOwed: [...context.refusalsOwed, { command, until, callNumber, confirmedBy, third: consult }] };
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
