import { regainPlan, type RegainTarget } from '../regain/regain-plan.js';
import type { Remembered } from '../events/index.js';
import type { OnHold } from '../read-state.js';
import type { GuardInput } from './guard-input.js';

/** The regained call as it was known before the page was loaded anew; undefined: it was not. */
function before({ context, event }: GuardInput): NonNullable<Remembered['call']> | undefined {
  const known = context.remembered?.call;
  return event.type === 'connection.regained' && known != null && event.leg?.callID === known.call.callID ? known : undefined;
}

/** The regained agent goes on in this work status; `onHold`: only where that was so before the page was loaded anew. */
export function regainsAs(input: GuardInput, { target, onHold }: { readonly target: RegainTarget; readonly onHold?: OnHold }): boolean {
  const { context, event } = input;
  if (event.type !== 'connection.regained' || !('leg' in event)) return false;
  return regainPlan(context, event).target === target && (onHold === undefined || before(input)?.onHold === onHold);
}

/** The regained call is not the one that the bar is about: in a consult, it may be the third party's. */
export function changesCall({ context, event }: GuardInput): boolean {
  if (event.type !== 'connection.regained' || !('leg' in event)) return false;
  return regainPlan(context, event).roster.call?.number !== context.roster.call?.number;
}

/** The regained call was muted before the page was loaded anew. */
export function regainsMuted(input: GuardInput): boolean {
  return before(input)?.muted === true;
}

/** The agent is regained with another call than the one known here, or with none. */
export function regainsOtherCall(input: GuardInput): boolean {
  const { context, event } = input;
  if (event.type !== 'connection.regained' || regainsAs(input, { target: 'keep' })) return false;
  return event.leg?.callID !== context.roster.call?.callID;
}
