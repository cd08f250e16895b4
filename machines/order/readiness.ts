import { located } from '../guards/leg-guards.js';
import type { AgentContext } from '../context.js';
import type { AgentEvent, CallFact } from '../events/index.js';
import { isReason } from '../reasons.js';
import { isOlder, TOLERANCE, type Newest } from './stamps.js';

/** The agent says, or is said, to be ready or not ready. */
export type ReadyFact = Extract<AgentEvent, { type: 'agent.ready' | 'agent.notReady' }>;

/** A ready or not-ready that may end after-call work. */
interface EndingWord {
  readonly word: Newest | null;
  /** It did not change the login state. */
  readonly repeats: boolean;
  /** The call during which it arrived, by its number. */
  readonly during: number | null;
}

function mayEnd(fact: ReadyFact): boolean {
  return fact.type === 'agent.ready' || isReason(fact.reason);
}

/** Whether a ready or not-ready was said before the last call ended or after it, and whether after-call work has ended by it. */
export class Readiness {
  #words = 0;
  #ending: EndingWord | null = null;
  /** The ready or not-ready by which after-call work has ended. */
  #acwEnd: { readonly word: Newest | null } | null = null;
  #lastRelease: Newest | null = null;

  /** How many words that may end after-call work there have been. */
  get words(): number {
    return this.#words;
  }

  /** Said before the last call ended, of whose end it was heard since this running time. */
  predatesRelease(word: Newest | null, since = -Infinity): boolean {
    const release = this.#lastRelease;
    return word !== null && release !== null && release.tick >= since && isOlder(release, word, 0);
  }

  /** Said before after-call work has ended by a stamped word. */
  predatesAcwEnd(word: Newest | null): boolean {
    return word !== null && isOlder(this.#acwEnd?.word ?? undefined, word, 0);
  }

  /** After-call work has ended, and nothing says that this word of it came afterwards. */
  isOfAcwBefore(word: Newest | null): boolean {
    if (this.#acwEnd === null) return false;
    const ended = this.#acwEnd.word;
    return word === null || ended === null || word.stamp <= ended.stamp + TOLERANCE;
  }

  /** A ready or not-ready was said after the release that it arrives before: no after-call work follows. */
  isAcwOver({ roster }: AgentContext, fact: CallFact, word: Newest | null): boolean {
    const ending = this.#ending;
    if (ending?.word == null || word === null) return false;
    const after = ending.word.stamp - word.stamp;
    if (after > 0 && !isOlder(ending.word, word, 0)) return false;
    if (after > TOLERANCE) return true;
    const number = located({ roster } as AgentContext, fact).call?.number;
    return ending.repeats && (after > 0 || (after >= -TOLERANCE && ending.during === number));
  }

  /** The agent's call has ended. */
  noteRelease(fact: CallFact, word: Newest | null): void {
    this.#lastRelease = word;
    this.#acwEnd = fact.isAcwOver === true ? { word: this.#ending?.word ?? null } : null;
  }

  /** `repeats`: the login state was so already. */
  noteWord({ roster, acw }: AgentContext, fact: ReadyFact, word: Newest | null, repeats: boolean): void {
    if (!mayEnd(fact)) return;
    this.#words += 1;
    const { call } = roster;
    // A call that was only asked for has no leg that such a word could follow the end of.
    this.#ending = { word, repeats, during: call === null || call.work === 'calling' ? null : call.number };
    if (roster.call === null && fact.predatesAcw !== true && (acw !== null || this.#acwEnd !== null)) this.#acwEnd = { word };
  }
}
