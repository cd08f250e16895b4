import { established, legsAfterEnd, newCall, updated, type Call } from '../calls/call.js';
import { locate, rather } from '../calls/locate.js';
import { remember, updatedAmong } from '../calls/roster.js';
import { merge, NOTHING } from '../confidential.js';
import { isLegFact } from '../events/index.js';
import { ending } from './call-changes.js';
import { timeOf, type ActionInput, type Change } from './action-input.js';

/** A leg to a third party has started; the parameters of the command are part of its details. */
export function beginThird(input: ActionInput): Change {
  const { context, event } = input;
  if (!isLegFact(event)) return {};
  const { roster, pending } = context;
  const asked = pending.call?.command === 'initiateConsult' ? pending.call.details : undefined;
  const count = roster.count + 1;
  const third = updated({ ...newCall(count, 'dialing', timeOf(input)), details: asked ?? NOTHING }, event.type, event);
  return { roster: { ...roster, third: { ...third, details: merge(third.details, event.details) }, count }, transfer: null };
}

export function updateThird({ context, event }: ActionInput): Change {
  const { roster } = context;
  if (roster.third === null || !isLegFact(event)) return {};
  if (rather(locate(roster, event.leg), roster).place !== 'third') return {};
  const third = updatedAmong(roster, roster.third, event);
  return third === roster.third ? {} : { roster: { ...roster, third } };
}

/** The third party has answered. */
export function establishThird(input: ActionInput): Change {
  const { roster } = input.context;
  const { event } = input;
  if (roster.third === null || !isLegFact(event)) return {};
  const third = established(roster.third, event, timeOf(input));
  return { roster: { ...roster, third: { ...third, work: 'talking' } } };
}

/** One of several legs of the third party has ended. */
export function endLegOfThird({ context, event }: ActionInput): Change {
  const { roster } = context;
  const { third } = roster;
  if (third === null || !isLegFact(event)) return {};
  const legs = legsAfterEnd(third, event.leg);
  const left = third.legs.filter((leg) => !legs.includes(leg));
  return { roster: { ...roster, third: { ...third, legs }, over: remember(roster.over, { ...third, legs: left }) } };
}

/** The third party's leg has ended while the parties are brought together: none is left of it. */
export function endThirdLeg({ context }: ActionInput): Change {
  const { roster } = context;
  if (roster.third === null) return {};
  return { roster: { ...roster, over: remember(roster.over, roster.third), third: { ...roster.third, legs: [] } } };
}

/** The third party's call is no call of its own any more; `isOver`: because the server has ended it. */
export function endThird({ context }: ActionInput, { isOver }: { readonly isOver: boolean }): Change {
  const { roster } = context;
  return { roster: { ...roster, over: isOver ? remember(roster.over, roster.third) : roster.over, third: null }, transfer: null };
}

/** The call as one that is answered, though it was not heard when. */
function talkedTo(call: Call, input: ActionInput): Call {
  if (call.establishedAt !== null) return call;
  return { ...call, legs: call.legs.map((leg) => ({ ...leg, isEstablished: true })), establishedAt: timeOf(input) };
}

/** The customer has gone: a plain call with the third party is left. */
export function promoteThird(input: ActionInput, { isAnswered }: { readonly isAnswered: boolean }): Change {
  const { roster } = input.context;
  const { third } = roster;
  const call = isAnswered && third !== null ? talkedTo(third, input) : third;
  return {
    roster: {
      ...roster,
      over: remember(roster.over, ending(roster.call, input)),
      call,
      third: null,
      hasTalked: roster.hasTalked || roster.call?.establishedAt != null,
    },
    transfer: null,
  };
}

/** How many ms the service has to refuse a transfer when the customer's leg has ended. */
const REFUSAL_MAY_TAKE = 1000;
/** How many ms after that a refusal is still believed. */
const LATE_REFUSAL_MAY_TAKE = 20_000;

/** The customer's leg has ended while the third party is to take the customer over: a refusal would tell that it was no transfer. */
export function beginTransfer(input: ActionInput, { isThirdHeld }: { readonly isThirdHeld: boolean }): Change {
  const { third } = input.context.roster;
  if (third === null || !('at' in input.event)) return {};
  return { transfer: { deadline: input.event.at + REFUSAL_MAY_TAKE, third, isThirdHeld, isDone: false } };
}

/** The third party is held, or retrieved, while the transfer is being completed: it makes a difference if the transfer is refused. */
export function holdThird({ context: { transfer } }: ActionInput, { isHeld }: { readonly isHeld: boolean }): Change {
  return transfer === null ? {} : { transfer: { ...transfer, isThirdHeld: isHeld } };
}

/** No refusal has come: the transfer counts as done, until it is refused after all. */
export function takeTransferForDone({ context, event }: ActionInput): Change {
  const { transfer } = context;
  if (transfer === null || !('at' in event)) return {};
  return { transfer: { ...transfer, deadline: event.at + LATE_REFUSAL_MAY_TAKE, isDone: true } };
}

/** The transfer was refused after all: the third party is still there, and the customer is not. */
export function resumeThird(input: ActionInput): Change {
  const { roster, transfer } = input.context;
  if (transfer === null) return {};
  const { third } = transfer;
  const over = roster.over.filter(({ number }) => number !== third.number);
  return { roster: { ...roster, call: talkedTo(third, input), over, hasTalked: true }, acw: null, transfer: null };
}

export function forgetTransfer(): Change {
  return { transfer: null };
}
