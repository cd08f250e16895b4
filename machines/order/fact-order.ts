import type { Standing } from '../allowed.js';
import type { Call } from '../calls/call.js';
import type { Located } from '../calls/locate.js';
import { allCalls, WAITING_KEPT, type Roster } from '../calls/roster.js';
import type { AgentContext } from '../context.js';
import { pendingCommands } from '../deadlines.js';
import { isLegFact, type AgentEvent, type CallFact, type LegFact, type RegainedFact, type ServerFact } from '../events/index.js';
import { isOfConference, located, startsThird } from '../guards/leg-guards.js';
import { confirms, isOfOneLeg } from '../guards/pending-guards.js';
import { readState, type AgentSnapshot } from '../read-state.js';
import { wordOf, type Arrival } from './arrival.js';
import { Doubled } from './doubled.js';
import { Readiness, type ReadyFact } from './readiness.js';
import { Releases } from './releases.js';
import type { FactRule } from './rules.js';
import { isOlder, TOLERANCE, Topics, type Newest } from './stamps.js';
import { OF_A_CALL, ORDER, type Topic } from './table.js';
import { isElsewhere, isIn } from './view.js';

/** The fact as it counts, or the rule by which it changes nothing. */
export type Verdict = { readonly fact: ServerFact; readonly rule: null } | { readonly fact: ServerFact; readonly rule: FactRule };

/** Of how many commands it is remembered when they were sent. */
const SENT_KEPT = 64;
/** Of how many legs it is remembered that they were begun twice. */
const BEGUN_TWICE_KEPT = 64;

/** Said of the agent, the agent's phone or calls, so that it cannot be true any more once the server has ended everything. */
const ENDED_BY_LOGOUT = /^(call\.(?!error)|conference\.|microphone\.|dtmf\.|acw\.|device\.|agent\.(?!loggedOut)|connection\.regained)/;

/** The facts by which the other end's calls and its agent are spoken of. */
const OF_THE_OTHER_END = /^(call\.(?!error)|conference\.|microphone\.|dtmf\.|acw\.|agent\.(ready|notReady|loggedIn))/;

/**
 * Weighs facts by the server's own stamps before the chart gets them: which
 * come too late, twice, or are about a leg that is over, and what the chart
 * cannot know of the others. Stamps are compared with stamps, never with a
 * clock.
 */
export class FactOrder {
  readonly #topics = new Topics();
  readonly #doubled = new Doubled();
  readonly #releases = new Releases();
  readonly #readiness = new Readiness();
  /** Legs that were begun twice, more than a second apart. */
  readonly #begunTwice = new Set<string>();
  readonly #sent = new Map<number, number>();
  #counted: { readonly fact: ServerFact; readonly word: Newest | null } | null = null;
  #restored: { readonly callID: string; readonly stamp: number } | null = null;

  /** Takes the stamp that was known before the page was loaded anew. */
  restore(callID: string, stamp: number): void {
    this.#restored = { callID, stamp };
  }

  /** The stamp of the newest fact about this call's work status, or null. */
  newestOf({ number, callID }: Pick<Call, 'number' | 'callID'>): number | null {
    const newest = this.#topics.of(`work ${number}`)?.stamp;
    return newest ?? (this.#restored?.callID === callID ? this.#restored.stamp : null);
  }

  /** A command was sent at this running time. */
  noteSent(id: number, tick: number): void {
    this.#sent.set(id, tick);
    const [oldest] = this.#sent.keys();
    if (this.#sent.size > SENT_KEPT && oldest !== undefined) this.#sent.delete(oldest);
  }

  /** Weighs a fact against all that has counted before; if it counts, it is known from now on. */
  weigh(snapshot: AgentSnapshot & Standing, fact: ServerFact, arrival: Arrival): Verdict {
    const rule = this.#ruleAgainst(snapshot, fact, arrival);
    if (rule !== null) return { fact: this.#answeredUnheard(snapshot.context, fact, arrival), rule };
    const counting = this.#annotated(snapshot, fact, arrival);
    this.#note(snapshot, counting, arrival);
    this.#counted = { fact: counting, word: wordOf(arrival) };
    return { fact: counting, rule: null };
  }

  /** Legs are over by this event, at this running time: those are noted of which no release has told so. */
  noteEnds(event: AgentEvent, before: Roster, after: Roster, tick: number): void {
    const word = this.#counted?.fact === event ? this.#counted.word : null;
    for (const over of after.over) {
      if (before.over.includes(over) || this.#releases.of(over) !== undefined) continue;
      const { endedBy } = over;
      // Where no refusal has said so, the talk has been counted, or after-call work is none of this call's any more.
      const wasEstablished = over.wasEstablished || endedBy !== 'refusal';
      const end = {
        word: endedBy === undefined ? null : word,
        tick,
        isHeard: false,
        wasEstablished,
        count: after.count,
        words: this.#readiness.words,
      };
      this.#releases.note(over, end);
    }
  }

  #ruleAgainst(snapshot: AgentSnapshot & Standing, fact: ServerFact, arrival: Arrival): FactRule | null {
    const { context } = snapshot;
    if (isElsewhere(snapshot) && OF_THE_OTHER_END.test(fact.type)) return 'otherEnd';
    const word = wordOf(arrival);
    if (word !== null && this.#doubled.isTwice(fact, word.stamp, arrival.referenceID)) return 'doubled';
    if (word !== null && isOlder(this.#topics.of('logout'), word, 0) && ENDED_BY_LOGOUT.test(fact.type)) return 'beforeLogout';
    switch (fact.type) {
      case 'agent.loggedOut':
      case 'connection.displaced':
        return word !== null && isOlder(this.#topics.of('signIn'), word, 0) ? 'late' : null;
      case 'acw.started':
        return this.#isWordOfAcwLate(context, word) ? 'late' : null;
      default:
        return isLegFact(fact) ? this.#ruleAgainstLeg(snapshot, fact, arrival) : this.#isLate(context, fact, null, arrival) ? 'late' : null;
    }
  }

  #ruleAgainstLeg(snapshot: AgentSnapshot & Standing, fact: LegFact, arrival: Arrival): FactRule | null {
    const { context } = snapshot;
    const where = meantBy(context, fact);
    const startsConsult = startsThird({ context, event: fact as AgentEvent });
    if (where.over !== null && !startsConsult) {
      if (this.#releases.isNewOffer(where.over, fact, arrival)) return isOfAnsweredCall(context, fact) ? 'answered' : null;
      if (fact.type === 'call.released') this.#releases.hear(where.over, arrival);
      return 'over';
    }
    if (where.call !== null && !startsConsult) {
      if (this.#isOfOfferBefore(where, fact, arrival)) return 'offerBefore';
      if (fact.type === 'call.released' && where.isOtherLeg) {
        this.#noteUnheard(fact, arrival);
        return 'otherLeg';
      }
      if (isBeginningOfAnswered(snapshot, where, fact)) return 'answered';
    }
    if ((where.isOtherLeg || where.place === 'unknown') && this.#releases.hasEndedUnheard(fact, arrival)) return 'over';
    const isFull = where.place === 'unknown' && !startsConsult && context.roster.waiting.length >= WAITING_KEPT;
    if (isFull && fact.type !== 'call.released') return 'tooMany';
    return this.#isLate(context, fact, where, arrival) ? 'late' : null;
  }

  #topicOf(topic: Topic, context: AgentContext, where: Located | null): string {
    if (!OF_A_CALL.has(topic)) return topic;
    return `${topic} ${where?.call?.number ?? context.roster.count + 1}`;
  }

  /** Older than the newest word about the same thing; where it confirms a command, only words that have arrived since that was sent count. */
  #isLate(context: AgentContext, fact: ServerFact, where: Located | null, arrival: Arrival): boolean {
    const word = wordOf(arrival);
    if (word === null) return false;
    const { notBefore } = ORDER[fact.type];
    // A call that the last regain did not know of is over.
    const isUnknownCall = fact.type === 'call.established' && where?.place === 'unknown';
    const newer = (isUnknownCall ? (['regain'] as const) : notBefore)
      .map((topic) => this.#topics.of(this.#topicOf(topic, context, where)))
      .filter((newest) => isOlder(newest, word));
    if (newer.length === 0) return false;
    const since = this.#confirmedSince(context, fact);
    return newer.some((newest) => newest !== undefined && newest.tick >= since);
  }

  /** When the command that the fact confirms was sent, by running time: earlier arrivals do not make it late. */
  #confirmedSince(context: AgentContext, fact: ServerFact): number {
    const event = fact as AgentEvent;
    const confirmed = pendingCommands(context).filter((command) => command.answeredBy === 'event' && confirms({ context, event }, command));
    return confirmed.length === 0 ? -Infinity : Math.min(...confirmed.map(({ id }) => this.#sent.get(id) ?? Infinity));
  }

  #isWordOfAcwLate({ roster, pending }: AgentContext, word: Newest | null): boolean {
    if (roster.call !== null) {
      if (pending.call?.command === 'consultTransfer') return false;
      const last = this.#topics.of(`work ${roster.call.number}`);
      return word === null || last === undefined || word.stamp <= last.stamp + TOLERANCE;
    }
    return this.#readiness.isOfAcwBefore(word);
  }

  /** Of a leg that was begun twice, a fact of the offer before. */
  #isOfOfferBefore({ call }: Located, fact: LegFact, arrival: Arrival): boolean {
    const word = wordOf(arrival);
    if (call === null || word === null || (fact.type !== 'call.released' && fact.type !== 'call.established')) return false;
    const topic = `begin ${call.number}`;
    return this.#begunTwice.has(topic) && isOlder(this.#topics.of(topic), word);
  }

  /** An answer that is heard of after its leg's end: the agent has talked, if nothing has come since. */
  #answeredUnheard({ roster }: AgentContext, fact: ServerFact, arrival: Arrival): ServerFact {
    if (fact.type !== 'call.established') return fact;
    const { over } = located({ roster } as AgentContext, fact);
    if (over === null) return fact;
    const release = this.#releases.of(over);
    if (release === undefined || release.wasEstablished) return fact;
    if (release.count !== roster.count || release.words !== this.#readiness.words) return fact;
    this.#releases.note(over, { ...release, wasEstablished: true, tick: arrival.tick });
    return { ...fact, wasAnsweredUnheard: true };
  }

  /** The fact with what the stamps say of it. */
  #annotated(snapshot: AgentSnapshot & Standing, fact: ServerFact, arrival: Arrival): ServerFact {
    const word = wordOf(arrival);
    switch (fact.type) {
      case 'connection.regained':
        return this.#regained(snapshot.context, fact, word, arrival.statusStamp);
      case 'agent.ready':
      case 'agent.notReady': {
        const changes = !this.#repeats(snapshot, fact);
        return changes && this.#readiness.predatesRelease(word, this.#confirmedSince(snapshot.context, fact))
          ? { ...fact, predatesAcw: true }
          : fact;
      }
      case 'call.released':
        return {
          ...fact,
          ...(this.#readiness.isAcwOver(snapshot.context, fact, word) ? { isAcwOver: true } : {}),
          ...(this.#isFollowed(snapshot.context, word) ? { isFollowed: true } : {}),
        };
      case 'call.dialing':
      case 'call.ringing':
      case 'call.established': {
        const isOfferedAnew = located(snapshot.context, fact).over !== null;
        const hasWaited = this.#readiness.predatesRelease(word);
        return { ...fact, ...(isOfferedAnew ? { isNewOffer: true } : {}), ...(hasWaited ? { hasWaited } : {}) };
      }
      default:
        return fact;
    }
  }

  /** All calls that wait have begun after this release. */
  #isFollowed({ roster: { waiting } }: AgentContext, word: Newest | null): boolean {
    return waiting.length > 0 && word !== null && waiting.every(({ number }) => isOlder(this.#topics.of(`begin ${number}`), word, 0));
  }

  /** The login state is so already, and not by a command of the agent's whose event this is. */
  #repeats(snapshot: AgentSnapshot, fact: ReadyFact): boolean {
    if (snapshot.context.presence.echo === fact.type) return false;
    const { login, reason } = readState(snapshot);
    return fact.type === 'agent.ready' ? login === 'online' : fact.reason === (reason ?? undefined);
  }

  #regained(context: AgentContext, fact: RegainedFact, word: Newest | null, statusStamp: number | undefined): RegainedFact {
    const isNewer = (topic: string) => word !== null && isOlder(this.#topics.of(topic), word, 0);
    const outlasting = allCalls(context.roster).flatMap(({ number }) => (isNewer(`work ${number}`) ? [number] : []));
    const where = fact.leg === null ? null : located(context, { type: 'call.ringing', leg: fact.leg });
    const release = where?.over == null ? undefined : this.#releases.of(where.over);
    const isCallOutdated = word !== null && release?.word != null && isOlder(release.word, word, 0);
    return {
      ...fact,
      statusIsNews: this.#isNews(fact, where?.call ?? rememberedBy(context, fact), statusStamp),
      ...(isNewer('login') ? { isLoginOutdated: true } : {}),
      ...(isCallOutdated ? { isCallOutdated } : {}),
      ...(this.#readiness.predatesAcwEnd(word) ? { isAcwOutdated: true } : {}),
      ...(outlasting.length > 0 ? { outlasting } : {}),
    };
  }

  /** The named status is at odds with what is known of the call, and not older. */
  #isNews({ leg, status }: RegainedFact, call: Call | null, statusStamp: number | undefined): boolean {
    if (call !== null && (call.work === status || call.isFromRegain)) return call.work !== status;
    const newest = this.newestOf(call ?? { number: 0, callID: leg?.callID ?? null });
    return statusStamp !== undefined && newest !== null && statusStamp >= newest;
  }

  #note(snapshot: AgentSnapshot & Standing, fact: ServerFact, arrival: Arrival): void {
    const { context } = snapshot;
    const word = wordOf(arrival);
    const where = isLegFact(fact) ? meantBy(context, fact) : null;
    if (fact.type === 'call.released') this.#noteRelease(context, where, fact, arrival);
    if (fact.type === 'agent.ready' || fact.type === 'agent.notReady')
      this.#readiness.noteWord(context, fact, word, this.#repeats(snapshot, fact));
    if (word === null) return;
    // How far the call is, the end of one of several legs does not say.
    const isOfLeg = isLegFact(fact) && where?.call != null && isOfOneLeg(fact, where.call);
    for (const topic of ORDER[fact.type].topics)
      if (topic !== 'work' || !isOfLeg) this.#noteTopic(this.#topicOf(topic, context, where), topic, word);
    // A word about the third party is one about the customer's call, too.
    const { call } = context.roster;
    const isThirds = where?.place === 'third' || (isLegFact(fact) && startsThird({ context, event: fact }));
    if (isThirds && call !== null) {
      for (const topic of ORDER[fact.type].topics)
        if (topic === 'work' || topic === 'hold') this.#topics.note(`${topic} ${call.number}`, word);
    }
    if (fact.type === 'connection.regained' && fact.reason !== undefined) this.#topics.note('login', word);
  }

  #noteTopic(topic: string, kind: Topic, word: Newest): void {
    const before = this.#topics.of(topic);
    if (kind === 'begin' && before !== undefined && Math.abs(word.stamp - before.stamp) > TOLERANCE) keepIn(this.#begunTwice, topic);
    this.#topics.note(topic, word);
  }

  #noteRelease({ roster }: AgentContext, where: Located | null, fact: CallFact, arrival: Arrival): void {
    const call = where?.call ?? null;
    const word = wordOf(arrival);
    const wasEstablished = call?.establishedAt != null;
    const release = { word, tick: arrival.tick, isHeard: true, wasEstablished, count: roster.count, words: this.#readiness.words };
    this.#releases.note({ ...fact.leg, number: call?.number ?? 0 }, release);
    if (where?.place === 'call') this.#readiness.noteRelease(fact, word);
  }

  /** A further leg of a known call has ended before anything was heard of its beginning. */
  #noteUnheard({ leg }: LegFact, arrival: Arrival): void {
    if (leg.callID === undefined || leg.partyID === undefined) return;
    const release = {
      word: wordOf(arrival),
      tick: arrival.tick,
      isHeard: true,
      wasEstablished: false,
      count: 0,
      words: this.#readiness.words,
    };
    this.#releases.note({ ...leg, number: 0 }, release);
  }
}

/** The call that a regain names, from before the page was loaded anew. */
function rememberedBy({ remembered }: AgentContext, { leg }: RegainedFact): Call | null {
  const call = remembered?.call?.call;
  return call !== undefined && call.callID === leg?.callID ? call : null;
}

/** Adds to what is remembered, and forgets the oldest of too much. */
function keepIn(remembered: Set<string>, topic: string): void {
  remembered.add(topic);
  const [oldest] = remembered;
  if (remembered.size > BEGUN_TWICE_KEPT && oldest !== undefined) remembered.delete(oldest);
}

/** Where the leg stands; a fact about a conference means the call, though the party that it names has no leg of its own any more. */
function meantBy(context: AgentContext, fact: LegFact): Located {
  const where = located(context, fact);
  if (!isOfConference({ context, event: fact })) return where;
  return { ...where, place: 'call', call: context.roster.call, over: null };
}

/** A leg of the live call is offered anew, and another of its legs has been answered. */
function isOfAnsweredCall({ roster: { call } }: AgentContext, { type, leg }: LegFact): boolean {
  if (type === 'call.established' || leg.callType === 'Consult') return false;
  return call?.establishedAt != null && call.callID === leg.callID;
}

/** A beginning of a call that has been answered, by whichever of its legs; a consult's excepted, and where the talk is a guess. */
function isBeginningOfAnswered(standing: Standing, { place, call }: Located, { type }: LegFact): boolean {
  if ((type !== 'call.ringing' && type !== 'call.dialing') || place === 'third' || call?.establishedAt == null) return false;
  return !(place === 'call' && isIn(standing, 'guessed'));
}
