import type { TerminalArguments } from '../arguments.js';
import { playDay } from './day.js';
import type { Backing } from './stage/backing.js';
import { openRealBacking } from './stage/real-backing.js';
import { DAY_BEGINS, openSimulatedBacking } from './stage/simulated-backing.js';
import { SimulatedTime } from './stage/simulated-time.js';
import { coloursFor, wantsColours } from './timeline/colours.js';
import { Timeline } from './timeline/timeline.js';

export interface DayRun {
  readonly given: TerminalArguments;
  /** Where the scripts of the PBX are. */
  readonly scripts: string;
  /** Its abortion breaks the day off. */
  readonly interruption: AbortController;
  readonly print: (line: string) => void;
}

function open({ given, scripts, interruption }: DayRun): Backing | Promise<Backing> {
  const { exchange, pace } = given;
  if (exchange === 'asterisk') return openRealBacking({ scripts, interruption });
  return openSimulatedBacking(new SimulatedTime(DAY_BEGINS, pace, interruption.signal));
}

/** Plays the day. @throws Unexpected if it does not go as its script says; Interrupted, PbxUnavailable */
export async function runDay(run: DayRun): Promise<void> {
  const { given, interruption, print } = run;
  const colours = coloursFor(wantsColours(process.stdout.isTTY, process.env));
  try {
    const backing = await open(run);
    try {
      await playDay({ timeline: new Timeline(print, colours), backing, lose: given.lose });
    } finally {
      await backing.close();
    }
  } catch (error) {
    // An interrupted day may fail in any way.
    interruption.signal.throwIfAborted();
    throw error;
  }
}
