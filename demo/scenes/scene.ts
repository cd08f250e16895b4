import type { Stage } from '../stage/stage.js';

/** A part of the day. */
export interface Scene {
  /** When it begins on the simulated clock, as `09:30`; null: right after the one before. */
  readonly at: string | null;
  readonly title: string;
  /** What is to be seen in it. */
  readonly about: string;
  /** What is different on a real switch. Default: nothing. */
  readonly onRealSwitch?: string;
  play(stage: Stage): Promise<void>;
}
