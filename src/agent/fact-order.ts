import { isSameTalk, type KnownLegs, type LegRef } from '../../machines/index.js';
import type { Fact } from '../commands/declaration.js';

/** The agent's login state. */
const LOGIN = 'login';
/** The end of a talk. */
const RELEASE = 'release';

/** What a fact is about: of facts about the same, a late one would put it back to where it was. */
interface Place {
  /** The stream that the fact belongs to. */
  readonly stream: string;
  /** Streams that it must not be older than. */
  readonly after: readonly string[];
}

function placeOf(legs: KnownLegs, fact: Fact): Place | null {
  switch (fact.type) {
    case 'agent.ready':
    case 'agent.notReady':
      // Before the release there was no after-call work that it could end.
      return { stream: LOGIN, after: [LOGIN, RELEASE] };
    case 'agent.loggedIn':
    case 'agent.loggedOut':
    case 'connection.displaced':
    case 'connection.regained':
      return { stream: LOGIN, after: [LOGIN] };
    case 'acw.started':
    case 'acw.extended':
      return { stream: 'acw', after: ['acw', LOGIN] };
    case 'call.dialing':
    case 'call.ringing':
    case 'call.established':
    case 'call.held':
    case 'call.retrieved':
    case 'call.partyChanged':
    case 'conference.formed':
    case 'conference.partyDeleted': {
      const stream = talkOf(legs, fact.leg);
      return { stream, after: [stream] };
    }
    case 'microphone.muted':
    case 'microphone.unmuted':
      return { stream: 'microphone', after: ['microphone'] };
    case 'call.released':
      // Never late: whatever was said after it, the leg is over.
      return { stream: RELEASE, after: [] };
    default:
      return null;
  }
}

function talkOf(legs: KnownLegs, leg: LegRef): string {
  const talk = isSameTalk(legs, leg) ? legs.call?.callID : undefined;
  return `talk ${talk ?? leg.callID ?? leg.partyID ?? ''}`;
}

/** Facts that count each time they are told, so that the same one must not be counted twice. */
const ADDS_UP: ReadonlySet<Fact['type']> = new Set<Fact['type']>(['acw.extended']);

/** Without a time of the server's, the same such fact within so many ms is one told twice. */
const TWICE_WITHIN = 1000;

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
  #told = { fact: '', at: 0 };

  /** The server's time of the newest fact about this call, or null. */
  newestOf(callID: string): number | null {
    return this.#last.get(`talk ${callID}`) ?? null;
  }

  /** Takes what was known before the page was loaded anew. */
  restore(callID: string, stamp: number): void {
    this.#last.set(`talk ${callID}`, stamp);
  }

  /** Whether the fact is older than what is known already; if not, it is known from now on. */
  isLate(legs: KnownLegs, fact: Fact, stamp: number | undefined, now: number): boolean {
    if (stamp === undefined) return ADDS_UP.has(fact.type) && this.#isToldTwice(fact, now);
    const place = placeOf(legs, fact);
    if (place === null) return false;
    const last = Math.max(0, ...place.after.map((stream) => this.#last.get(stream) ?? 0));
    if (stamp < last || (stamp === last && ADDS_UP.has(fact.type))) return true;
    if (fact.type === 'connection.regained' && stamp < this.#newest) return true;
    this.#newest = Math.max(this.#newest, stamp);
    this.#note(place.stream, stamp);
    return false;
  }

  #isToldTwice(fact: Fact, now: number): boolean {
    const told = JSON.stringify(fact);
    const isTwice = this.#told.fact === told && now - this.#told.at < TWICE_WITHIN;
    if (!isTwice) this.#told = { fact: told, at: now };
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
