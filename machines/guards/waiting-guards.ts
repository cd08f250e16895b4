import { nextCall } from '../calls/roster.js';
import type { CallWork } from '../calls/call.js';
import type { GuardInput } from './guard-input.js';

/** The agent talks in a call that waits. */
export function isTalkingElsewhere({ context }: GuardInput): boolean {
  return context.roster.waiting.some(({ work }) => work === 'talking');
}

/** A waiting call takes the place of the one that has ended, and is in this work status. */
export function continuesAs({ context }: GuardInput, params: { readonly work: CallWork }): boolean {
  return nextCall(context.roster)?.work === params.work;
}

/** After-call work follows the calls that are over. */
export function isAcwNext({ context, event }: GuardInput): boolean {
  if ('isAcwSaid' in event && event.isAcwSaid) return true;
  const isOver = 'isAcwOver' in event && event.isAcwOver;
  return context.acwPolicy.enabled && context.roster.hasTalked && !isOver;
}
