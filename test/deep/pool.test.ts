import { describe, expect, test } from '@jest/globals';
import type { Job, Outcome } from './job.js';
import { Pool } from './pool.js';

const FILE = new URL('support/odd-worker.mjs', import.meta.url);

function jobs(...names: readonly string[]): readonly Job[] {
  return names.map((name) => ({ kind: 'walk', walk: 'the walk, all lanes in flight', name }));
}

async function run(
  given: readonly Job[],
  workers: number,
): Promise<{ readonly outcomes: Record<string, Outcome>; readonly news: readonly string[] }> {
  const outcomes: Record<string, Outcome> = {};
  const news: string[] = [];
  const pool = new Pool({
    file: FILE,
    workers,
    longestSilence: 5000,
    ended: ({ name }, outcome) => {
      outcomes[name] = outcome;
    },
    news: ({ name }, { progress }) => news.push(`${name}: ${progress ?? ''}`),
  });
  await pool.run(given);
  return { outcomes, news };
}

const FINE: Outcome = { wrong: [], done: 'all' };

describe('jobs in worker threads', () => {
  test.each([1, 2, 5])(
    'are all done by %i workers, and each is told of',
    async (workers) => {
      const { outcomes, news } = await run(jobs('one', 'fails', 'another'), workers);
      expect(outcomes).toEqual({ one: FINE, fails: { wrong: ['it fails'], done: 'all' }, another: FINE });
      expect([...news].sort()).toEqual(['another: half', 'fails: half', 'one: half']);
    },
    20_000,
  );

  test.each([
    ['throws', 'thrown by the job'],
    ['exits', 'exit code 3'],
    ['hangs', 'it has said nothing for 5 s'],
  ])(
    'a worker that %s fails its job only',
    async (name, words) => {
      const { outcomes } = await run(jobs('one', name, 'another'), 1);
      expect(outcomes).toEqual({ one: FINE, another: FINE, [name]: { wrong: [expect.stringContaining(words)], done: 'not done' } });
    },
    20_000,
  );

  test('are taken from a list without end until the pool is stopped', async () => {
    let count = 0;
    function* endless(): Generator<Job> {
      for (;;) yield { kind: 'walk', walk: 'the walk, all lanes in flight', name: `${(count += 1)}` };
    }
    const pool = new Pool({
      file: FILE,
      workers: 2,
      ended: () => {
        if (count >= 10) void pool.stop();
      },
    });
    await pool.run(endless());
    expect(count).toBeGreaterThanOrEqual(10);
    expect(count).toBeLessThan(20);
  }, 20_000);
});
