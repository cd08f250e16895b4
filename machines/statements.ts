import { rings } from './calls/call.js';
import { locate } from './calls/locate.js';
import type { AgentContext } from './context.js';
import type { AgentEvent, ErrorStatement, PendingCommand } from './events/index.js';

const ANSWERS: ReadonlySet<string> = new Set(['answer', 'rejectCall']);
const ACW_COMMANDS: ReadonlySet<string> = new Set(['delayACW', 'completeACW', 'completeACWToBusy']);
const ACW_FORBIDS: ReadonlySet<string> = new Set(['makeCall', 'logout']);
/** Commands about other agents, and questions: they say nothing of this agent. */
const OF_OTHERS = /^(force|query)/;

/** The calls of which a refusal of this command says that they are over. */
function callsOver(
  says: ErrorStatement,
  { command, about = [], whileRinging }: PendingCommand,
  { roster }: AgentContext,
): readonly number[] {
  const [number] = about;
  if (number === undefined) return [];
  if (ANSWERS.has(command) || (says === 'callIsOver' && command === 'hangup')) return [number];
  // Of a call that rings, "not in a talk" is merely true.
  const isRinging = whileRinging === true || (roster.call?.number === number && rings(roster.call));
  return command === 'hangup' && !isRinging ? [number] : [];
}

/** The call that an error names, where the command is for several. */
function named(command: PendingCommand, event: AgentEvent, { roster }: AgentContext): PendingCommand {
  const leg = event.type === 'call.error' ? event.leg : undefined;
  const number = leg === undefined ? undefined : locate(roster, leg).call?.number;
  const about = command.about?.filter((each) => each === number) ?? [];
  return about.length === 0 ? command : { ...command, about };
}

/**
 * The event that the refusal of a command implies besides; null: none. The
 * refusal of a command from before the agent signed in, connected or was
 * regained is outdated.
 */
export function statedBy(event: AgentEvent, command: PendingCommand, context: AgentContext): AgentEvent | null {
  const says = event.type === 'call.error' || event.type === 'command.refused' ? event.says : undefined;
  if (!('at' in event) || command.sessions !== context.presence.sessions) return null;
  const { at } = event;
  switch (says) {
    case 'noTalk':
    case 'callIsOver': {
      const numbers = callsOver(says, named(command, event, context), context);
      return numbers.length === 0 ? null : { type: 'call.isOver', at, numbers };
    }
    case 'acwIsOver':
      return ACW_COMMANDS.has(command.command) ? { type: 'acw.isOver', at } : null;
    case 'acwIsOn':
      return ACW_FORBIDS.has(command.command) ? { type: 'acw.isOn', at } : null;
    case 'signedOut':
      return OF_OTHERS.test(command.command) ? null : { type: 'agent.loggedOut', at };
    case 'displaced':
      return { type: 'connection.displaced', at };
    case 'interrupted':
      return { type: 'connection.interrupted', at };
    default:
      return null;
  }
}
