/** What a day is like: how good the wire is, what the servers' clocks say, and how the company has set things up. */
export interface Weather {
  /** How many of the messages are lost. */
  readonly lost: number;
  /** By how much the servers' clocks are ahead of the computer's, in ms. */
  readonly serversAhead: number;
  /** Whether messages carry stamps. Without them, nothing but the order of arrival can tell, and the wire keeps it. */
  readonly hasStamps: boolean;
  /** `none`: switched off; `open`: until the agent ends it; else its length in seconds. */
  readonly afterCallWork: 'none' | 'open' | number;
  /** Whether the service announces after-call work with a message of its own. */
  readonly announcesAfterCallWork: boolean;
}

const HOUR = 3_600_000;

/** Each seed has its own weather, so that a short range of seeds has met them all. */
export function weatherOf(seed: number): Weather {
  const lost = seed % 3 === 0 ? 0.04 : 0;
  return {
    lost,
    serversAhead: seed % 5 === 0 ? 37 * HOUR : 0,
    // Without stamps a regain cannot say that its status is newer than what is known.
    hasStamps: seed % 7 !== 0 || lost > 0,
    // Where the word of a longer after-call work may be lost, its length is known to nobody.
    afterCallWork: seed % 11 === 0 ? 'none' : seed % 4 === 1 && lost === 0 ? 20 : 'open',
    announcesAfterCallWork: seed % 4 === 2,
  };
}
