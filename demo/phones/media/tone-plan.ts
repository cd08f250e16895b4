/** The tone of each phone, its voice. Phones that share a plan can tell each other by ear. */
export interface TonePlan {
  /** The frequency of this phone's tone in Hz, its own for as long as it has not released it. */
  claim(name: string): number;
  release(name: string): void;
  /** All names that have a tone now, with its frequency in Hz. */
  names(): readonly (readonly [name: string, frequency: number])[];
}

// Whole multiples of 50 Hz: a packet holds whole waves. Music and keypad tones are weak up here.
const LOWEST = 2000;
const HIGHEST = 3350;
const STEP = 50;

/**
 * A plan with room for 28 phones.
 *
 * @throws RangeError from `claim` when more than that talk at once
 */
export function createTonePlan(): TonePlan {
  const taken = new Map<string, number>();
  return {
    claim(name) {
      const own = taken.get(name);
      if (own !== undefined) return own;
      const inUse = new Set(taken.values());
      for (let frequency = LOWEST; frequency <= HIGHEST; frequency += STEP) {
        if (inUse.has(frequency)) continue;
        taken.set(name, frequency);
        return frequency;
      }
      throw new RangeError('All tones are taken: close phones that are not used any more.');
    },
    release(name) {
      taken.delete(name);
    },
    names: () => [...taken],
  };
}
