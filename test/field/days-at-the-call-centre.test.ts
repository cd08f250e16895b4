import { describe, expect, test } from '@jest/globals';
import type { Day } from './day.js';
import { DAYS } from './days/index.js';
import { CentreDoor } from './doors/centre-door.js';
import { KNOWN_FAILURES } from './known-failures.js';
import { play } from './play.js';

const days = Object.entries<Day>(DAYS)
  .filter(([name]) => !(name in KNOWN_FAILURES))
  .map(([, day]) => day);

describe('a day in the field, played by the simulated call centre', () => {
  test.each(days)('in memory: $name', async (day) => {
    expect(await play(day, await CentreDoor.open(day, false))).toEqual([]);
  });

  test.each(days)(
    'over the socket: $name',
    async (day) => {
      expect(await play(day, await CentreDoor.open(day, true))).toEqual([]);
    },
    20_000,
  );
});
