import { remember, UNNAMED, updated, type Leg } from '../call-leg.js';
import { merge } from '../confidential.js';
import { isStillGoing, knownTalk, regainTarget, type KnownTalk, type RegainTarget } from '../regain-target.js';
import { timeOf, type ActionInput, type Change } from './action-input.js';

const ESTABLISHED: ReadonlySet<RegainTarget | null> = new Set<RegainTarget>(['talking', 'holding', 'consulting', 'conferencing']);

/** Call, consult and after-call work as the server regains them. */
export function regainCall(input: ActionInput): Change {
  const { context, event } = input;
  if (event.type !== 'connection.regained') return {};
  const { leg, details, consultDetails } = event;
  const target = regainTarget(input);

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

  const talk = knownTalk(context, leg);
  const isLive = talk?.isLive === true;
  const isCustomerGone = talk?.isCustomerGone === true;
  const before = (isCustomerGone ? talk.consult : talk?.call) ?? UNNAMED;
  const isEstablished = target === 'keep' ? before.establishedAt !== null : ESTABLISHED.has(target);
  const establishedAt = isEstablished ? (before.establishedAt ?? timeOf(input)) : null;
  const now = updated(before, { leg, details });
  const call = now.establishedAt === establishedAt ? now : { ...now, establishedAt };
  const isConsulting = !isCustomerGone && (target === 'consulting' || (target === 'keep' && context.consult !== null));
  const consult = isConsulting ? regainedConsult(input, talk, consultDetails) : null;
  const isSame = isLive && !isCustomerGone;
  return {
    ended: remember(
      context.ended,
      isSame ? null : context.call,
      isCustomerGone || (consult !== null && isSame) ? null : context.consult,
    ),
    call,
    consult,
    acw: null,
    hasTalked: isEstablished || (isLive && context.hasTalked) || (isCustomerGone && talk.call.establishedAt !== null),
    callNumber: context.callNumber + (isSame ? 0 : 1),
    remembered: null,
  };
}

/** The third party's leg, as far as it is known; the same object if nothing is new. */
function regainedConsult(input: ActionInput, talk: KnownTalk | null, details: Leg['details'] | undefined): Leg {
  const third = talk?.consult ?? { ...UNNAMED, callType: 'Consult' };
  const merged = merge(third.details, details);
  const answeredAt = talk?.isUnanswered === true ? null : (third.establishedAt ?? timeOf(input));
  if (merged === third.details && answeredAt === third.establishedAt) return third;
  return { ...third, details: merged, establishedAt: answeredAt };
}
