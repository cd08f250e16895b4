import * as v from 'valibot';
import type { Outcome } from '../../machines/index.js';
import {
  bodyOf,
  keptIn,
  recordSchema,
  VERSION,
  type Kept,
  type KeptAcw,
  type KeptCall,
  type KeptLeg,
  type Owner,
  type StoredRecord,
} from './memory-record.js';
import type { AgentStorage } from './options.js';

export type { Kept, KeptCall, KeptLeg, Owner } from './memory-record.js';

const KEY = 'switchhook:agent';
/** Ms for which a record is good. */
const DAY = 86_400_000;

const DAMAGED = 'what was stored is of another version or damaged, and is not used';
const UNREADABLE = 'what was stored cannot be read, and is not used';
const UNWRITABLE = 'the state cannot be stored, so it will not survive a reload of the page';

function isSameOwner(a: Owner, b: Owner): boolean {
  return a.companyId === b.companyId && a.agent === b.agent && a.agentType === b.agentType;
}

/** A leg that has not been established in the future, wherever the clock was set meanwhile. */
function pastLeg(leg: KeptLeg, now: number): KeptLeg {
  return leg.establishedAt === null ? leg : { ...leg, establishedAt: Math.min(leg.establishedAt, now) };
}

function pastCall(call: KeptCall, now: number): KeptCall {
  return { ...call, leg: pastLeg(call.leg, now), consult: call.consult && pastLeg(call.consult, now) };
}

/** After-call work of which never more is left than the whole, wherever the clock was set meanwhile. */
function resumed({ since, deadline, length }: KeptAcw, now: number): KeptAcw {
  const whole = length ?? Math.max(0, (deadline ?? since) - since);
  const left = deadline === null ? null : Math.min(deadline, now + whole);
  return Object.freeze({ since: Math.min(since, now), deadline: left, length });
}

/**
 * Survives a reload of the page: which call it was and how far, and the
 * after-call work. Ids and times only; attributes of a leg are kept only
 * where they are open. There is one record, and it is the signed-in agent's:
 * company and work number, which are nobody's personal data but tell whose it is.
 */
export class Memory {
  readonly #storage: AgentStorage;
  readonly #isOpen: boolean;
  readonly #complain: (problem: string) => void;
  #owner: Owner | null = null;
  /** The record's words, without their time; null: there is no record. */
  #content: string | null = null;
  /** Both as they were before the initAgent in flight, which names another owner; null: none is. */
  #former: { readonly owner: Owner | null; readonly content: string | null } | null = null;
  /** The record is another owner's. */
  #isAnothers = false;
  /** Told already, and nothing has gone well since. */
  #problem: string | null = null;

  /**
   * `isOpen`: whether personal data may be there in clear. `complain` is told
   * when the storage fails, or what it holds is of no use; the agent goes on
   * without it.
   */
  constructor(storage: AgentStorage, isOpen: boolean, complain: (problem: string) => void) {
    this.#storage = storage;
    this.#isOpen = isOpen;
    this.#complain = complain;
  }

  /**
   * The same for the agent whom initAgent names; undefined: this agent is the owner already. Nothing is written until
   * `settle` says how initAgent has ended: another agent's record is dropped by a sign-in, not by a refusal.
   */
  recallFor(owner: Owner, now: number): Kept | null | undefined {
    if (this.#owner !== null && isSameOwner(owner, this.#owner)) return undefined;
    this.#former = { owner: this.#owner, content: this.#content };
    return this.recall(owner, now);
  }

  /** The initAgent that named the owner is over. Refused: the owner is the one before; unanswered: it may still be accepted. */
  settle(outcome: Outcome): void {
    const former = this.#former;
    if (former === null) return;
    this.#former = null;
    if (outcome === 'rejected') ({ owner: this.#owner, content: this.#content } = former);
    else if (outcome === 'confirmed' && this.#isAnothers) this.#write(null);
  }

  /**
   * Returns all that was kept for this agent, who is the owner of all that is
   * kept from now on; null: nothing. `now`: epoch ms. A record that is older
   * than a day or damaged is removed. One from the future counts as kept now:
   * the wall clock was set back meanwhile.
   */
  recall({ companyId, agent, agentType }: Owner, now: number): Kept | null {
    this.#owner = { companyId, agent, agentType };
    this.#content = null;
    const record = this.#read();
    this.#isAnothers = record !== null && !isSameOwner(record.owner, this.#owner);
    if (record === null || this.#isAnothers) return null;
    if (now - record.storedAt > DAY) {
      this.#write(null);
      return null;
    }
    const kept = keptIn(record, this.#isOpen);
    if (record.storedAt > now) this.#put(kept, this.#owner, now);
    else this.#content = JSON.stringify(bodyOf(kept));
    return { call: kept.call && pastCall(kept.call, now), acw: kept.acw && resumed(kept.acw, now) };
  }

  /**
   * Keeps what there is now, and nothing else; as long as no owner is known,
   * nothing is written. `now`: epoch ms; it is written only when something else
   * has changed as well, so that a day counts from the last change.
   */
  keep(kept: Kept, now: number): void {
    if (this.#owner !== null && this.#former === null) this.#put(kept, this.#owner, now);
  }

  #put(kept: Kept, owner: Owner, now: number): void {
    const isEmpty = kept.call === null && kept.acw === null;
    if (isEmpty && this.#content === null) return;
    try {
      const body = bodyOf(kept);
      const content = isEmpty ? null : JSON.stringify(body);
      if (content === this.#content) return;
      this.#content = content;
      const record: StoredRecord = { version: VERSION, owner, storedAt: now, ...body };
      this.#write(content === null ? null : JSON.stringify(record));
    } catch {
      this.#tell(UNWRITABLE);
    }
  }

  #read(): StoredRecord | null {
    const text = this.#text();
    if (text === null) return null;
    const value = parsed(text);
    const result = v.safeParse(recordSchema, value);
    if (result.success) return result.output;
    this.#tell(value === undefined ? UNREADABLE : DAMAGED);
    this.#write(null);
    return null;
  }

  #text(): string | null {
    try {
      return this.#storage.getItem(KEY);
    } catch {
      this.#tell(UNREADABLE);
      return null;
    }
  }

  #write(text: string | null): void {
    try {
      if (text === null) this.#storage.removeItem(KEY);
      else this.#storage.setItem(KEY, text);
      this.#problem = null;
    } catch {
      this.#tell(UNWRITABLE);
    }
  }

  /** A storage that fails at every change is told of once. */
  #tell(problem: string): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    this.#complain(problem);
  }
}

/** The value of a JSON text; undefined, which no JSON text means, where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
