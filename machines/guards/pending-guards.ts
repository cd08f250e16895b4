import { hasPending, isReached, pendingCommands } from '../deadlines.js';
import { legsAfterEnd, type Call } from '../calls/call.js';
import { isLegFact, isSingleLane, type LegFact, type Confirmation, type Outcome, type PendingCommand } from '../events/index.js';
import type { AgentContext, Decided } from '../context.js';
import type { AgentEvent } from '../events/index.js';
import { allCalls } from '../calls/roster.js';
import { rejectedBy } from './error-guards.js';
import type { GuardInput } from './guard-input.js';
import { isIncoming, isThisCall, isThird, located, startsThird } from './leg-guards.js';
import { isReasonUnknown } from './reason-guards.js';

function sent(event: AgentEvent): Partial<PendingCommand> | undefined {
  return event.type === 'command.sent' ? event.pending : undefined;
}

/** The lane of the command is free; keys and queries have room beside each other. */
export function isLaneFree({ context, event }: GuardInput): boolean {
  const lane = sent(event)?.lane;
  return lane !== undefined && (!isSingleLane(lane) || context.pending[lane] === null);
}

export interface OfCommand {
  readonly command: string;
}

/** This command was sent. */
export function isSent({ event }: GuardInput, { command }: OfCommand): boolean {
  return sent(event)?.command === command;
}

/** This command was settled without having taken effect. */
export function hasFailed({ event }: GuardInput, { command }: OfCommand): boolean {
  return event.type === 'command.failed' && event.command === command;
}

/** login was settled without having taken effect. */
export function hasLoginFailed(input: GuardInput): boolean {
  return hasFailed(input, { command: 'login' });
}

/** The service itself said no to this command. */
export function wasRejected(input: GuardInput, params: OfCommand): boolean {
  return hasFailed(input, params) && input.event.type === 'command.failed' && input.event.outcome === 'rejected';
}

/** This command has taken effect. */
export function wasConfirmed({ event }: GuardInput, { command }: OfCommand): boolean {
  return event.type === 'command.confirmed' && event.command === command;
}

/** Which leg the fact must be about, to confirm this command. */
function concernsLeg(input: GuardInput, { command, about, known }: PendingCommand, leg: Confirmation['leg']): boolean {
  const { context, event } = input;
  if (leg === undefined) return true;
  if (!isLegFact(event)) return false;
  const { call } = located(context, event);
  switch (leg) {
    case 'consult':
      return isThird(input)
        ? call !== null && isKnown(known, call.number, context)
        : (event.type !== 'call.released' || context.pending.call?.command === 'initiateConsult') && startsThird(input);
    case 'either':
      return isThisCall(input);
    case 'known':
      return call !== null && known?.includes(call.number) === true && !isOfOneLeg(event, call);
    case 'call':
      if (command === 'makeCall' && isOwnLegAtLast(input)) return true;
      return call !== null && about?.includes(call.number) === true && !startsThird(input) && !isOfOneLeg(event, call);
  }
}

/** One of several legs has ended, and the call goes on. */
export function isOfOneLeg(event: LegFact, call: Call): boolean {
  return event.type === 'call.released' && legsAfterEnd(call, event.leg).length > 0;
}

/** A consult that is begun after the command was sent is the one that was asked for. */
function isKnown(known: readonly number[] | undefined, number: number, { pending }: AgentContext): boolean {
  return known?.includes(number) === true || pending.cancelConsult !== null;
}

/** A not-ready with another reason than the one asked for is somebody else's. */
function isForSomebodyElse({ reason }: PendingCommand, { event }: GuardInput): boolean {
  if (event.type !== 'agent.notReady' || event.reason === undefined || event.reason === 'none') return false;
  return reason != null && reason !== event.reason;
}

/** A not-ready that says nothing of the login state confirms nothing, and neither does a word from before the last call ended. */
function saysNothing(input: GuardInput): boolean {
  const { event } = input;
  if ('predatesAcw' in event && event.predatesAcw) return true;
  return event.type === 'agent.notReady' && isReasonUnknown(input);
}

/** A leg that comes in is not the call that was asked for, and does not become it by being told again in fewer words. */
function isAnothers({ command }: PendingCommand, input: GuardInput): boolean {
  if (command !== 'makeCall' || input.event.type !== 'call.ringing') return false;
  return isIncoming(input) || input.context.roster.call?.isOffered === true;
}

/** Whether the fact says that the command has taken effect. */
export function confirms(input: GuardInput, command: PendingCommand): boolean {
  return (
    !isForSomebodyElse(command, input) &&
    !saysNothing(input) &&
    !isAnothers(command, input) &&
    command.confirmedBy.some(({ fact, leg }) => fact === input.event.type && concernsLeg(input, command, leg))
  );
}

/** The fact that may confirm: one that comes too late to change the chart confirms all the same. */
function factIn({ context, event }: GuardInput): GuardInput | null {
  if (event.type !== 'fact.ignored') return { context, event };
  const { fact, rule } = event as Partial<typeof event>;
  return fact === undefined || rule !== 'late' ? null : { context, event: fact };
}

/** The leg that the call asked for has been waiting for: until now an offered call was in its place. */
export function isOwnLegAtLast(input: GuardInput): boolean {
  const { context, event } = input;
  return (
    context.roster.call?.isOffered === true &&
    event.type === 'call.dialing' &&
    context.pending.makeCall !== null &&
    located(context, event).place === 'unknown'
  );
}

/** The object of the command is gone: its call, or after-call work. */
export function isGone({ needs, about }: PendingCommand, { acw, roster }: AgentContext): boolean {
  if (needs === 'acw') return acw === null;
  return needs === 'call' && !allCalls(roster).some(({ number }) => about?.includes(number) === true);
}

/** The consult that was asked for is over before its leg was ever heard of. */
function refusesConsult(input: GuardInput): boolean {
  const { event } = input;
  return event.type === 'call.released' && startsThird(input) && (event.leg.callType === 'Consult' || isThisCall(input));
}

/** Whether the fact, be it late, is one that the command waits for. */
function isTold(input: GuardInput, command: PendingCommand): boolean {
  const told = command.answeredBy === 'event' ? factIn(input) : null;
  return told !== null && confirms(told, command);
}

/** How the event settles the command; null: it does not. */
export function outcomeOf(input: GuardInput, command: PendingCommand): Outcome | null {
  const { event } = input;
  switch (event.type) {
    case 'command.accepted':
      // Keys count as sent when the SDK has taken them.
      return event.id === command.id && (command.answeredBy === 'callback' || command.lane === 'keys') ? 'confirmed' : null;
    case 'command.refused':
      return event.id === command.id ? 'rejected' : null;
    case 'call.error':
      return rejectedBy(input) === command ? 'rejected' : null;
    case 'deadline.reached':
      return isReached(event, String(command.id)) ? 'timedOut' : null;
    case 'connection.displaced':
      // These take the agent back from the other end.
      return command.command === 'login' || command.command === 'initAgent' ? null : 'displaced';
    case 'transfer.completed':
      return command.lane === 'call' ? 'confirmed' : null;
    case 'command.confirmed':
      return event.command === 'cancelConsult' && command.command === 'initiateConsult' ? 'superseded' : null;
    case 'agent.loggedOut':
      if (command.needs === 'login') return 'superseded';
      break;
    case 'call.released':
      if (command.command === 'initiateConsult' && refusesConsult(input) && !isTold(input, command)) return 'superseded';
  }
  return isTold(input, command) ? 'confirmed' : null;
}

const NONE: readonly Decided[] = [];

/** A fact about keys, which is said of those that were sent first. */
function isSaidOfEarlier({ event }: GuardInput, { command, outcome }: Decided, decided: readonly Decided[]): boolean {
  if (command.lane !== 'keys' || outcome !== 'confirmed' || event.type === 'command.accepted') return false;
  return decided.some(({ command: { lane } }) => lane === 'keys');
}

/** How the event settles pending commands, the one sent first at the head. */
export function decidedBy(input: GuardInput): readonly Decided[] {
  const commands = pendingCommands(input.context);
  if (commands.length === 0) return NONE;
  const decided: Decided[] = [];
  for (const command of commands) {
    const outcome = outcomeOf(input, command);
    if (outcome !== null && !isSaidOfEarlier(input, { command, outcome }, decided)) decided.push({ command, outcome });
  }
  return decided;
}

/** The event settles a pending command. */
export function decidesCommands(input: GuardInput): boolean {
  const { context } = input;
  return hasPending(context) && pendingCommands(context).some((command) => outcomeOf(input, command) !== null);
}

/** A pending command was decided on, or its object is gone. */
export function isAnySettled({ context }: GuardInput): boolean {
  return context.decided.length > 0 || (hasPending(context) && pendingCommands(context).some((command) => isGone(command, context)));
}
