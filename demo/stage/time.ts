import type { AgentClock } from '../../adapters/sobot/index.js';
import type { Clock } from '../../adapters/simulator/index.js';

/** The time of the day, as the script has it. On a real switch it would be the real one. */
export interface Time {
  /** For the call centre and the agents. */
  readonly clock: AgentClock & Clock;
  now(): number;
  /** Lets so many ms pass. */
  pass(ms: number): Promise<void>;
  /** Lets time pass until it is so, at most `patience` ms. @returns whether it is so */
  until(isSo: () => boolean, patience: number): Promise<boolean>;
}

const DAY = 86_400_000;

export const seconds = (count: number): number => count * 1000;

/** `09:30` on the day of `now`, as epoch ms. */
export function momentOf(timeOfDay: string, now: number): number {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  return now - (now % DAY) + (hours * 60 + minutes) * 60_000;
}

/** `09:30:00`; the day's clock knows no time zones. */
export function timeOfDay(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}
