import { locate } from '../calls/locate.js';
import { pendingCommands } from '../deadlines.js';
import type { CallErrorFact, PendingCommand } from '../events/index.js';
import type { AgentContext } from '../context.js';
import type { GuardInput } from './guard-input.js';
import { canRefuse, isLateRejection } from './late-guards.js';

/** Whether the command is for the leg that the error names. */
function isAbout({ leg }: CallErrorFact, { about }: PendingCommand, { roster }: AgentContext): boolean {
  if (leg === undefined) return true;
  const { place, call } = locate(roster, leg);
  if (place === 'third') return roster.call !== null && about?.includes(roster.call.number) === true;
  return call !== null && about?.includes(call.number) === true;
}

/** The command that an error which no callback brings belongs to: the one sent first that it can refuse. */
export function rejectedBy(input: GuardInput): PendingCommand | undefined {
  const { context, event } = input;
  if (event.type !== 'call.error' || isLateRejection(input)) return undefined;
  return pendingCommands(context).find((command) => canRefuse(event, command) && isAbout(event, command, context));
}

/** The error belongs to no command, neither a pending one nor one that is settled. */
export function isErrorUnasked(input: GuardInput): boolean {
  return input.event.type === 'call.error' && rejectedBy(input) === undefined && !isLateRejection(input);
}

/** There is no call, or the leg that the error names is over. */
function isOver({ roster }: AgentContext, { leg }: CallErrorFact): boolean {
  return roster.call === null || (leg !== undefined && locate(roster, leg).place === 'over');
}

/** The error says of calls or of after-call work what is so already. */
export function saysWhatIsSoOfCalls({ context, event }: GuardInput): boolean {
  if (event.type !== 'call.error') return false;
  switch (event.says) {
    case 'callIsOver':
      return isOver(context, event);
    case 'noTalk':
      return isOver(context, event) || context.roster.call?.establishedAt == null;
    case 'acwIsOver':
      return context.acw === null;
    case 'acwIsOn':
      return context.acw !== null;
    default:
      return false;
  }
}

/** The error says that the agent is not signed in. */
export function saysSignedOut({ event }: GuardInput): boolean {
  return event.type === 'call.error' && event.says === 'signedOut';
}

/** The error says that another end has the agent. */
export function saysDisplaced({ event }: GuardInput): boolean {
  return event.type === 'call.error' && event.says === 'displaced';
}
