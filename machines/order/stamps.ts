/** The newest word about one thing. */
export interface Newest {
  /** The server's stamp, epoch ms of its clock. */
  readonly stamp: number;
  /** The page's running time of its arrival. */
  readonly tick: number;
}

/** Servers of one service differ by up to so many ms: nearer stamps take the order of arrival. */
export const TOLERANCE = 1000;

/** Stamps that are further apart than this (ms), the time between their arrivals included, are of clocks that disagree. */
const DISAGREEMENT = 60_000;

/** Whether two words are so far apart that one of their clocks must be wrong. */
export function disagree(newest: Newest, { stamp, tick }: Newest): boolean {
  return newest.stamp > stamp && newest.stamp - stamp + (tick - newest.tick) > DISAGREEMENT;
}

/** Whether a word is older than the newest by more than `tolerance` ms, of clocks that agree. */
export function isOlder(newest: Newest | undefined, word: Newest, tolerance = TOLERANCE): boolean {
  return newest !== undefined && newest.stamp - word.stamp > tolerance && !disagree(newest, word);
}

/** How many things are remembered. */
const TOPICS_KEPT = 256;

/** The newest stamp of each thing that the server speaks of. */
export class Topics {
  readonly #newest = new Map<string, Newest>();

  of(topic: string): Newest | undefined {
    return this.#newest.get(topic);
  }

  /** Takes a word that counts: the newer of two, and the later arrival where the clocks disagree. */
  note(topic: string, word: Newest): void {
    const before = this.#newest.get(topic);
    if (before !== undefined && before.stamp > word.stamp && !disagree(before, word)) return;
    // Set anew at the end, so that the first key is the one not heard of for longest.
    this.#newest.delete(topic);
    this.#newest.set(topic, word);
    if (this.#newest.size <= TOPICS_KEPT) return;
    const [oldest] = this.#newest.keys();
    if (oldest !== undefined) this.#newest.delete(oldest);
  }
}
