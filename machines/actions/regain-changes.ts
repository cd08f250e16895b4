import { regainPlan } from '../regain/regain-plan.js';
import type { ActionInput, Change } from './action-input.js';

/** Calls and after-call work as the server regains them. */
export function regainCalls({ context, event }: ActionInput): Change {
  if (event.type !== 'connection.regained') return {};
  const { roster, acw } = regainPlan(context, event);
  // How long there has been nothing to do, the server knows better than a page just loaded.
  const isIdle = roster.call === null && acw === null && event.status === 'idle';
  return { roster, acw, remembered: null, ...(isIdle && event.statusSince !== undefined ? { workSince: event.statusSince } : {}) };
}
