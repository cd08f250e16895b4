import { regainPlan } from '../regain/regain-plan.js';
import type { ActionInput, Change } from './action-input.js';

/** Calls and after-call work as the server regains them. */
export function regainCalls({ context, event }: ActionInput): Change {
  if (event.type !== 'connection.regained') return {};
  const { roster, acw } = regainPlan(context, event);
  return { roster, acw, remembered: null };
}
