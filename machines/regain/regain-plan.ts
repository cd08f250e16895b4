import { areNamedAlike, newCall, partyOf, updated, type Call } from '../calls/call.js';
import { allCalls, EMPTY_ROSTER, nextCall, type Roster } from '../calls/roster.js';
import { locate, type Located } from '../calls/locate.js';
import type { EndRole } from '../calls/end-reason.js';
import { merge, type Attributes, type Confidential } from '../confidential.js';
import type { Acw, AgentContext } from '../context.js';
import type { RegainedFact, Remembered } from '../events/index.js';

/**
 * Where a regained agent goes on working. `keep`: where the chart stands;
 * `next`: with the waiting call that outlasts the others; `guessed`: talking,
 * for want of any word.
 */
export type RegainTarget =
  | 'keep'
  | 'next'
  | 'idle'
  | 'dialing'
  | 'ringing'
  | 'talking'
  | 'guessed'
  | 'holding'
  | 'afterConsult'
  | 'consulting'
  | 'consultingUnknown'
  | 'conferencing'
  | 'acw';

function begunBy<Of extends Call | null>(call: Of, at: number): Of {
  return call?.establishedAt == null || call.establishedAt <= at ? call : { ...call, establishedAt: at };
}

/** The same with nothing in the future: the clock may have been set back since it was read. After-call work is as long as it was. */
function rememberedBy({ call, acw }: Remembered, at: number): Remembered {
  const ahead = acw === null ? 0 : Math.max(0, acw.since - at);
  return {
    call: call && { ...call, call: begunBy(call.call, at), third: begunBy(call.third, at) },
    acw:
      acw === null || ahead === 0
        ? acw
        : Object.freeze({ ...acw, since: at, deadline: acw.deadline === null ? null : acw.deadline - ahead }),
  };
}

function isWithCall(event: RegainedFact): event is NamedCall {
  return event.leg !== null;
}

/** All that a regain changes. */
export interface RegainPlan {
  readonly target: RegainTarget;
  readonly roster: Roster;
  readonly acw: Acw | null;
  /** Calls that are there no more, by where they stood. */
  readonly gone: readonly (readonly [EndRole, Call])[];
}

/** Whether after-call work is not over by its own deadline. */
function isStillGoing(acw: Acw | null, at: number): boolean {
  return acw !== null && (acw.deadline === null || acw.deadline > at);
}

/** Where call, consult and after-call work stand as the server regains them. */
export function regainPlan(given: AgentContext, event: RegainedFact): RegainPlan {
  const { remembered } = given;
  const context = remembered === null ? given : { ...given, remembered: rememberedBy(remembered, event.at) };
  if (event.isCallOutdated === true) return { target: 'keep', roster: context.roster, acw: context.acw, gone: [] };
  return isWithCall(event) ? planWithCall(context, event) : planWithoutCall(context, event);
}

/** The server knows of no call: only what it has spoken of since is still there. */
function planWithoutCall(context: AgentContext, { at, status, isAcwOutdated, outlasting = [] }: RegainedFact): RegainPlan {
  const { roster, remembered } = context;
  const lasts = (call: Call | null) => call !== null && outlasting.includes(call.number);
  const call = lasts(roster.call) ? roster.call : lasts(roster.third) ? roster.third : null;
  const third = call === roster.call && lasts(roster.third) ? roster.third : null;
  const waiting = roster.waiting.filter(lasts);
  const gone: (readonly [EndRole, Call])[] = [];
  if (roster.third !== null && third === null && call !== roster.third) gone.push(['consult', roster.third]);
  if (roster.call !== null && call !== roster.call) gone.push(['call', roster.call]);
  for (const each of roster.waiting) if (!waiting.includes(each)) gone.push(['waiting', each]);
  const left = { ...roster, call, third, waiting };
  if (call !== null) {
    // Of the third party's call alone, there is no third party any more.
    const isSame = third === roster.third;
    return { target: isSame ? 'keep' : targetOf(call), roster: gone.length === 0 ? roster : left, acw: context.acw, gone };
  }
  if (nextCall(left) !== null) return { target: 'next', roster: left, acw: null, gone };
  const before = remembered?.acw ?? null;
  const going = [context.acw, before].find((acw) => isStillGoing(acw, at)) ?? null;
  const isAcw = (status === 'acw' && isAcwOutdated !== true) || (status !== 'idle' && going !== null);
  const isIdle = context.acw === null && gone.length === 0;
  const target = !isAcw ? (isIdle ? 'keep' : 'idle') : context.acw !== null ? 'keep' : 'acw';
  return { target, roster: left, acw: isAcw ? (context.acw ?? going) : null, gone };
}

/** The target for a call that is not in a consult. */
function targetOf({ work }: Call): RegainTarget {
  return work === 'consulting' ? 'talking' : work === 'calling' ? 'dialing' : work;
}

/** A regain that names a call. */
type NamedCall = RegainedFact & { readonly leg: NonNullable<RegainedFact['leg']> };

/** The knowledge of the call that the server names. */
interface Known {
  readonly call: Call;
  readonly third: Call | null;
  readonly target: RegainTarget;
  /** The customer's call, if it is the third party's that the server names: the customer has gone. */
  readonly leftBy?: Call | null;
}

function consultTarget(isAnswered: boolean): RegainTarget {
  return isAnswered ? 'consulting' : 'consultingUnknown';
}

/**
 * The call that a regain names by its `callID`: another type does not make it another call, but for a consult, which may share the id.
 * Of an agent who consults, it is the customer's.
 */
function named(roster: Roster, { leg, status }: NamedCall): Located {
  const known = { ...roster, over: [] };
  const found = locate(known, leg);
  if (found.call !== null || leg.callID === undefined || leg.callType === 'Consult') return found;
  const byName = locate(known, { ...leg, callType: undefined });
  return status === 'consulting' && byName.call?.callType === 'Consult' ? found : byName;
}

/** The consult that was begun in the call with this name and number, wherever it stands. */
function consultIn(roster: Roster, name: string | undefined, number: number): Call | null {
  const isIt = (other: Call) => other.callType === 'Consult' && other.callID === name && other.number !== number;
  return allCalls(roster).find(isIt) ?? null;
}

function knownOf({ roster, remembered }: AgentContext, event: NamedCall): Known | null {
  const { place, call } = named(roster, event);
  // A call that was only asked for has no name yet: it is not known by that of another.
  if (call === null || call.callID === null) return rememberedOf(remembered, event);
  if (place === 'call') return { call, third: roster.third, target: roster.third?.work === 'dialing' ? 'consultingUnknown' : 'keep' };
  // The customer has gone, and the third party's call is the call now.
  if (place === 'third') return { call, third: null, target: targetOf(call), leftBy: roster.call };
  return { call, third: null, target: targetOf(call) };
}

function rememberedOf(remembered: Remembered | null, event: NamedCall): Known | null {
  const before = remembered?.call ?? null;
  if (before === null) return null;
  const { place, call } = named({ ...EMPTY_ROSTER, call: before.call, third: before.third }, event);
  if (call === null) return null;
  if (place === 'third') return { call, third: null, target: before.isThirdAnswered ? 'talking' : 'dialing', leftBy: before.call };
  const isConsulting = before.work === 'consulting';
  return {
    call,
    third: before.third,
    target: isConsulting ? consultTarget(before.isThirdAnswered) : targetOf({ ...call, work: before.work }),
  };
}

/** The work status that the server names for an agent with a call, as a target; null: none. */
function namedTarget({ status }: RegainedFact, known: Known | null): RegainTarget | null {
  switch (status) {
    case null:
    case 'idle':
    case 'acw':
      return null;
    case 'calling':
      return 'dialing';
    case 'consulting':
      return known?.target === 'keep' || known?.target === 'consulting' ? 'consulting' : 'consultingUnknown';
    case 'holding':
      // The consult has come to nothing, and the customer still waits.
      return known !== null && known.third !== null ? 'afterConsult' : 'holding';
    default:
      return status;
  }
}

const ANSWERED: ReadonlySet<RegainTarget> = new Set<RegainTarget>([
  'talking',
  'guessed',
  'holding',
  'afterConsult',
  'consulting',
  'consultingUnknown',
  'conferencing',
]);

/** The server names a call: it is live whatever was thought before, and the others wait. */
function planWithCall(context: AgentContext, event: NamedCall): RegainPlan {
  const { roster } = context;
  const { leg } = event;
  const known = knownOf(context, event);
  const named = namedTarget(event, known);
  const isNews = named !== null && (event.statusIsNews || known === null);
  const said = isNews ? named : (known?.target ?? 'guessed');
  const number = known === null || known.call.number === 0 ? roster.count + 1 : known.call.number;
  const heard = consultIn(roster, known?.call.callID ?? leg.callID, number);
  const target = said === 'consultingUnknown' && heard?.establishedAt != null ? 'consulting' : said;
  const ofThird = Math.max(roster.count, number) + 1;
  const call = regained(known?.call ?? newCall(number, 'talking', event.at), event, target, number);
  const isSame = roster.call?.number === number;
  const isConsulting = target === 'consulting' || target === 'consultingUnknown' || (target === 'keep' && roster.third !== null);
  const third = isConsulting ? regainedThird(heard ?? known?.third ?? null, event.consultDetails, target, ofThird, event.at) : null;
  const isCustomerGone = known !== null && known.call === roster.third;
  const others = [isCustomerGone ? null : roster.call, isSame ? null : roster.third, ...roster.waiting];
  const count = Math.max(roster.count, number, third?.number ?? 0);
  return {
    target,
    roster: {
      ...roster,
      call,
      third,
      waiting: waitingBeside(third === null ? [call] : [call, third], others),
      over: roster.over.filter(
        ({ callID, callType }) => callID !== leg.callID || (callType === 'Consult') !== (leg.callType === 'Consult'),
      ),
      hasTalked: roster.hasTalked || known?.leftBy?.establishedAt != null,
      count,
    },
    acw: null,
    gone: [
      ...(isSame && roster.third !== null && third === null ? [['consult', roster.third] as const] : []),
      ...(roster.call?.work === 'calling' && !isSame ? [['call', roster.call] as const] : []),
      ...(isCustomerGone && roster.call !== null ? [['call', roster.call] as const] : []),
    ],
  };
}

/** The other calls wait, each once: a consult may have had the name of the call that it began in. */
function waitingBeside(live: readonly Call[], others: readonly (Call | null)[]): readonly Call[] {
  const calls = [...live];
  for (const each of others) {
    if (each === null || each.work === 'calling') continue;
    if (!calls.some((other) => other.number === each.number || areNamedAlike(other, each))) calls.push(each);
  }
  return calls.slice(live.length).map(waitingAs);
}

/** A call that the server does not speak of waits; a talk counts as held. */
function waitingAs(call: Call): Call {
  const isAsBefore = call.work === 'ringing' || call.work === 'dialing';
  return isAsBefore ? call : { ...call, work: 'holding' };
}

function regained(before: Call, event: NamedCall, target: RegainTarget, number: number): Call {
  const isEstablished = target === 'keep' ? before.establishedAt !== null : ANSWERED.has(target);
  const named = updated({ ...before, isLegOpen: true }, event.type, event);
  const since = event.statusSince ?? event.time ?? event.at;
  return {
    ...named,
    number,
    legs: [{ partyID: partyOf(named), isEstablished }],
    isLegOpen: event.leg.partyID === undefined,
    isOffered: target === 'ringing' || (target === 'keep' && before.isOffered),
    isFromRegain: target !== 'keep' || before.isFromRegain,
    establishedAt: isEstablished ? (before.establishedAt ?? since) : null,
  };
}

/** The third party's call, as far as it is known. */
function regainedThird(
  before: Call | null,
  details: Confidential<Attributes> | undefined,
  target: RegainTarget,
  number: number,
  at: number,
): Call {
  const third = before ?? { ...newCall(number, 'dialing', at), callType: 'Consult' };
  const isAnswered = target === 'consulting' || third.work === 'talking';
  return {
    ...third,
    number: third.number === 0 ? number : third.number,
    work: isAnswered ? 'talking' : 'dialing',
    establishedAt: third.establishedAt ?? (isAnswered ? at : null),
    details: merge(third.details, details),
  };
}
