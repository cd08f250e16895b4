import type { FloorEvent } from '../../simulator/index.js';
import type { AgentState } from '../../sobot/index.js';

/**
 * `step` somebody does something; `injected` a message that the centre has not sent; `ended` how the promise of a
 * command has settled; `state` what the page shows has changed.
 */
export type Happening =
  | { readonly kind: 'step'; readonly number: number; readonly words: string }
  | { readonly kind: 'note'; readonly words: string }
  | { readonly kind: 'floor'; readonly event: FloorEvent }
  | { readonly kind: 'injected'; readonly words: string }
  | { readonly kind: 'ended'; readonly words: string; readonly isDone: boolean }
  | { readonly kind: 'state' };

/** One thing that has happened, and where the page stood then. */
export interface Entry {
  readonly at: number;
  /** Work number, or blank. */
  readonly who: string;
  readonly what: Happening;
  readonly state: AgentState | null;
}

/** Everything that has happened on a floor, in order. */
export class Journal {
  readonly #entries: Entry[] = [];

  add(entry: Entry): void {
    this.#entries.push(entry);
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** The steps that were taken, in words, in order. */
  get steps(): readonly string[] {
    return this.#entries.flatMap(({ what }) => (what.kind === 'step' ? [what.words] : []));
  }
}
