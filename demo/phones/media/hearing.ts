import { FULL_SCALE, PACKET_MS, PACKET_SAMPLES } from './format.js';
import { amplitudeAt, TONE_AMPLITUDE } from './tone.js';
import type { TonePlan } from './tone-plan.js';

interface Heard {
  readonly at: number;
  readonly timestamp: number;
  readonly samples: Int16Array;
}

/** How long what was heard is remembered, in ms. */
const MEMORY_MS = 3000;
/** Two packets: tones 50 Hz apart are cleanly told from each other. */
const WINDOW_PACKETS = 2;
/** A tone is heard at this part of its own strength: where talks are mixed it may come out softer. */
const AUDIBLE = 0.4 * TONE_AMPLITUDE;

/** The sounds that came into the ear of one call lately. */
export class Hearing {
  readonly #plan: TonePlan;
  readonly #now: () => number;
  #heard: Heard[] = [];

  constructor(plan: TonePlan, now: () => number) {
    this.#plan = plan;
    this.#now = now;
  }

  add(samples: Int16Array, timestamp: number): void {
    const at = this.#now();
    this.#heard.push({ at, timestamp, samples });
    if ((this.#heard[0]?.at ?? at) < at - 2 * MEMORY_MS) this.#heard = this.#since(MEMORY_MS);
  }

  /** The names whose tone was there for more than half of the last `ms`; sorted. */
  tones(ms: number): readonly string[] {
    const windows = this.#windows(ms);
    const enough = ms / (PACKET_MS * WINDOW_PACKETS) / 2;
    return this.#plan
      .names()
      .filter(([, tone]) => windows.filter((window) => amplitudeAt(tone, window) >= AUDIBLE).length > enough)
      .map(([name]) => name)
      .sort();
  }

  /** How loud the last `ms` were, in dB below the loudest possible; -Infinity: silence, or nothing came. */
  loudness(ms: number): number {
    const packets = this.#since(ms);
    const power = packets.flatMap(({ samples }) => [...samples]).reduce((sum, sample) => sum + sample * sample, 0);
    const expected = (ms / PACKET_MS) * PACKET_SAMPLES;
    return 10 * Math.log10(power / expected / (FULL_SCALE * FULL_SCALE));
  }

  #since(ms: number): Heard[] {
    const from = this.#now() - ms;
    return this.#heard.filter(({ at }) => at >= from);
  }

  /** Neighbouring packets put together; where one is missing, no window spans the gap. */
  #windows(ms: number): readonly Int16Array[] {
    const windows: Int16Array[] = [];
    let first: Heard | null = null;
    for (const packet of this.#since(ms)) {
      if (first === null || (first.timestamp + first.samples.length) >>> 0 !== packet.timestamp) {
        first = packet;
        continue;
      }
      windows.push(Int16Array.of(...first.samples, ...packet.samples));
      first = null;
    }
    return windows;
  }
}
