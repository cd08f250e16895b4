import { isReached } from '../deadlines.js';
import { legsAfterEnd, type Call } from '../calls/call.js';
import { isLegFact, type LegFact, type Confirmation, type PendingCommand } from '../events/index.js';
import type { AgentContext } from '../context.js';
import type { AgentEvent } from '../events/index.js';
import { allCalls } from '../calls/roster.js';
import type { GuardInput } from './guard-input.js';
import { isIncoming, isThisCall, isThird, located, startsThird } from './leg-guards.js';
import type { InLane } from './lane-guards.js';
import { isReasonUnknown } from './reason-guards.js';

function sent(event: AgentEvent): Partial<PendingCommand> | undefined {
  return event.type === 'command.sent' ? event.pending : undefined;
}

/** The command belongs to this lane. */
export function isForLane({ event }: GuardInput, { lane }: InLane): boolean {
  return sent(event)?.lane === lane;
}

/** The command belongs to a lane that blocks nothing. */
export function isForSide({ event }: GuardInput): boolean {
  const lane = sent(event)?.lane;
  return lane === 'query' || lane === 'keys';
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

/** The answer is to the command in this lane. */
export function answersLane({ context, event }: GuardInput, { lane }: InLane): boolean {
  return (event.type === 'command.accepted' || event.type === 'command.refused') && context.pending[lane]?.id === event.id;
}

/** Which leg the fact must be about, to confirm this command. */
function concernsLeg(input: GuardInput, { command, about, known }: PendingCommand, leg: Confirmation['leg']): boolean {
  const { context, event } = input;
  if (leg === undefined) return true;
  if (!isLegFact(event)) return false;
  const { call } = located(context, event);
  switch (leg) {
    case 'consult':
      return isThird(input) ? call !== null && isKnown(known, call.number, context) : (event.type !== 'call.released' || context.pending.call?.command === 'initiateConsult') && startsThird(input);
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
function isOfOneLeg(event: LegFact, call: Call): boolean {
  return event.type === 'call.released' && legsAfterEnd(call, event.leg).length > 0;
}

/** A consult that is begun after the command was sent is the one that was asked for. */
function isKnown(known: readonly number[] | undefined, number: number, { pending }: AgentContext): boolean {
  return known?.includes(number) === true || pending.cancelConsult !== null;
}

/** A not-ready with another reason than the one asked for is somebody else's. */
function isForSomebodyElse({ reasonCode }: PendingCommand, { event }: GuardInput): boolean {
  if (event.type !== 'agent.notReady' || !event.reasonCode) return false;
  return reasonCode != null && reasonCode !== event.reasonCode;
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

/** The fact says that the command in this lane has taken effect. */
export function confirmsLane(input: GuardInput, { lane }: InLane): boolean {
  const command = input.context.pending[lane];
  const told = factIn(input);
  return command !== null && told !== null && confirms(told, command);
}

/** The leg that the call asked for has been waiting for: until now an offered call was in its place. */
export function isOwnLegAtLast(input: GuardInput): boolean {
  const { context, event } = input;
  return context.roster.call?.isOffered === true && event.type === 'call.dialing' && context.pending.makeCall !== null && located(context, event).place === 'unknown';
}

/** The command in this lane makes no sense for an agent who is logged out. */
export function needsLogin({ context }: GuardInput, { lane }: InLane): boolean {
  return context.pending[lane]?.needs === 'login';
}

/** The command in this lane takes the agent back from another end. */
export function isNotTakingOver({ context }: GuardInput, { lane }: InLane): boolean {
  const command = context.pending[lane]?.command;
  return command !== 'login' && command !== 'initAgent';
}

/** What the command is for is gone: its call, or after-call work. */
export function isGone({ needs, about }: PendingCommand, { acw, roster }: AgentContext): boolean {
  if (needs === 'acw') return acw === null;
  return needs === 'call' && !allCalls(roster).some(({ number }) => about?.includes(number) === true);
}

/** What the command in this lane was for is gone. */
export function isObsolete({ context }: GuardInput, { lane }: InLane): boolean {
  const command = context.pending[lane];
  return command !== null && isGone(command, context);
}

/** The calls are gone for which keys were sent. */
export function areKeysObsolete({ context }: GuardInput): boolean {
  return context.side.some((command) => isGone(command, context));
}

/** The answer is to a command that blocks nothing. */
export function answersSide({ context, event }: GuardInput): boolean {
  return (event.type === 'command.accepted' || event.type === 'command.refused') && context.side.some(({ id }) => id === event.id);
}

/** The time of a command that blocks nothing is up. */
export function isSideDue({ context, event }: GuardInput): boolean {
  return event.type === 'deadline.reached' && context.side.some(({ id }) => isReached(event, String(id)));
}

/** Keys are pending. */
export function confirmsKeys(input: GuardInput): boolean {
  const told = factIn(input);
  return told !== null && input.context.side.some((command) => command.lane === 'keys' && confirms(told, command));
}

/** The time of the command in this lane is up. */
export function isLaneDue({ context, event }: GuardInput, { lane }: InLane): boolean {
  const command = context.pending[lane];
  return command !== null && isReached(event, String(command.id));
}

/** The consult that this lane waits for has been cancelled. */
export function isConsultCancelled(input: GuardInput, { lane }: InLane): boolean {
  return wasConfirmed(input, { command: 'cancelConsult' }) && input.context.pending[lane]?.command === 'initiateConsult';
}

/** The consult that this lane waits for is over before its leg was ever heard of. */
export function refusesConsult(input: GuardInput, { lane }: InLane): boolean {
  const { context, event } = input;
  if (event.type !== 'call.released' || !startsThird(input)) return false;
  const isItsLeg = event.leg.callType === 'Consult' || isThisCall(input);
  return isItsLeg && context.pending[lane]?.command === 'initiateConsult';
}
