import { SimulatedClock } from 'xstate';
import type { Steppable } from '../../../adapters/simulator/index.js';
import { Unexpected } from '../unexpected.js';
import { seconds, type Time } from './time.js';

const DAY = 86_400_000;
/** Longest step: the agents' own deadlines are unknown to the call centre. */
const STEP = 1000;
const PATIENCE = seconds(90);

/** `09:30` on the day of `now`, as epoch ms. */
function momentOf(moment: string, now: number): number {
  const [hours = 0, minutes = 0] = moment.split(':').map(Number);
  return now - (now % DAY) + (hours * 60 + minutes) * 60_000;
}

/** A clock that goes from one thing that happens to the next. It knows no time zones. */
export abstract class ScriptTime implements Time {
  readonly clock = new SimulatedClock();
  /** The call centre that runs on this clock. */
  centre: Steppable | null = null;
  /** Called when all of a step has happened. */
  onStep: () => void = () => undefined;

  constructor(start: number) {
    this.clock.set(start);
  }

  now(): number {
    return this.clock.now();
  }

  timeOfDay(): string {
    return new Date(this.now()).toISOString().slice(11, 19);
  }

  async comeTo(moment: string): Promise<void> {
    const wait = momentOf(moment, this.now()) - this.now();
    if (wait < 0) throw new Unexpected(`It is ${this.timeOfDay()}, too late for what begins at ${moment}.`);
    await this.pass(wait);
  }

  async pass(ms: number): Promise<void> {
    await this.until(() => false, ms);
  }

  async until(isSo: () => boolean, patience = PATIENCE): Promise<boolean> {
    const end = this.now() + patience;
    const wait = this.waitsForOneStretch();
    for (;;) {
      await this.settled();
      this.onStep();
      if (isSo()) return true;
      if (this.now() >= end) return false;
      const step = this.#nextStep(end);
      await wait(step);
      this.clock.increment(step);
    }
  }

  /** Everything that a step has set off has happened, promises included. @throws whatever ends the day */
  protected abstract settled(): Promise<void>;

  /** Waits before each step, of so many ms on the clock, of one stretch of time. @throws whatever ends the day */
  protected abstract waitsForOneStretch(): (step: number) => Promise<void>;

  #nextStep(end: number): number {
    const now = this.now();
    const next = this.centre?.nextDeadline() ?? end;
    return Math.max(0, Math.min(next, end, now + STEP) - now);
  }
}
