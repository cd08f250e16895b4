import { rings } from '../calls/call.js';
import { allCalls, type Roster } from '../calls/roster.js';
import type { AgentContext, Decided, LateRejection } from '../context.js';
import { pendingCommands } from '../deadlines.js';
import { isSingleLane, type AgentEvent, type PendingCommand } from '../events/index.js';
import { decidedBy, isGone } from '../guards/pending-guards.js';
import { isDoneBy, lateRejectionOf, mayCome, REJECTION_MAY_TAKE } from '../guards/late-guards.js';
import type { ActionInput, Change } from './action-input.js';

const ANSWERS: ReadonlySet<string> = new Set(['answer', 'rejectCall']);

/** The calls that a command is for: of those that ring, the service chooses which it answers or rejects. */
function callsFor(command: string, { call, third, waiting }: Roster): readonly number[] {
  const ringing = waiting.filter(({ work }) => work === 'ringing').map(({ number }) => number);
  const own = call === null ? [] : [call.number];
  if (!ANSWERS.has(command)) return own;
  const isOffered =
    call !== null && third === null && (call.establishedAt === null || (call.isLegOpen && call.isFromRegain) || ringing.length === 0);
  if (!isOffered) return ringing;
  // A call of the agent's own that is being dialed is meant last.
  return call.isOffered || call.isFromRegain ? [...own, ...ringing] : [...ringing, ...own];
}

/** The calls whose facts may confirm it: hangup names none, and retrieveCall none of those that are held. */
function callsKnownTo(command: string, roster: Roster): readonly number[] {
  const all = allCalls(roster).filter(
    ({ work, number }) => command !== 'retrieveCall' || work === 'holding' || number === roster.call?.number,
  );
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
  if (!isSingleLane(lane)) return { side: [...context.side, pending] };
  return {
    pending: { ...context.pending, [lane]: pending },
    // Of an agent who goes on, a rejection is of what is sent now.
    transfer: context.transfer?.isDone === true ? null : context.transfer,
  };
}

/** The outcomes that the event gives to pending commands are kept until the calls have taken it. */
export function decideCommands(input: ActionInput): Change {
  return { decided: decidedBy(input) };
}

/** The same without the call lane, whose outcome is still open. */
export function decideOthers(input: ActionInput): Change {
  return { decided: decidedBy(input).filter(({ command }) => command.lane !== 'call') };
}

/** How the commands are settled that were decided on, or whose call or after-call work is gone. */
export function settledNow(context: AgentContext): readonly Decided[] {
  const { decided } = context;
  const isDecided = (command: PendingCommand) => decided.some((each) => each.command === command);
  const gone = pendingCommands(context).filter((command) => !isDecided(command) && isGone(command, context));
  return [...decided, ...gone.map((command) => ({ command, outcome: 'superseded' as const }))];
}

/** They are pending no more. */
export function clear({ pending, side }: AgentContext, settled: readonly Decided[]): Change {
  const commands = settled.map(({ command }) => command);
  const lanes = { ...pending };
  for (const { lane } of commands) if (isSingleLane(lane)) lanes[lane] = null;
  return { pending: lanes, side: side.filter((command) => !commands.includes(command)), decided: [] };
}

/** The leg that the command was to make has ended: the service has done it. */
function isEndOfOwnLeg({ command }: PendingCommand, event: AgentEvent): boolean {
  if (event.type !== 'call.released') return false;
  return command === 'makeCall' || (command === 'initiateConsult' && event.leg.callType === 'Consult');
}

/** Whether a command was settled without the service's answer, so that a rejection may still arrive. */
function mayBeRejectedYet({ command, outcome }: Decided, event: AgentEvent): boolean {
  if (isEndOfOwnLeg(command, event)) return false;
  if (command.answeredBy === 'callback') return false;
  if (command.lane === 'keys') return event.type === 'command.accepted';
  return outcome === 'superseded' || outcome === 'timedOut';
}

/** The rejections that may still come of what is settled. */
export function expectRejections({ context, event }: ActionInput, settled: readonly Decided[], at: number): Change {
  // A command sent before a regain may be lost: an error after it is of one that is sent now.
  if (event.type === 'connection.regained') return { lateRejections: [] };
  const late = settled.filter((each) => mayBeRejectedYet(each, event)).map(({ command }) => lateRejection(command));
  return late.length === 0 ? {} : { lateRejections: [...context.lateRejections, ...late].filter((one) => mayCome(one, at)) };
}

function lateRejection({ command, since, about = [], confirmedBy }: PendingCommand): LateRejection {
  return { command, until: since + REJECTION_MAY_TAKE, about, confirmedBy };
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
