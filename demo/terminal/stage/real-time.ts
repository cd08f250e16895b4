import { setTimeout as sleep } from 'node:timers/promises';
import type { AgentClock } from '../../../adapters/sobot/index.js';
import type { Clock } from '../../../adapters/simulator/index.js';
import { seconds, type Time } from './time.js';

/** How often it is looked whether something has happened, in ms. */
const LOOK = 10;
/** Between two scenes, in ms. */
const BREATH = 250;
/** The times that people take in the script are cut to a tenth, and to at most this, in ms. */
const SHARE = 10;
const LONGEST_WAIT = 250;
const PATIENCE = seconds(30);

/** The platform's clock. The switch takes its time; the times of people are cut short. */
export class RealTime implements Time {
  readonly clock: AgentClock & Clock = {
    now: () => Date.now(),
    setTimeout: (callback: () => void, ms: number) => setTimeout(callback, ms),
    clearTimeout: (handle: unknown) => {
      clearTimeout(handle as NodeJS.Timeout);
    },
  };
  readonly #signal: AbortSignal;
  onStep: () => void = () => undefined;

  /** @param signal ends whatever is waited for, with its reason */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  now(): number {
    return Date.now();
  }

  /** In the zone of this machine. */
  timeOfDay(): string {
    return new Date().toTimeString().slice(0, 8);
  }

  async comeTo(_moment: string): Promise<void> {
    await this.until(() => false, BREATH);
  }

  async pass(ms: number): Promise<void> {
    await this.until(() => false, Math.min(ms / SHARE, LONGEST_WAIT));
  }

  async until(isSo: () => boolean, patience = PATIENCE): Promise<boolean> {
    for (const end = this.now() + patience; ;) {
      this.#signal.throwIfAborted();
      this.onStep();
      if (isSo()) return true;
      if (this.now() >= end) return false;
      await sleep(LOOK);
    }
  }
}
