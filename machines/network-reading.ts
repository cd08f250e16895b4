/** The grades of the media path, best first; each is a state of the chart. */
export const QUALITIES = ['veryGood', 'good', 'fair', 'poor', 'veryPoor'] as const;

export type Quality = (typeof QUALITIES)[number];

/** The last measurement of the media path. */
export interface NetworkReading {
  /** Delay in ms. */
  readonly ping: number | null;
  /** Jitter in ms. */
  readonly jitter: number | null;
  /** Packet loss as the vendor words it. */
  readonly loss: string | null;
  /** Null if the server has not graded it. */
  readonly quality: Quality | null;
}

/** Whether two measurements say the same. */
export function isSameReading(a: NetworkReading | null, b: NetworkReading): boolean {
  return a !== null && a.ping === b.ping && a.jitter === b.jitter && a.loss === b.loss && a.quality === b.quality;
}
