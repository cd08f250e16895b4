import type { Recording } from '../../../src/recorder/index.js';
import type { Filtered } from './filtered.js';

/** Which step is looked at: always the newest, or one of the past. */
export class Playback {
  readonly #recorder: Recording;
  readonly #filtered: Filtered;
  #step: number | null = null;

  constructor(recorder: Recording, filtered: Filtered) {
    this.#recorder = recorder;
    this.#filtered = filtered;
  }

  /** Whether the newest step is looked at, whichever that is. */
  get isLive(): boolean {
    return this.#step === null;
  }

  /** The step looked at; one that the recorder has forgotten gives way to the oldest that is left. */
  get step(): number {
    const { first, last } = this.#recorder;
    return this.#step === null ? last : Math.max(first, this.#step);
  }

  /** Stays at what is looked at now. */
  pause(): void {
    this.#step = this.step;
  }

  goLive(): void {
    this.#step = null;
  }

  goTo(step: number): void {
    this.#step = Math.min(this.#recorder.last, Math.max(this.#recorder.first, step));
  }

  /** Goes so many steps on, or back, among those that pass the filter. */
  move(by: number): void {
    const filtered = this.#filtered;
    if (filtered.length === 0) return;
    const here = filtered.indexOf(this.step);
    // Between two steps that pass, one step back is the one before.
    const from = filtered.step(here) === this.step || by > 0 ? here : here + 1;
    const to = Math.min(filtered.length - 1, Math.max(0, from + by));
    this.goTo(filtered.step(to) ?? this.step);
  }
}
