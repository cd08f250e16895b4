import { ACW_KEY, isReached } from '../deadlines.js';
import type { GuardInput } from './guard-input.js';

/** The known length of after-call work is over. */
export function isAcwDue({ event }: GuardInput): boolean {
  return isReached(event, ACW_KEY);
}
