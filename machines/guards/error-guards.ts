import { roleOf } from '../call-leg.js';
import type { ErrorStatement } from '../events/index.js';
import type { GuardInput } from './guard-input.js';

/*
 * Whether what an error says is so already.
 */

function says({ event }: GuardInput, statement: ErrorStatement): boolean {
  return event.type === 'call.error' && event.says === statement;
}

/** There is no call, or the leg that the error names is over. */
function isOver({ context, event }: GuardInput): boolean {
  if (context.call === null) return true;
  return event.type === 'call.error' && event.leg !== undefined && roleOf(context, event.leg) === 'ended';
}

/** The error says that the call is over, and it is. */
export function saysOverCallIsOver(input: GuardInput): boolean {
  return says(input, 'callIsOver') && isOver(input);
}

/** The error says that the agent is not in a talk, which is true of a call that is not answered yet, too. */
export function saysNoTalkWhereNoneIs(input: GuardInput): boolean {
  return says(input, 'noTalk') && (isOver(input) || input.context.call?.establishedAt === null);
}

/** The error says that after-call work is on, or over, and it is. */
export function saysWhatIsSoOfAcw(input: GuardInput): boolean {
  return says(input, input.context.acw === null ? 'acwIsOver' : 'acwIsOn');
}

/** The error says that the agent is not signed in. */
export function saysSignedOut(input: GuardInput): boolean {
  return says(input, 'signedOut');
}

/** The error says that another end has the agent. */
export function saysDisplaced(input: GuardInput): boolean {
  return says(input, 'displaced');
}
