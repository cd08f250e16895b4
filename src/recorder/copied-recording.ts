import type { AgentContext, CommandName, SubscriptionName } from '../../machines/index.js';
import { Notifier } from '../agent/notifier.js';
import type { Entry } from './entry.js';
import { momentOf, ownNode, type Kept, type Moment } from './moment.js';
import type { RecordingPart, SentStep } from './part.js';
import type { Recording } from './recording.js';

interface Copy extends Kept {
  readonly entry: Entry;
}

/**
 * A recording put together from the parts of `RecordingParts`, in another window, process or place.
 *
 * @example
 * const copy = new CopiedRecording();
 * socket.onmessage = ({ data }) => copy.add(JSON.parse(data));
 */
export class CopiedRecording implements Recording {
  readonly #additions = new Notifier<Entry>();
  #copies: Copy[] = [];
  #first = 0;

  get first(): number {
    return this.#first;
  }

  get last(): number {
    return this.#first + this.#copies.length - 1;
  }

  entry(step: number): Entry | undefined {
    return this.#copies[step - this.#first]?.entry;
  }

  at(step: number): Moment | undefined {
    const copy = this.#copies[step - this.#first];
    return copy === undefined ? undefined : momentOf(copy);
  }

  subscribe(listener: (entry: Entry) => void): () => void {
    return this.#additions.subscribe(listener);
  }

  toJSON(): { readonly first: number; readonly entries: readonly Entry[] } {
    return { first: this.#first, entries: this.#copies.map(({ entry }) => entry) };
  }

  /**
   * Adds a part, and forgets what the recording has forgotten. A part that begins anew takes the place of all before.
   *
   * @throws TypeError if it is no part of a recording, or the chart of its agent is that of another version; nothing of it is added then.
   */
  add({ first, steps }: RecordingPart): void {
    const from = steps[0]?.entry.step;
    if (from === undefined) throw new TypeError('switchhook: a part of a recording has at least one step');
    const isNext = from === this.last + 1 && this.#copies.length > 0;
    let before: Kept | null = isNext ? (this.#copies[this.#copies.length - 1] ?? null) : null;
    const added = steps.map((step) => {
      const copy = copyOf(step, before);
      before = copy;
      return copy;
    });
    if (!isNext) {
      this.#copies = [];
      this.#first = from;
    }
    this.#copies.push(...added);
    const forgotten = Math.min(this.#copies.length - 1, Math.max(0, first - this.#first));
    if (forgotten > 0) this.#copies.splice(0, forgotten);
    this.#first += forgotten;
    for (const { entry } of added) this.#additions.tell(entry);
  }
}

/** The step, with what it leaves out because it is as before. */
function copyOf({ entry, states, context, unsupported, codes }: SentStep, before: Kept | null): Copy {
  const nodes = states === undefined ? before?.nodes : states.map((id) => ownNode({ id }));
  const accompanying: AgentContext | undefined = context ?? before?.context;
  const lacking =
    unsupported === undefined ? before?.unsupported : unsupported && new Set(unsupported as (CommandName | SubscriptionName)[]);
  const words = codes ?? before?.codes;
  if (nodes === undefined || accompanying === undefined || lacking === undefined || words === undefined)
    throw new TypeError('switchhook: the first part of a recording is missing');
  return { entry, nodes, context: accompanying, unsupported: lacking, codes: words };
}
