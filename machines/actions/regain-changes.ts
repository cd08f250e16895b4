import { remember, UNNAMED, updated } from '../call-leg.js';
import { merge } from '../confidential.js';
import { isStillGoing, regainTarget, type RegainTarget } from '../regain-target.js';
import { timeOf, type ActionInput, type Change } from './action-input.js';

const ESTABLISHED: ReadonlySet<RegainTarget | null> = new Set<RegainTarget>(['talking', 'holding', 'consulting', 'conferencing']);

/** Call, consult and after-call work as the server regains them. */
export function regainCall(input: ActionInput): Change {
  const { context, event } = input;
  if (event.type !== 'connection.regained') return {};
  const { leg, details } = event;
  const target = regainTarget(input);
  const remembered = context.remembered?.call?.callID === leg?.callID ? context.remembered?.call : null;

  if (leg === null) {
    const before = context.remembered?.acw ?? null;
    const acw = target === 'acw' && isStillGoing(before, event.at) ? before : context.acw;
    return {
      ended: remember(context.ended, context.call, context.consult),
      call: null,
      consult: null,
      hasTalked: false,
      acw: target === 'idle' ? null : acw,
      remembered: null,
    };
  }

  const isSame = context.call !== null && context.call.callID === leg.callID;
  const before = (isSame ? context.call : remembered?.leg) ?? UNNAMED;
  const isEstablished = target === 'keep' ? before.establishedAt !== null : ESTABLISHED.has(target);
  const establishedAt = isEstablished ? (before.establishedAt ?? timeOf(input)) : null;
  const now = updated(before, { leg, details });
  const call = now.establishedAt === establishedAt ? now : { ...now, establishedAt };
  const isConsulting = target === 'consulting' || (target === 'keep' && context.consult !== null);
  const third = (isSame ? context.consult : null) ?? remembered?.consult ?? { ...UNNAMED, callType: 'Consult' };
  const thirdDetails = merge(third.details, event.consultDetails);
  const isUnanswered = isSame ? context.consult?.establishedAt === null : remembered?.phase === 'dialing';
  const answeredAt = isUnanswered ? null : (third.establishedAt ?? timeOf(input));
  const consult = !isConsulting
    ? null
    : thirdDetails === third.details && answeredAt === third.establishedAt
      ? third
      : { ...third, details: thirdDetails, establishedAt: answeredAt };
  return {
    ended: remember(
      context.ended,
      isSame ? null : context.call,
      consult === null || !isSame ? context.consult : null,
    ),
    call,
    consult,
    acw: null,
    hasTalked: isEstablished || (isSame && context.hasTalked),
    callNumber: context.callNumber + (isSame ? 0 : 1),
    remembered: null,
  };
}
