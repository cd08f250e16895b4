import { isDeepStrictEqual } from 'node:util';
import { ComputerClock } from './computer-clock.js';
import type { Day, PageName, Sight } from './day.js';
import { isOfTheComputer, startOf, type Door, type OfTheComputer } from './doors/door.js';
import { ScriptedSdkDoor } from './doors/scripted-sdk-door.js';
import { Page } from './page.js';

/** The page has shown something else than it must. */
export interface Departure {
  readonly at: number;
  readonly because: string;
  readonly expected: Sight;
  /** The same of what is expected, as it was shown. */
  readonly shown: Sight;
}

function befall(clock: ComputerClock, moment: OfTheComputer): void {
  if ('clock' in moment) clock.set(moment.by);
  else clock.sleep(moment.for);
}

/** Plays a day; where a page shows something else than it must, and what. The door is closed afterwards. */
export async function play(day: Day, door: Door = new ScriptedSdkDoor()): Promise<readonly Departure[]> {
  const { moments, options } = day;
  const clock = new ComputerClock(startOf(day));
  const pages = new Map<PageName, Page>();
  const departures: Departure[] = [];
  for (const [index, moment] of moments.entries()) {
    await clock.passTo(moment.at);
    if (isOfTheComputer(moment)) {
      befall(clock, moment);
      continue;
    }
    const { page: name = 'first' } = moment;
    const page = pages.get(name) ?? (await Page.open(name, door, clock, options));
    pages.set(name, page);
    await door.reaches(moment, index);
    await page.lives(moment);
    await door.settles();
    if (!('shows' in moment)) continue;
    const { at, because, shows: expected } = moment;
    const shown = page.sight(expected);
    if (!isDeepStrictEqual(shown, expected)) departures.push({ at, because, expected, shown });
  }
  for (const page of pages.values()) page.closes();
  await door.closes();
  return departures;
}
