import { regainTarget, type RegainTarget } from '../regain-target.js';
import type { GuardInput } from './guard-input.js';

/** The regained agent goes on in this work status. */
export function regainsAs(
  input: GuardInput,
  params: { readonly status: RegainTarget },
): boolean {
  return regainTarget(input) === params.status;
}

/** In the remembered consult, the third party had not answered yet. */
export function regainsUnansweredConsult(input: GuardInput): boolean {
  const { context, event } = input;
  if (regainTarget(input) !== 'consulting' || event.type !== 'connection.regained') return false;
  const call = context.remembered?.call;
  return call?.phase === 'dialing' && call.callID === event.leg?.callID;
}

/** The regained call was muted before the page was loaded anew. */
export function regainsMuted({ context, event }: GuardInput): boolean {
  if (event.type !== 'connection.regained' || context.remembered?.call?.muted !== true) return false;
  return event.leg?.callID === context.remembered.call.callID;
}

/** The agent is regained with another call than the one known here, or with none. */
export function regainsOtherCall({ context, event }: GuardInput): boolean {
  return event.type === 'connection.regained' && event.leg?.callID !== context.call?.callID;
}
