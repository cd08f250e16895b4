/** How long to wait before connecting again. */
export interface ReconnectOptions {
  /** Before the first attempt, in ms. Default: 250. */
  firstMs?: number;
  /** Each further wait is so many times as long. Default: 2. */
  factor?: number;
  /** The longest wait, in ms. Default: 10000. */
  mostMs?: number;
  /** Part of each wait that is left to chance, so that not all clients come at once; 0 to 1. Default: 0.3. */
  jitter?: number;
  /** Attempts in a row before the client gives up. Default: without end. */
  attempts?: number;
}

/**
 * The wait before an attempt in ms, or null when there is to be none.
 *
 * @param attempt how many attempts have failed in a row
 * @param random at least 0, below 1
 */
export function waitBefore(attempt: number, options: ReconnectOptions, random: number): number | null {
  const { firstMs = 250, factor = 2, mostMs = 10_000, jitter = 0.3, attempts = Infinity } = options;
  if (attempt >= attempts) return null;
  return Math.min(mostMs, firstMs * factor ** attempt) * (1 - jitter * random);
}
