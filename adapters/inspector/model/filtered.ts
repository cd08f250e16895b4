import type { Entry, EntryKind, Recording } from '../../../src/recorder/index.js';
import { searchedText } from './entry-words.js';

/** The groups that a list of entries can be restricted to. */
export type Selection = 'all' | 'commands' | 'messages' | 'oddities';

const KINDS: Readonly<Record<Exclude<Selection, 'all' | 'oddities'>, ReadonlySet<EntryKind>>> = {
  commands: new Set<EntryKind>(['command', 'refused', 'answer']),
  messages: new Set<EntryKind>(['fact', 'ignored', 'malformed']),
};
const ODD = new Set<EntryKind>(['refused', 'ignored', 'malformed', 'storage']);

function isOdd({ kind, told }: Entry): boolean {
  return ODD.has(kind) || told.some((one) => one.type === 'divergence' || (one.type === 'settled' && one.outcome !== 'confirmed'));
}

/**
 * The steps that pass a filter, oldest first. A new entry is looked at once, so that the ten thousandth costs no more
 * than the first.
 */
export class Filtered {
  readonly #recorder: Recording;
  #text = '';
  #selection: Selection = 'all';
  #steps: number[] = [];
  /** Where in the list the oldest one that is still recorded is. */
  #head = 0;
  #seen: number;

  constructor(recorder: Recording) {
    this.#recorder = recorder;
    this.#seen = recorder.first - 1;
  }

  /** Looks at what is new since the last time, and forgets what the recorder has forgotten. */
  update(): void {
    const { first, last } = this.#recorder;
    // A copy that comes anew begins at its beginning.
    if (last < this.#seen) this.#restart();
    for (let step = Math.max(first, this.#seen + 1); step <= last; step += 1) {
      const entry = this.#recorder.entry(step);
      if (entry !== undefined && this.#passes(entry)) this.#steps.push(step);
    }
    this.#seen = last;
    while (this.#head < this.#steps.length && (this.#steps[this.#head] as number) < first) this.#head += 1;
    if (this.#head <= 1_000) return;
    this.#steps = this.#steps.slice(this.#head);
    this.#head = 0;
  }

  /** Looks at all entries again. */
  restrict(text: string, selection: Selection): void {
    this.#text = text.trim().toLowerCase();
    this.#selection = selection;
    this.#restart();
    this.update();
  }

  get length(): number {
    return this.#steps.length - this.#head;
  }

  /** The step in that place of the list. */
  step(index: number): number | undefined {
    return index < 0 ? undefined : this.#steps[this.#head + index];
  }

  /** The place of a step, or of the last one before it that passes; -1: there is none. */
  indexOf(step: number): number {
    let [low, high] = [this.#head, this.#steps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#steps[middle] as number) <= step) low = middle + 1;
      else high = middle;
    }
    return low - 1 - this.#head;
  }

  #restart(): void {
    this.#steps = [];
    this.#head = 0;
    this.#seen = this.#recorder.first - 1;
  }

  #passes(entry: Entry): boolean {
    if (this.#selection === 'oddities' && !isOdd(entry)) return false;
    if (this.#selection !== 'all' && this.#selection !== 'oddities' && !KINDS[this.#selection].has(entry.kind)) return false;
    return this.#text === '' || searchedText(entry).includes(this.#text);
  }
}
