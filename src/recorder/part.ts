import type { AgentContext } from '../../machines/index.js';
import type { VendorCodes } from '../agent/vendor-words.js';
import type { Entry } from './entry.js';
import { keptOf, type Kept, type Moment } from './moment.js';
import type { Recording } from './recording.js';

/** A step as it is sent. Parts left out are as in the step sent before. */
export interface SentStep {
  readonly entry: Entry;
  /** The ids of the active states of the chart. */
  readonly states?: readonly string[];
  /** The data that accompany them, masked. */
  readonly context?: AgentContext;
  /** The commands that the telephone system does not have; null: the agent was disposed of. */
  readonly unsupported?: readonly string[] | null;
  /** The vendor's codes for what the chart names. */
  readonly codes?: VendorCodes;
}

/** A part of a recording, for `JSON.stringify` and for `postMessage`. Holds no personal data. */
export interface RecordingPart {
  /** The step of the oldest entry that the recording still has. */
  readonly first: number;
  /** One after the other, without a gap. */
  readonly steps: readonly SentStep[];
}

/** So many steps are sent at once: some 100 kB. */
const MOST_STEPS = 200;

/**
 * Reads a recording part by part, from its oldest entry on, each entry once: for `CopiedRecording` in another window, process or
 * place. If the recording has forgotten what would be next, the parts go on with the oldest entry that it has.
 */
export class RecordingParts {
  readonly #recording: Recording;
  #next = 0;
  #sent: Kept | null = null;

  constructor(recording: Recording) {
    this.#recording = recording;
  }

  /** The steps since the last part; null: there is none. */
  next(): RecordingPart | null {
    const { first, last } = this.#recording;
    const from = Math.max(first, this.#next);
    if (from > last) return null;
    // After a gap, the reader has no step to go on from.
    if (from !== this.#next) this.#sent = null;
    const to = Math.min(last, from + MOST_STEPS - 1);
    const steps: SentStep[] = [];
    for (let step = from; step <= to; step += 1) steps.push(this.#step(step));
    this.#next = to + 1;
    return { first, steps };
  }

  #step(step: number): SentStep {
    const recording = this.#recording;
    const entry = recording.entry(step) as Entry;
    const kept = keptOf(recording.at(step) as Moment);
    const { nodes, context, unsupported, codes } = kept;
    const sent = this.#sent;
    this.#sent = kept;
    return {
      entry,
      ...(nodes === sent?.nodes ? {} : { states: nodes.map(({ id }) => id) }),
      ...(context === sent?.context ? {} : { context: JSON.parse(JSON.stringify(context)) as AgentContext }),
      ...(unsupported === sent?.unsupported ? {} : { unsupported: unsupported && [...unsupported] }),
      ...(codes === sent?.codes ? {} : { codes }),
    };
  }
}
