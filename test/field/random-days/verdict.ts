import { playDay, type PlayedDay } from './play-day.js';

/** Days that are told line by line; of the others, how they are played again. */
const TOLD = 2;

function inWords({ seed, wrong, journal }: PlayedDay): string {
  return `${journal}\nDay ${seed} is wrong: ${wrong.join('; ')}\nAgain: RANDOM_DAY=${seed} npm test -- test/field/random-days`;
}

/** Plays the days of these seeds. What has gone wrong on them, in plain words; empty: nothing. */
export async function failuresOf(from: number, count: number, told: (done: number) => void = () => undefined): Promise<readonly string[]> {
  const failures: PlayedDay[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    const day = await playDay(seed);
    if (day.wrong.length > 0) failures.push(day);
    told(seed - from + 1);
  }
  const shortestFirst = failures.sort((one, other) => one.journal.length - other.journal.length);
  return shortestFirst.map((day, index) => (index < TOLD ? inWords(day) : `Day ${day.seed} is wrong, too: ${day.wrong.join('; ')}`));
}
