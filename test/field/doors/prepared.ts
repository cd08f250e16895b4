import type { PreparedDay, PreparedMoment } from '../../../adapters/simulator/index.js';
import type { Day, Moment, PageName } from '../day.js';
import { attributesOf, isOfTheComputer, isOfTheService, startOf } from './door.js';

/** Moments at the same time come in the order in which they are written down: each this much later, in ms; exact beside an epoch time. */
const APART = 2 ** -8;

/** Ms since the day began at which its moment number `index` comes. */
export function timeOf(day: Day, index: number): number {
  return (day.moments[index] as Moment).at - startOf(day) + index * APART;
}

/** The service's acts of the day, for the pages in the order in which they are opened. */
export function preparedDayOf(day: Day): PreparedDay {
  const numbers = new Map<PageName, number>();
  let opened = 0;
  const opens = (page: PageName): void => {
    opened += 1;
    numbers.set(page, opened);
  };
  return day.moments.flatMap((moment, index): readonly PreparedMoment[] => {
    if (isOfTheComputer(moment)) return [];
    const { page: name = 'first' } = moment;
    if (!numbers.has(name) || 'reload' in moment) opens(name);
    if (!isOfTheService(moment)) return [];
    const when = { at: timeOf(day, index), page: numbers.get(name) as number };
    if ('service' in moment) return [{ ...when, message: { messageID: moment.service, ...attributesOf(moment) } }];
    if ('accepts' in moment) return [{ ...when, accepts: moment.accepts, result: { ...moment.result } }];
    return [{ ...when, refuses: moment.refuses, failure: { ...moment.failure } }];
  });
}
