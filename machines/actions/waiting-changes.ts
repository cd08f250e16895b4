import { established, legsAfterEnd, type Call, type CallWork } from '../calls/call.js';
import { locate } from '../calls/locate.js';
import { remember, rememberEnded, replace, updatedAmong, type Roster } from '../calls/roster.js';
import { isLegFact, type LegFact } from '../events/index.js';
import { located } from '../guards/leg-guards.js';
import { timeOf, type ActionInput, type Change } from './action-input.js';
import { withoutOffered } from './call-changes.js';

/** Where a fact leads a call that waits. */
const WORK: Readonly<Partial<Record<LegFact['type'], CallWork>>> = {
  'call.dialing': 'dialing',
  'call.ringing': 'ringing',
  'call.established': 'talking',
  'call.held': 'holding',
  'call.retrieved': 'talking',
};

function changed(roster: Roster, call: Call, event: LegFact, time: number): Call {
  const now = updatedAmong(roster, call, event);
  const announced = WORK[event.type];
  if (announced === undefined) return now;
  const isAnswer = announced === 'talking' || announced === 'holding';
  // A further leg that is established does not take the call off hold.
  // Neither does one that begins begin an answered call anew.
  const isRepeated = call.establishedAt !== null && (event.type === 'call.established' || !isAnswer);
  const work = isRepeated ? call.work : announced;
  const answered = isAnswer ? established(now, event, time) : now;
  return work === answered.work ? answered : { ...answered, work, since: time };
}

/** The fact changes the waiting call that it is about. */
export function changeWaiting(input: ActionInput): Change {
  const { context, event } = input;
  if (!isLegFact(event)) return {};
  const { call } = located(context, event);
  if (call === null) return {};
  const roster = withoutOffered(context.roster, input);
  const now = changed(roster, call, event, timeOf(input));
  return now === call && roster === context.roster ? {} : { roster: replace(roster, call.number, () => now) };
}

/** A leg of a call that waits has ended; its last one ends the call. */
export function releaseWaiting(input: ActionInput): Change {
  const { roster } = input.context;
  const { event } = input;
  if (!isLegFact(event)) return {};
  const { call } = locate(roster, event.leg);
  if (call === null) return {};
  const legs = legsAfterEnd(call, event.leg);
  if (legs.length > 0) {
    const left = call.legs.filter((leg) => !legs.includes(leg));
    return {
      roster: { ...replace(roster, call.number, (each) => ({ ...each, legs })), over: remember(roster.over, { ...call, legs: left }) },
    };
  }
  return { roster: withoutWaiting(roster, [call.number]) };
}

/** The roster without waiting calls that are over. */
function withoutWaiting(roster: Roster, numbers: readonly number[]): Roster {
  const ended = roster.waiting.filter(({ number }) => numbers.includes(number));
  if (ended.length === 0) return roster;
  return {
    ...roster,
    over: rememberEnded('refusal', roster.over, ...ended),
    waiting: roster.waiting.filter((each) => !ended.includes(each)),
    hasTalked: roster.hasTalked || ended.some(({ establishedAt }) => establishedAt !== null),
  };
}

/** A refusal says that calls are over which wait. */
export function endStatedWaiting({ context, event }: ActionInput): Change {
  return event.type === 'call.isOver' ? { roster: withoutWaiting(context.roster, event.numbers) } : {};
}
