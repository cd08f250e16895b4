import type { AgentClock } from '../../../adapters/sobot/index.js';
import type { Clock } from '../../../adapters/simulator/index.js';

/** The time of the day: on the simulated switch that of the script, on a real one the real one. */
export interface Time {
  /** For the call centre and the agents. */
  readonly clock: AgentClock & Clock;
  /** Called when something may have happened. */
  onStep: () => void;
  now(): number;
  /** `09:30:00`. */
  timeOfDay(): string;
  /** Goes on to what the script begins at `09:30`. @throws Unexpected if it is too late for that */
  comeTo(moment: string): Promise<void>;
  /** Lets so many ms of the script pass. */
  pass(ms: number): Promise<void>;
  /**
   * Lets time pass until it is so.
   *
   * @param patience ms at most; default: longer than any command may be in flight, and any phone may ring
   * @returns whether it is so
   */
  until(isSo: () => boolean, patience?: number): Promise<boolean>;
}

export const seconds = (count: number): number => count * 1000;
