import type { Stage } from '../stage/stage.js';

/** A part of the day. */
export interface Scene {
  /** When it begins on the simulated clock, as `09:30`; null: right after the one before. */
  readonly at: string | null;
  readonly title: string;
  /** The things to be seen in it, in words. */
  readonly about: string;
  /** The differences on a real switch. Default: none. */
  readonly onRealSwitch?: string;
  play(stage: Stage): Promise<void>;
}
