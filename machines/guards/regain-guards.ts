import { regainPlan, type RegainTarget } from '../regain/regain-plan.js';
import type { GuardInput } from './guard-input.js';

/** The regained agent goes on in this work status. */
export function regainsAs({ context, event }: GuardInput, params: { readonly target: RegainTarget }): boolean {
  return event.type === 'connection.regained' && 'leg' in event && regainPlan(context, event).target === params.target;
}

/** The regained call is not the one that the bar is about: in a consult, it may be the third party's. */
export function changesCall({ context, event }: GuardInput): boolean {
  if (event.type !== 'connection.regained' || !('leg' in event)) return false;
  return regainPlan(context, event).roster.call?.number !== context.roster.call?.number;
}

/** The regained call was muted before the page was loaded anew. */
export function regainsMuted({ context, event }: GuardInput): boolean {
  const before = context.remembered?.call;
  return event.type === 'connection.regained' && before?.muted === true && event.leg?.callID === before.call.callID;
}

/** The agent is regained with another call than the one known here, or with none. */
export function regainsOtherCall(input: GuardInput): boolean {
  const { context, event } = input;
  if (event.type !== 'connection.regained' || regainsAs(input, { target: 'keep' })) return false;
  return event.leg?.callID !== context.roster.call?.callID;
}
