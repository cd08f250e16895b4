import type { GuardInput } from './guard-input.js';

/** The known length of after-call work is over. */
export function isAcwDue({ context, event }: GuardInput): boolean {
  const deadline = context.acw?.deadline ?? null;
  return event.type === 'deadline.reached' && deadline !== null && deadline <= event.at;
}
