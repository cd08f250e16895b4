import { established, legsAfterEnd, newCall, updated, type Call, type CallWork } from '../calls/call.js';
import { locate } from '../calls/locate.js';
import { nextCall, remember, rememberEnded, replace, updatedAmong, type OverLeg, type Roster } from '../calls/roster.js';
import { agrees } from '../calls/leg-ref.js';
import { NOTHING } from '../confidential.js';
import { isLegFact, type LegFact } from '../events/index.js';
import { located } from '../guards/leg-guards.js';
import { timeOf, type ActionInput, type Change } from './action-input.js';

/** Work that a fact announces of the call that it begins. */
const WORK: Readonly<Partial<Record<LegFact['type'], CallWork>>> = {
  'call.dialing': 'dialing',
  'call.ringing': 'ringing',
  'call.held': 'holding',
  'conference.formed': 'conferencing',
};

/** Facts that begin a call before it is answered. */
const UNANSWERED: ReadonlySet<CallWork> = new Set<CallWork>(['dialing', 'ringing']);

/** A call that a fact is the first to tell of. */
function callOf(input: ActionInput, number: number): Call {
  const { event } = input;
  const time = timeOf(input);
  if (!isLegFact(event)) return newCall(number, 'talking', time);
  const work = WORK[event.type] ?? 'talking';
  const call = updated({ ...newCall(number, work, time), isOffered: work === 'ringing' }, event.type, event);
  return UNANSWERED.has(work) ? call : established(call, event, time);
}

/** A leg that is offered anew is not over, nor are the others of its call: they may ring again, too. */
export function withoutOffered(roster: Roster, { event }: ActionInput): Roster {
  if (!isLegFact(event) || event.isNewOffer !== true) return roster;
  const { callID, partyID, callType } = event.leg;
  const isOfCall = (leg: OverLeg) => callID !== undefined && leg.callID === callID && agrees(leg.callType, callType);
  return { ...roster, over: roster.over.filter((leg) => !isOfCall(leg) && !(agrees(leg.callID, callID) && agrees(leg.partyID, partyID))) };
}

/** A call the agent has asked for: only the request is known of it, and the pending makeCall is for it. */
export function beginOwnCall(input: ActionInput): Change {
  const { roster, pending } = input.context;
  const { makeCall } = pending;
  const number = roster.count + 1;
  const call = { ...newCall(number, 'calling', timeOf(input)), details: makeCall?.details ?? NOTHING };
  return {
    roster: { ...roster, call, count: number },
    pending: { ...pending, makeCall: makeCall && { ...makeCall, about: [number], known: [number] } },
    remembered: null,
  };
}

/** The call that the fact is the first to tell of is what the bar is about. */
export function beginCall(input: ActionInput): Change {
  const { roster } = input.context;
  const { event } = input;
  const count = roster.count + 1;
  // Of a consult that was asked for in the call before, the leg is heard of after its end.
  const isLeftOver = event.type === 'call.dialing' && event.leg.callType === 'Consult';
  const hasWaited = isLeftOver || ('hasWaited' in event && event.hasWaited);
  return {
    roster: {
      ...withoutOffered(roster, input),
      call: callOf(input, count),
      third: null,
      // One that was there before the last call ended puts its after-call work off.
      hasTalked: hasWaited && input.context.acw !== null,
      count,
    },
    acw: null,
    remembered: null,
  };
}

/** Another call is there, beside the one that the bar is about. */
export function joinWaiting(input: ActionInput): Change {
  const { roster } = input.context;
  const count = roster.count + 1;
  const call = callOf(input, count);
  // Of a call that waits it does not count how many talk in it.
  const waiting = [...roster.waiting, call.work === 'conferencing' ? { ...call, work: 'talking' as const } : call];
  return { roster: { ...withoutOffered(roster, input), waiting, count } };
}

/**
 * A conference that forms in a call names the leg that a regain has not named: the agent's own, which is of another
 * type from then on if the agent was consulted in that call.
 */
function joinedCall({ call, third }: Roster, event: LegFact): Call | null {
  if (event.type !== 'conference.formed' || third !== null || call?.isLegOpen !== true) return null;
  const { callID, partyID, callType = call.callType } = event.leg;
  return callID === call.callID && partyID !== undefined ? { ...call, callType } : null;
}

/** The fact updates the ids and attributes of the call that it is about. */
export function updateCall(input: ActionInput): Change {
  const { context, event } = input;
  if (!isLegFact(event)) return {};
  const call = located(context, event).call ?? joinedCall(context.roster, event);
  if (call === null) return {};
  const roster = withoutOffered(context.roster, input);
  const now = updatedAmong(roster, call, event);
  return now === call && roster === context.roster ? {} : { roster: replace(roster, call.number, () => now) };
}

/** The fact names the leg of the call; its other data, such as the keys pressed, is no attribute of the call. */
export function nameLeg({ context, event }: ActionInput): Change {
  return isLegFact(event) ? updateCall({ context, event: { ...event, details: NOTHING } }) : {};
}

/** The other side has answered; the first answer counts. */
export function establishCall(input: ActionInput): Change {
  const { roster } = input.context;
  const { event } = input;
  if (roster.call === null || !isLegFact(event)) return {};
  const call = established(roster.call, event, timeOf(input));
  return call === roster.call ? {} : { roster: { ...roster, call } };
}

/** The regain's guess was wrong: nobody has answered yet. */
export function unanswerCall(input: ActionInput): Change {
  const { roster } = input.context;
  const { call } = roster;
  if (call === null) return {};
  const legs = call.legs.map(({ partyID }) => ({ partyID, isEstablished: false }));
  return { roster: { ...roster, call: { ...call, legs, establishedAt: null, isOffered: input.event.type === 'call.ringing' } } };
}

/** One of several legs of the call has ended. */
export function endLeg({ context, event }: ActionInput): Change {
  const { roster } = context;
  const { call } = roster;
  if (call === null || !isLegFact(event)) return {};
  const legs = legsAfterEnd(call, event.leg);
  const left = call.legs.filter((leg) => !legs.includes(leg));
  return { roster: { ...roster, call: { ...call, legs }, over: remember(roster.over, { ...call, legs: left }) } };
}

/** The server has said why the other side does not answer. */
export function noteBusy({ context, event }: ActionInput): Change {
  if (!isLegFact(event)) return {};
  const { call } = locate(context.roster, event.leg);
  return call === null ? {} : { roster: replace(context.roster, call.number, (each) => ({ ...each, cause: 'busy' })) };
}

/** The call with the ids that its release names: only the leg that is named there is over, and until then nobody may have named it. */
export function ending(call: Call | null, { event }: ActionInput): Call | null {
  if (call === null || event.type !== 'call.released') return call;
  const isUnnamed = call.callID === null || call.isLegOpen || call.legs.some(({ partyID }) => partyID === null);
  return isUnnamed ? updated(call, event.type, event) : call;
}

/** Its after-call work has been ended by the calls that are there now. */
function isFollowed({ event }: ActionInput): boolean {
  return 'isFollowed' in event && event.isFollowed;
}

/** The call that the bar is about is over, and with it the consult. */
export function endCall(input: ActionInput): Change {
  const { roster } = input.context;
  const { call, third } = roster;
  const ended = [ending(call, input), third] as const;
  return {
    roster: {
      ...roster,
      over: input.event.type === 'call.isOver' ? rememberEnded('refusal', roster.over, ...ended) : remember(roster.over, ...ended),
      call: null,
      third: null,
      hasTalked: !isFollowed(input) && (roster.hasTalked || call?.establishedAt != null),
    },
    transfer: input.context.transfer?.isDone === true ? input.context.transfer : null,
  };
}

/** All calls are gone; `isOver`: because the server has ended them. */
export function endAllCalls(input: ActionInput, { isOver }: { readonly isOver: boolean }): Change {
  const { roster } = input.context;
  const { call, third, waiting } = roster;
  const over = isOver ? rememberEnded('endOfAll', roster.over, call, third, ...waiting) : roster.over;
  return { roster: { ...roster, over, call: null, third: null, waiting: [] }, transfer: null };
}

/** The call has ended, and one that waited takes its place. */
export function takeNextCall({ context }: ActionInput): Change {
  const { roster } = context;
  const next = nextCall(roster);
  return { roster: { ...roster, call: next, waiting: roster.waiting.filter((each) => each !== next) } };
}

/** The waiting call in which the agent talks becomes the call, and the call waits. */
export function swapCalls({ context }: ActionInput): Change {
  const { roster } = context;
  const talking = roster.waiting.find(({ work }) => work === 'talking');
  if (talking === undefined) return {};
  return { roster: swapped(roster, talking) };
}

function swapped(roster: Roster, next: Call): Roster {
  const others = roster.waiting.filter((each) => each !== next);
  const { call } = roster;
  // Of a call that was only asked for there is nothing to wait yet.
  return { ...roster, call: next, waiting: call === null || call.work === 'calling' ? others : [...others, call] };
}

/** The agent has answered a waiting call: it becomes the call. */
export function answerWaiting(input: ActionInput): Change {
  const { context, event } = input;
  if (!isLegFact(event)) return {};
  const { call } = located(context, event);
  if (call === null) return {};
  const roster = withoutOffered(context.roster, input);
  const answered = established(updatedAmong(roster, call, event), event, timeOf(input));
  return {
    roster: swapped(
      replace(roster, call.number, () => answered),
      answered,
    ),
  };
}

/** A ringing call has come before the one asked for: it becomes the call. */
export function replaceOwnCall(input: ActionInput): Change {
  const { roster } = input.context;
  const count = roster.count + 1;
  return { roster: { ...withoutOffered(roster, input), call: callOf(input, count), count } };
}

/** The leg that rang was a call offered to the agent: the one asked for is another, and waits. */
export function splitOwnCall(input: ActionInput): Change {
  const { roster } = input.context;
  if (roster.call === null) return {};
  const count = roster.count + 1;
  const own = callOf(input, roster.call.number);
  return { roster: { ...roster, call: { ...roster.call, number: count }, waiting: [...roster.waiting, own], count } };
}

/** A leg that was never heard of is over. */
export function noteEnd(input: ActionInput): Change {
  const { roster } = input.context;
  return { roster: { ...roster, over: remember(roster.over, callOf(input, 0)) } };
}

/** The other side has begun the call, so that the agent may answer it. */
export function offerCall({ context: { roster } }: ActionInput): Change {
  return roster.call === null ? {} : { roster: { ...roster, call: { ...roster.call, isOffered: true } } };
}

/** Since when the new work status is: a regain may name an older time. */
function workTimeOf(input: ActionInput): number {
  const { event } = input;
  return (event.type === 'connection.regained' ? event.statusSince : undefined) ?? timeOf(input);
}

/** The work status changes now. */
export function markWorkChange(input: ActionInput): Change {
  return { workSince: workTimeOf(input) };
}

/** The call is in this work status now. */
export function enterWork(input: ActionInput, { work }: { readonly work: CallWork }): Change {
  const { roster } = input.context;
  const since = workTimeOf(input);
  const call = roster.call && { ...roster.call, work, since };
  return { workSince: since, roster: call === null ? roster : { ...roster, call } };
}
