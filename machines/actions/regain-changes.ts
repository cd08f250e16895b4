import { regainPlan } from '../regain/regain-plan.js';
import type { ActionInput, Change } from './action-input.js';

/** Calls and after-call work as the server regains them. */
export function regainCalls({ context, event }: ActionInput): Change {
  if (event.type !== 'connection.regained') return {};
  const { roster, acw, target } = regainPlan(context, event);
  // A transfer that was being completed is no more, unless the chart stays where it is; of one that counts as done, a refusal
  // may be heard of while there is no call.
  const isOpen = target === 'keep' || (context.transfer?.isDone === true && roster.call === null);
  const transfer = isOpen ? context.transfer : null;
  // How long there has been nothing to do, the server knows better than a page just loaded.
  const since = event.statusSince ?? Infinity;
  const isLonger = roster.call === null && acw === null && event.status === 'idle' && since < context.workSince;
  return { roster, acw, transfer, remembered: null, ...(isLonger ? { workSince: since } : {}) };
}
