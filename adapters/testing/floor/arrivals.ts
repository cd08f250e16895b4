import type { FloorEvent } from '../../simulator/index.js';
import { canonicalName } from '../../sobot/index.js';

type MessageArrives = Extract<FloorEvent, { readonly type: 'message' }>;

/** The subject of a message, as far as the contract orders messages about it by anything but how far a leg is. */
type About =
  | 'login'
  | 'logout'
  | 'end of a leg'
  | 'end of a consult'
  | 'consult'
  | 'hold'
  | 'microphone'
  | 'phone'
  | 'regain'
  | 'displacement'
  | 'party'
  | 'leg';

const ABOUT: Readonly<Record<string, About>> = {
  EventAgentLogin: 'login',
  EventAgentReady: 'login',
  EventAgentNotReady: 'login',
  EventAgentAfterCallWork: 'login',
  EventDelayCallAfterWork: 'login',
  EventAgentLogout: 'logout',
  RequestAgentLogout: 'logout',
  EventReleased: 'end of a leg',
  EventAbandoned: 'end of a leg',
  EventAgentHoldCall: 'hold',
  EventAgentRetrieveCall: 'hold',
  EventAgentMute: 'microphone',
  EventAgentUnmute: 'microphone',
  EventRegistered: 'phone',
  EventUnregistered: 'phone',
  EventUnreachable: 'phone',
  EventDNOutOfService: 'phone',
  EventDNBackInService: 'phone',
  EventAgentRegainStatus: 'regain',
  EventAgentConnectionChanged: 'displacement',
  EventPartyAdded: 'party',
  EventPartyDeleted: 'party',
  EventRinging: 'leg',
  EventDialing: 'leg',
  EventDestinationBusy: 'leg',
  EventEstablished: 'leg',
};

interface Arrival {
  readonly about: About;
  readonly callID: unknown;
  readonly sentAt: number;
  readonly sentAs: number;
  /** By the clock of its node, in ms; null: it has none. */
  readonly stamp: number | null;
}

/** Stamps in s are below, those in us above. */
const LEAST_MS = 1e11;
const MOST_MS = 1e14;

/** Further apart than this, in ms, clocks disagree, and the order of arrival decides (contract, section 6). */
export const DISAGREE = 60_000;

/** A stamp of the wire in ms, in whatever unit it is written; null: it is none. */
export function stampInMs(value: unknown): number | null {
  const stamp = typeof value === 'number' ? value : Number.NaN;
  if (!Number.isFinite(stamp)) return null;
  if (stamp < LEAST_MS) return stamp * 1000;
  return stamp > MOST_MS ? stamp / 1000 : stamp;
}

const OF_PRESENCE: readonly About[] = ['login', 'logout', 'regain', 'displacement'];

/** Their stamps say nothing of how far a call is. */
const NO_WORK: readonly About[] = [...OF_PRESENCE, 'phone', 'microphone'];

const OF_A_LEG: readonly About[] = ['leg', 'consult'];
const ENDS: readonly About[] = ['end of a leg', 'end of a consult'];
const CONSULT = 'Consult';

function aboutOf(message: MessageArrives['message']): About | undefined {
  const about = ABOUT[canonicalName(message.messageID)];
  if (message['callType'] !== CONSULT) return about;
  return about === 'leg' ? 'consult' : about === 'end of a leg' ? 'end of a consult' : about;
}

type Pair = readonly [one: (about: About) => boolean, other: (about: About) => boolean];

const is =
  (...abouts: readonly About[]) =>
  (about: About): boolean =>
    abouts.includes(about);
const isNoPresence = (about: About): boolean => !OF_PRESENCE.includes(about);
const isAny = (): boolean => true;

/**
 * Pairs of which the last to arrive decides, where they are no more than a second apart. How far a leg is depends on no
 * order: its first established and its end count whenever they come.
 */
const DECIDED_BY_ARRIVAL: readonly Pair[] = [
  ...(['hold', 'microphone', 'phone', 'party'] as const).map((about): Pair => [is(about), is(about)]),
  [is(...OF_PRESENCE), is(...OF_PRESENCE)],
  [is('regain'), isAny],
  // Each word of a leg names the other side, which a party that comes or goes may change.
  [is('party'), isNoPresence],
  // Whether a word of the login state ends after-call work depends on whether it follows the end of the call, or was said in the call.
  [is(...OF_PRESENCE), is('leg', ...ENDS)],
  // Whether the microphone of the leg that is left is off.
  [is('microphone'), is(...ENDS)],
  // Whether the third party had answered when the customer went, on which it depends whether the microphone stays off.
  [is('consult'), is('end of a leg')],
  // A leg to a third party holds the customer, whether that is told or not.
  [is('hold'), is('consult')],
  // Of a consult whose end comes first, the page does not know that the customer has been put on hold for it.
  [is('consult'), is('end of a consult')],
];

function isDecidedByArrival(one: About, other: About): boolean {
  return DECIDED_BY_ARRIVAL.some(([first, second]) => (first(one) && second(other)) || (first(other) && second(one)));
}

/** Pairs of which the stamps decide, even by a moment; the first was sent, and has arrived, before the second. */
const DECIDED_BY_STAMPS: readonly Pair[] = [
  [is('logout'), isAny],
  [isAny, is('logout', 'displacement')],
  // A call that seems to have begun before the end of the last one puts its after-call work off.
  [is(...ENDS), is('login', 'leg')],
  // A ready that repeats the login state, and seems to follow the end of the call that it was said before, ends after-call work.
  [is('login'), is(...ENDS)],
  [is('regain'), isAny],
  [isAny, is('regain')],
];

function isDecidedByStamps(first: About, second: About): boolean {
  return DECIDED_BY_STAMPS.some(([one, other]) => one(first) && other(second));
}

/** Messages in the order in which they have reached a page. */
export class Arrivals {
  /** The last of each kind that were sent, and stamped, last. */
  #heard: readonly Arrival[] = [];
  /** All that have arrived: the second of two that are the same changes nothing, wherever it comes. */
  readonly #arrived = new Set<number>();
  #lastSent = 0;
  /** How many messages have been overtaken by others. */
  overtaken = 0;

  /** @returns whether the page cannot know, by the contract, which came first: this message, or one before it */
  isUncertain({ message, sentAt, sentAs }: MessageArrives): boolean {
    if (this.#arrived.has(sentAs)) return false;
    this.#arrived.add(sentAs);
    if (sentAs < this.#lastSent) this.overtaken += 1;
    this.#lastSent = Math.max(this.#lastSent, sentAs);
    const about = aboutOf(message);
    if (about === undefined) return false;
    const arrival: Arrival = { about, callID: message['callID'], sentAt, sentAs, stamp: stampInMs(message['creationTime']) };
    const isUncertain = this.#heard.some((before) => isEitherFirst(before, arrival));
    const others = this.#heard.filter((before) => before.about !== about || !isSurpassed(before, arrival));
    this.#heard = [...others, arrival];
    return isUncertain;
  }

  /** When what was heard of a leg and was stamped last was sent, and with what stamp; null: nothing was. */
  get newestOfLegs(): { readonly sentAt: number; readonly stamp: number } | null {
    let newest: { readonly sentAt: number; readonly stamp: number } | null = null;
    for (const { about, sentAt, stamp } of this.#heard) {
      if (stamp === null || NO_WORK.includes(about)) continue;
      if (newest === null || stamp > newest.stamp) newest = { sentAt, stamp };
    }
    return newest;
  }
}

function isSurpassed(before: Arrival, arrival: Arrival): boolean {
  return before.sentAs <= arrival.sentAs && (before.stamp ?? 0) <= (arrival.stamp ?? 0);
}

/** Of a leg whose end comes first, a beginning is a new offer if it is stamped later by more than this, in ms (contract, section 6). */
const NEW_OFFER = 1000;

function seemsOfferedAnew(end: Arrival, { about, stamp }: Arrival): boolean {
  if (!ENDS.includes(end.about) || !OF_A_LEG.includes(about)) return false;
  return end.stamp !== null && stamp !== null && stamp - end.stamp > NEW_OFFER;
}

/** Of two calls that begin, the one heard of first is the call, and the other waits. */
function areOfTwoCalls(before: Arrival, arrival: Arrival): boolean {
  return OF_A_LEG.includes(before.about) && OF_A_LEG.includes(arrival.about) && before.callID !== arrival.callID;
}

/** Of two calls that end, the one heard of last is taken for the last, after which there is something to wrap up, or not. */
function areEndsOfTwoCalls(before: Arrival, arrival: Arrival): boolean {
  return ENDS.includes(before.about) && ENDS.includes(arrival.about) && before.callID !== arrival.callID;
}

/** The agent's one microphone stays off for the call that comes to the front; of a call that waits, it says nothing of the other. */
function isOfAnothersMicrophone(first: Arrival, second: Arrival): boolean {
  return OF_A_LEG.includes(first.about) && second.about === 'microphone' && first.callID !== second.callID;
}

/** Whether the second to arrive, which was sent before the first, is taken for the later one. */
function isTakenForLater(first: Arrival, second: Arrival): boolean {
  return (
    isDecidedByArrival(first.about, second.about) ||
    seemsOfferedAnew(first, second) ||
    areOfTwoCalls(first, second) ||
    areEndsOfTwoCalls(first, second) ||
    isOfAnothersMicrophone(first, second)
  );
}

/**
 * Where the clocks disagree, only a ringing more than ten seconds after the end of a leg is a new offer of it (contract,
 * section 6). In ms, with the time that both take to arrive.
 */
const NEW_OFFER_AFTER = 11_000;

function seemsOver(end: Arrival, { about, callID, sentAt, stamp }: Arrival): boolean {
  if (!ENDS.includes(end.about) || about !== 'leg' || end.callID !== callID) return false;
  return end.stamp !== null && stamp !== null && end.stamp - stamp > DISAGREE - NEW_OFFER_AFTER && sentAt - end.sentAt < NEW_OFFER_AFTER;
}

/** By the clocks of two nodes, another call seems to have begun after the end of the last one, so that its after-call work is over. */
function seemsToFollow(before: Arrival, arrival: Arrival): boolean {
  return OF_A_LEG.includes(before.about) && ENDS.includes(arrival.about) && before.callID !== arrival.callID;
}

function isEitherFirst(before: Arrival, arrival: Arrival): boolean {
  if (before.sentAs > arrival.sentAs) return isTakenForLater(before, arrival);
  if (before.stamp === null || arrival.stamp === null) return false;
  if (seemsOver(before, arrival)) return true;
  const inverted = before.stamp - arrival.stamp;
  return inverted > 0 && inverted < DISAGREE && (isDecidedByStamps(before.about, arrival.about) || seemsToFollow(before, arrival));
}
