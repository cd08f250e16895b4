import { rings } from '../calls/call.js';
import { allCalls, type Roster } from '../calls/roster.js';
import type { LateRejection } from '../context.js';
import { isReached } from '../deadlines.js';
import type { Outcome, PendingCommand, SingleLane } from '../events/index.js';
import { isGone } from '../guards/pending-guards.js';
import { isDoneBy, lateRejectionOf } from '../guards/late-guards.js';
import type { ActionInput, Change } from './action-input.js';

const ANSWERS: ReadonlySet<string> = new Set(['answer', 'rejectCall']);

/** The calls that a command is for: of those that ring, the service chooses which it answers or rejects. */
function callsFor(command: string, { call, third, waiting }: Roster): readonly number[] {
  const ringing = waiting.filter(({ work }) => work === 'ringing').map(({ number }) => number);
  const own = call === null ? [] : [call.number];
  if (!ANSWERS.has(command)) return own;
  const isOffered = call !== null && third === null && (call.establishedAt === null || (call.isLegOpen && call.isFromRegain) || ringing.length === 0);
  if (!isOffered) return ringing;
  // A call of the agent's own that is being dialed is meant last.
  return call.isOffered || call.isFromRegain ? [...own, ...ringing] : [...ringing, ...own];
}

/** The calls whose facts may confirm it: hangup names none, and retrieveCall none of those that are held. */
function callsKnownTo(command: string, roster: Roster): readonly number[] {
  const all = allCalls(roster).filter(({ work, number }) => command !== 'retrieveCall' || work === 'holding' || number === roster.call?.number);
  return all.map(({ number }) => number);
}

/** The command is pending in its lane, for the calls that there are now. */
export function recordPending({ context, event }: ActionInput): Change {
  if (event.type !== 'command.sent') return {};
  const { roster, presence } = context;
  const { command } = event.pending;
  const pending: PendingCommand = {
    ...event.pending,
    about: callsFor(command, roster),
    known: callsKnownTo(command, roster),
    words: presence.words,
    sessions: presence.sessions,
    whileRinging: roster.call !== null && rings(roster.call),
    inAcw: context.acw !== null,
  };
  const { lane } = pending;
  if (lane === 'query' || lane === 'keys') return { side: [...context.side, pending] };
  return {
    pending: { ...context.pending, [lane]: pending },
    // Of an agent who goes on, a rejection is of what is sent now.
    transfer: context.transfer?.isDone === true ? null : context.transfer,
  };
}

/** The lane is free again. */
export function clearLane({ context }: ActionInput, lane: SingleLane): Change {
  return { pending: { ...context.pending, [lane]: null } };
}

/** How many ms after a command was sent its rejection may still arrive, though it was settled meanwhile. */
const REJECTION_MAY_TAKE = 1000;

/** The command was settled without a word of the service's, which may still come. */
export function expectRejection({ context }: ActionInput, command: PendingCommand, at: number): Change {
  if (command.answeredBy === 'callback') return {};
  const expected: LateRejection = {
    command: command.command,
    until: command.since + REJECTION_MAY_TAKE,
    about: command.about ?? [],
    confirmedBy: command.confirmedBy,
  };
  return { lateRejections: [...context.lateRejections.filter(({ until }) => until > at), expected] };
}

/** The rejection has come. */
export function takeLateRejection(input: ActionInput): Change {
  const late = lateRejectionOf(input);
  return { lateRejections: input.context.lateRejections.filter((one) => one !== late) };
}

/** The service has not rejected the command after all: it has done it. */
export function dropLateRejection({ context, event }: ActionInput): Change {
  const index = context.lateRejections.findIndex((late) => isDoneBy(late, event));
  return { lateRejections: context.lateRejections.filter((_, position) => position !== index) };
}

/** Keys and queries that an event settles in this way. */
export function sideSettledBy({ context, event }: ActionInput, outcome: Outcome): readonly PendingCommand[] {
  const { side } = context;
  switch (outcome) {
    case 'timedOut':
      return side.filter(({ id }) => isReached(event, String(id)));
    case 'displaced':
      return side;
    case 'superseded':
      return side.filter((command) => isGone(command, context));
    default:
      if (event.type === 'command.accepted' || event.type === 'command.refused') return side.filter(({ id }) => id === event.id);
      // What is said of keys is said of those that were sent first.
      return side.filter(({ lane }) => lane === 'keys').slice(0, 1);
  }
}
