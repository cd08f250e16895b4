import type { LegRef } from '../calls/leg-ref.js';
import type { OverLeg } from '../calls/roster.js';
import type { LegFact } from '../events/index.js';
import { wordOf, type Arrival } from './arrival.js';
import { isOlder, TOLERANCE, type Newest } from './stamps.js';

/** The end of a leg. */
export interface Release {
  /** Of the release, or else of what has ended the leg without one. */
  readonly word: Newest | null;
  readonly tick: number;
  /** The release itself has been heard of. */
  readonly isHeard: boolean;
  /** An answer that is heard of afterwards begins no after-call work. */
  readonly wasEstablished: boolean;
  /** How many calls, and words of the agent's readiness, there had been. */
  readonly count: number;
  readonly words: number;
}

/** A leg that is over, with the number of its call. */
export type EndedLeg = LegRef & Pick<OverLeg, 'number'>;

/** Ms after the end of an unanswered leg after which a ringing without a stamp is a new offer. */
const NEW_OFFER_AFTER = 10_000;

/** How many ends are remembered. */
const KEPT = 64;

const BEGINNINGS: ReadonlySet<string> = new Set(['call.dialing', 'call.ringing', 'call.established']);

/** By the ids of a leg that no call is known for. */
function legKey({ callID, partyID }: LegRef): string {
  return `${callID ?? ''}/${partyID ?? ''}`;
}

/** Of its call, or of the leg where no call is known. */
function overKey(over: EndedLeg): string {
  return over.number > 0 ? String(over.number) : legKey(over);
}

function partyKey(over: EndedLeg): string {
  return `${overKey(over)}/${over.partyID ?? ''}`;
}

/** The stamps run apart so far that they prove nothing. */
function doDisagree(newest: Newest, word: Newest): boolean {
  return newest.stamp - word.stamp > TOLERANCE && !isOlder(newest, word);
}

/** The ends of legs: a later fact about a leg is of a new offer, or too late. */
export class Releases {
  readonly #kept = new Map<string, Release>();

  /** The end of this leg, or else of its call. */
  of(over: EndedLeg): Release | undefined {
    return this.#kept.get(partyKey(over)) ?? this.#kept.get(overKey(over));
  }

  /** A leg has ended; its number is 0 where no call is known for it. */
  note(over: EndedLeg, release: Release): void {
    this.#keep(overKey(over), release);
    this.#keep(partyKey(over), release);
  }

  /** The release of a leg that was taken for over before; the first counts. */
  hear(over: EndedLeg, arrival: Arrival): void {
    const before = this.of(over);
    if (before?.isHeard === false) this.note(over, { ...before, word: wordOf(arrival), tick: arrival.tick, isHeard: true });
  }

  /** A leg rings that was never heard of, and its end has come before. */
  hasEndedUnheard({ type, leg }: LegFact, arrival: Arrival): boolean {
    const ended = this.#kept.get(legKey(leg))?.word;
    const word = wordOf(arrival);
    if (type !== 'call.ringing' || ended == null || word === null || doDisagree(ended, word)) return false;
    return word.stamp <= ended.stamp + TOLERANCE;
  }

  /** A beginning of a leg that is over, but so long after its end that it is offered anew. */
  isNewOffer(over: EndedLeg, fact: LegFact, arrival: Arrival): boolean {
    if (!BEGINNINGS.has(fact.type)) return false;
    const release = this.of(over);
    const word = wordOf(arrival);
    const ended = release?.word ?? null;
    if (ended !== null && word !== null && !doDisagree(ended, word)) return word.stamp > ended.stamp + TOLERANCE;
    return fact.type === 'call.ringing' && release !== undefined && arrival.tick - release.tick > NEW_OFFER_AFTER;
  }

  #keep(key: string, release: Release): void {
    this.#kept.set(key, release);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(oldest);
    }
  }
}
