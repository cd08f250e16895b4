import { isSameTalk, type AgentContext, type KnownLegs, type LegRef } from '../../machines/index.js';
import type { Fact } from '../commands/declaration.js';

/** The agent's login state. */
const LOGIN = 'login';
/** The end of a talk. */
const RELEASE = 'release';

/** What a fact is about: of facts about the same, a late one would put it back to where it was. */
interface Place {
  /** The stream that the fact belongs to; null: none. */
  readonly stream: string | null;
  /** Streams that it must not be older than. */
  readonly after: readonly string[];
}

function placeOf(legs: KnownLegs, fact: Fact): Place {
  switch (fact.type) {
    case 'agent.ready':
    case 'agent.notReady':
    case 'agent.loggedIn':
    case 'agent.loggedOut':
    case 'connection.displaced':
    case 'connection.regained':
      return { stream: LOGIN, after: [LOGIN] };
    case 'acw.started':
    case 'acw.extended':
      return { stream: 'acw', after: ['acw', LOGIN] };
    case 'call.held':
    case 'call.retrieved': {
      const stream = `hold ${talkOf(legs, fact.leg)}`;
      return { stream, after: [stream] };
    }
    case 'call.dialing':
    case 'call.established':
      // A leg to a third party holds the customer, whether that is told or not.
      return { stream: `hold ${talkOf(legs, fact.leg)}`, after: [] };
    case 'conference.formed':
    case 'conference.partyDeleted': {
      const stream = `conference ${talkOf(legs, fact.leg)}`;
      return { stream, after: [stream] };
    }
    case 'microphone.muted':
    case 'microphone.unmuted':
      return { stream: 'microphone', after: ['microphone'] };
    case 'call.released':
      // Never late: whatever was said after it, the leg is over.
      return { stream: RELEASE, after: [] };
    default:
      return { stream: null, after: [] };
  }
}

function talkOf(legs: KnownLegs, leg: LegRef): string {
  const talk = isSameTalk(legs, leg) ? legs.call?.callID : undefined;
  return talk ?? leg.callID ?? leg.partyID ?? '';
}

/** The stream of everything that is said of a talk's work status. */
function talk(callID: string): string {
  return `talk ${callID}`;
}

/** Facts that count each time they are told, so that the same one must not be counted twice. */
const ADDS_UP: ReadonlySet<Fact['type']> = new Set<Fact['type']>(['acw.extended']);

/**
 * Facts about a talk whose time is not that of a work status: one may be older
 * than they are, and still be news. A regain has a time of its own for the
 * status it names.
 */
const SAYS_NO_STATUS: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'connection.regained',
  'call.error',
  'dtmf.sent',
  'microphone.muted',
  'microphone.unmuted',
]);

/** How many streams are remembered. */
const STREAMS_KEPT = 64;

/**
 * Tells late facts by the server's own time: of facts about the same, only one
 * that is not older than the last can still be true. A regained agent is a
 * picture of everything, so it must not be older than anything.
 */
export class FactOrder {
  readonly #last = new Map<string, number>();
  #newest = 0;
  #told = '';

  /** The server's time of the newest fact about this call's work status, or null. */
  newestOf(callID: string): number | null {
    return this.#last.get(talk(callID)) ?? null;
  }

  /** Takes what was known before the page was loaded anew. */
  restore(callID: string, stamp: number): void {
    this.#last.set(talk(callID), stamp);
  }

  /** Whether the fact is older than what is known already; if not, it is known from now on. */
  isLate(context: AgentContext, fact: Fact, stamp: number | undefined): boolean {
    const isTwice = ADDS_UP.has(fact.type) && this.#isToldTwice(context, fact);
    if (stamp === undefined) return isTwice;
    const place = placeOf(context, fact);
    const last = place.after.reduce((newest, stream) => Math.max(newest, this.#last.get(stream) ?? 0), 0);
    if (stamp < last || (stamp === last && ADDS_UP.has(fact.type))) return true;
    if (fact.type === 'connection.regained' && stamp < this.#newest) return true;
    this.#newest = Math.max(this.#newest, stamp);
    if (place.stream !== null) this.#note(place.stream, stamp);
    if ('leg' in fact && fact.leg && !SAYS_NO_STATUS.has(fact.type)) this.#note(talk(talkOf(context, fact.leg)), stamp);
    return false;
  }

  /** Whether an event that comes at this time is older than the end of the last call. */
  predatesRelease(stamp: number | undefined): boolean {
    return stamp !== undefined && stamp < (this.#last.get(RELEASE) ?? 0);
  }

  /** Without a time of the server's, the same again for which nobody has asked is one told twice. */
  #isToldTwice({ requests, acw }: AgentContext, fact: Fact): boolean {
    const told = JSON.stringify([acw?.since, fact]);
    const isTwice = this.#told === told && requests.call?.command !== 'delayACW';
    this.#told = told;
    return isTwice;
  }

  #note(stream: string, stamp: number): void {
    const newest = Math.max(stamp, this.#last.get(stream) ?? 0);
    // Set anew at the end, so that the first key is the one not heard of for longest.
    this.#last.delete(stream);
    this.#last.set(stream, newest);
    if (this.#last.size <= STREAMS_KEPT) return;
    const [oldest] = this.#last.keys();
    if (oldest !== undefined) this.#last.delete(oldest);
  }
}
