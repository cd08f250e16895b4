import type { AnyActorRef } from 'xstate';
import { COMMANDS, type AgentSnapshot } from '../../machines/index.js';
import { Notifier } from '../agent/notifier.js';
import { observableOf, type Note, type Observable } from '../agent/observation.js';
import type { VendorCodes } from '../agent/vendor-words.js';
import { Entries } from './entry-of.js';
import type { Entry } from './entry.js';
import { Mask } from './mask.js';
import { MaskedContexts } from './masked-context.js';
import { momentOf, type Kept, type Moment } from './moment.js';
import type { Recording } from './recording.js';
import { Pseudonyms } from './pseudonyms.js';
import { weigh } from './weight.js';

/** An agent that can be recorded: one of `createAgent`, or an adapter's in the shape of an SDK object. */
export interface Recordable {
  readonly actor: unknown;
}

export interface RecorderOptions {
  /** Bytes of memory that the recording may take, about; the oldest entries go first. Default: 16 million. */
  readonly limit?: number;
}

interface Record extends Kept {
  readonly entry: Entry;
  readonly bytes: number;
}

const LIMIT = 16_000_000;
/** Less holds nothing worth looking at. */
const LEAST = 10_000;
/** So many entries may lie dead at the front of the list before they are cut off. */
const MOST_DEAD = 1_024;

function checkedLimit({ limit = LIMIT }: RecorderOptions): number {
  if (typeof limit === 'number' && limit >= LEAST && limit < Infinity) return limit;
  throw new TypeError(`switchhook: limit must be a number of bytes, ${LEAST} or more`);
}

function observed({ actor }: Recordable): { actor: AnyActorRef; observable: Observable } {
  const observable = typeof actor === 'object' && actor !== null ? observableOf(actor as AnyActorRef) : undefined;
  if (observable === undefined) throw new TypeError('switchhook: only an agent of this package can be recorded');
  return { actor: actor as AnyActorRef, observable };
}

/**
 * Records what happens in an agent, from now on: events, commands, answers, refusals, what was ignored and why, and the
 * state that came of each. Personal data never gets in: numbers become pseudonyms, tokens and attached data are left out.
 */
export class Recorder implements Recording {
  readonly #limit: number;
  readonly #pseudonyms = new Pseudonyms();
  readonly #contexts: MaskedContexts;
  readonly #entries: Entries;
  readonly #additions = new Notifier<Entry>();
  readonly #unsupported: NonNullable<Kept['unsupported']>;
  readonly #codes: VendorCodes;
  readonly #stop: () => void;
  #records: (Record | undefined)[] = [];
  /** Where in the list the oldest entry is. */
  #head = 0;
  #first = 0;
  #bytes = 0;
  #kept: Kept;
  #isStopped = false;
  #lastMoment: { readonly step: number; readonly moment: Moment } | null = null;

  /** @throws TypeError if `agent` is none of this package's, or `limit` is wrong. */
  constructor(agent: Recordable, options: RecorderOptions = {}) {
    this.#limit = checkedLimit(options);
    const { actor, observable } = observed(agent);
    const { codes = {}, recorded } = observable.words;
    const mask = new Mask(this.#pseudonyms, recorded);
    this.#contexts = new MaskedContexts(mask);
    this.#entries = new Entries(mask, this.#contexts);
    this.#codes = codes;
    this.#unsupported = new Set(COMMANDS.filter((name) => !observable.isUsable(name)));
    const snapshot = actor.getSnapshot() as AgentSnapshot;
    this.#kept = this.#keptOf(snapshot, this.#unsupported.size === COMMANDS.length);
    this.#add(this.#entries.start(observable.now()));
    this.#stop = observable.observe((note) => {
      this.#note(note);
    });
  }

  /** The step of the oldest entry that is still there. */
  get first(): number {
    return this.#first;
  }

  /** The step of the newest entry. */
  get last(): number {
    return this.#first + this.#records.length - this.#head - 1;
  }

  /** Bytes of memory that the recording takes, about. */
  get bytes(): number {
    return this.#bytes + this.#pseudonyms.bytes;
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** The entry of a step; undefined: it is too old, or still to come. */
  entry(step: number): Entry | undefined {
    return this.#recordAgent(step)?.entry;
  }

  /** How everything stood after a step; undefined: it is too old, or still to come. */
  at(step: number): Moment | undefined {
    if (this.#lastMoment?.step === step && step >= this.#first) return this.#lastMoment.moment;
    const record = this.#recordAgent(step);
    if (record === undefined) return undefined;
    const moment = momentOf(record);
    this.#lastMoment = { step, moment };
    return moment;
  }

  /** Tells each new entry until the returned function is called. */
  subscribe(listener: (entry: Entry) => void): () => void {
    return this.#additions.subscribe(listener);
  }

  /** Records no more. Recorded entries stay. */
  stop(): void {
    this.#isStopped = true;
    this.#stop();
    this.#additions.complete();
    this.#contexts.forget();
  }

  /** All entries that are still there, for `JSON.stringify`. */
  toJSON(): { readonly first: number; readonly entries: readonly Entry[] } {
    const records = this.#records.slice(this.#head) as readonly Record[];
    return { first: this.#first, entries: records.map(({ entry }) => entry) };
  }

  #recordAgent(step: number): Record | undefined {
    return Number.isInteger(step) && step >= this.#first ? this.#records[this.#head + step - this.#first] : undefined;
  }

  #note(note: Note): void {
    const step = this.last + 1;
    this.#pseudonyms.enter(step);
    const entry = this.#entries.of(note, step);
    if (entry === null) return;
    if (note.kind === 'step') this.#kept = this.#keptOf(note.step.after);
    if (note.kind === 'disposed') {
      this.#kept = { ...this.#kept, unsupported: null };
      this.#contexts.forget();
    }
    this.#add(entry);
  }

  #keptOf({ _nodes, context }: AgentSnapshot, isDisposed = false): Kept {
    const nodes = _nodes as unknown as Kept['nodes'];
    const before = this.#kept as Kept | undefined;
    return {
      nodes: before?.nodes.length === nodes.length && nodes.every((node, index) => node === before.nodes[index]) ? before.nodes : nodes,
      context: this.#contexts.of(context),
      unsupported: isDisposed ? null : this.#unsupported,
      codes: this.#codes,
    };
  }

  #add(entry: Entry): void {
    const bytes = RECORD + weigh(entry) + this.#contexts.takeBytes() + this.#weighNodes(this.#kept.nodes);
    this.#records.push({ ...this.#kept, entry, bytes });
    this.#bytes += bytes;
    this.#shrink();
    this.#additions.tell(entry);
  }

  /** A list of states, which are there anyway. */
  #weighNodes(nodes: Kept['nodes']): number {
    const isNew = this.#records[this.#records.length - 1]?.nodes !== nodes;
    return isNew ? LIST + nodes.length * POINTER : 0;
  }

  #shrink(): void {
    while (this.bytes > this.#limit && this.last > this.#first) {
      this.#bytes -= this.#records[this.#head]?.bytes ?? 0;
      this.#records[this.#head] = undefined;
      this.#head += 1;
      this.#first += 1;
      if (this.#pseudonyms.bytes > this.#limit / 8) this.#pseudonyms.forgetBefore(this.#first);
    }
    if (this.#head < MOST_DEAD) return;
    this.#records = this.#records.slice(this.#head);
    this.#head = 0;
  }
}

/** Bytes of a record itself, of a list, and of each place in it. */
const RECORD = 104;
const LIST = 32;
const POINTER = 8;

/**
 * Records what happens in an agent, from now on.
 *
 * @example
 * const recorder = recordAgent(agent);
 * recorder.entry(recorder.last);                 // what happened last
 * recorder.at(recorder.last)?.whyNot('holdCall'); // and how things stood then
 *
 * @throws TypeError if `agent` is none of this package's, or `limit` is wrong.
 */
export function recordAgent(agent: Recordable, options: RecorderOptions = {}): Recorder {
  return new Recorder(agent, options);
}
