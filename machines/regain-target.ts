import { roleOf, type KnownLegs, type Leg, type LegRef } from './call-leg.js';
import type { Acw, AgentContext } from './context.js';
import type { RegainedFact } from './events/index.js';
import type { WorkStatus } from './work-status.js';
import type { GuardInput } from './guards/guard-input.js';

/** Where a regained agent goes on working; `keep`: where the chart stands already. */
export type RegainTarget = WorkStatus | 'keep';

/** Whether after-call work is not over by its own deadline. */
export function isStillGoing(acw: Acw | null, at: number): boolean {
  return acw !== null && (acw.deadline === null || acw.deadline > at);
}

/** What is known of a regained talk, live or from before the page was loaded anew. */
export interface KnownTalk {
  readonly isLive: boolean;
  readonly work: RegainTarget;
  readonly call: Leg;
  readonly consult: Leg | null;
  /** The third party has not answered. */
  readonly isUnanswered: boolean;
  /** The server means the leg to the third party: the customer has gone, and that leg is the call now. */
  readonly isCustomerGone: boolean;
}

/** What is known of the talk that the server names; null: nothing. */
export function knownTalk({ call, consult, remembered }: AgentContext, leg: LegRef): KnownTalk | null {
  const isCustomerGone = (legs: Pick<KnownLegs, 'call' | 'consult'>) => roleOf({ ...legs, ended: [] }, leg) === 'consult';
  if (leg.callID === undefined) return null;
  if (call?.callID === leg.callID) {
    const isUnanswered = consult?.establishedAt === null;
    return { isLive: true, work: 'keep', call, consult, isUnanswered, isCustomerGone: isCustomerGone({ call, consult }) };
  }
  const before = remembered?.call;
  if (before?.callID !== leg.callID) return null;
  const legs = { call: before.leg, consult: before.consult };
  return { isLive: false, work: before.work, ...legs, isUnanswered: before.phase === 'dialing', isCustomerGone: isCustomerGone(legs) };
}

/** What is known of the work status without asking the server. */
function known(context: AgentContext, event: RegainedFact): RegainTarget | null {
  const { acw, remembered } = context;
  if (event.leg === null) {
    const going = acw ?? remembered?.acw ?? null;
    if (!isStillGoing(going, event.at)) return null;
    return acw === null ? 'acw' : 'keep';
  }
  const talk = knownTalk(context, event.leg);
  if (talk?.isCustomerGone === true) return talk.isUnanswered ? 'dialing' : 'talking';
  return talk?.work ?? null;
}

/** The statuses that the server may name for an agent with a call, and for one without. */
function named(event: RegainedFact): WorkStatus | null {
  const { status } = event;
  const isLive = status !== 'idle' && status !== 'acw';
  if (event.leg === null) return isLive ? null : status;
  if (!isLive) return null;
  // Only this page knows of a call that was asked for and not heard of yet.
  return status === 'calling' ? 'dialing' : status;
}

/**
 * Where a regained agent goes on: what was known of this very call (or of the
 * after-call work), else what the server names, else talking, or idle without
 * a call. What the server names wins where it is newer than all that was known.
 */
export function regainTarget({ context, event }: GuardInput): RegainTarget | null {
  if (event.type !== 'connection.regained' || !('leg' in event)) return null;
  const byServer = named(event);
  const isCertain = event.leg === null || event.statusIsNews;
  if (isCertain && byServer !== null) {
    return byServer === 'acw' && context.acw !== null ? 'keep' : byServer;
  }
  return known(context, event) ?? byServer ?? (event.leg === null ? 'idle' : 'talking');
}
