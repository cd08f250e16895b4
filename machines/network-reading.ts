/** Quality letters of the vendor, best first, and the state of each. */
export const NETWORK_QUALITIES = {
  e: 'veryGood',
  d: 'good',
  c: 'fair',
  b: 'poor',
  a: 'veryPoor',
} as const;

export type QualityLetter = keyof typeof NETWORK_QUALITIES;

/** The last measurement of the media path (vendor's page, `EventJanusLatency`). */
export interface NetworkReading {
  /** Delay in ms. */
  readonly ping: number | null;
  /** Jitter in ms. */
  readonly jitter: number | null;
  /** Packet loss as the vendor words it. */
  readonly loss: string | null;
  /** `e` very good, `d` good, `c` fair, `b` poor, `a` very poor; null if the server named none of these. */
  readonly quality: QualityLetter | null;
}

/** Whether two measurements say the same. */
export function isSameReading(a: NetworkReading | null, b: NetworkReading): boolean {
  return (
    a !== null &&
    a.ping === b.ping &&
    a.jitter === b.jitter &&
    a.loss === b.loss &&
    a.quality === b.quality
  );
}
