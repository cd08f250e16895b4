import { isDeepStrictEqual } from 'node:util';
import { turns } from '../support/bench/index.js';
import { ComputerClock } from './computer-clock.js';
import type { Day, PageName, Sight } from './day.js';
import { Page } from './page.js';

/** The page has shown something else than it must. */
export interface Departure {
  readonly at: number;
  readonly because: string;
  readonly expected: Sight;
  /** The same of what is expected, as it was shown. */
  readonly shown: Sight;
}

/** Plays a day; where a page shows something else than it must, and what. */
export async function play({ moments, options }: Day): Promise<readonly Departure[]> {
  const clock = new ComputerClock(Math.min(0, moments[0]?.at ?? 0));
  const names = new Set<PageName>(moments.map(({ page = 'first' }) => page));
  const pages = new Map([...names].map((name) => [name, new Page(clock, options)]));
  const departures: Departure[] = [];
  for (const moment of moments) {
    const page = pages.get(moment.page ?? 'first')!;
    await clock.passTo(moment.at);
    if ('clock' in moment) clock.set(moment.by);
    if ('computer' in moment) clock.sleep(moment.for);
    page.lives(moment);
    await turns();
    if (!('shows' in moment)) continue;
    const { at, because, shows: expected } = moment;
    const shown = page.sight(expected);
    if (!isDeepStrictEqual(shown, expected)) departures.push({ at, because, expected, shown });
  }
  for (const page of pages.values()) page.closes();
  return departures;
}
