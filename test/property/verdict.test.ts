import { beforeAll, describe, expect, test } from '@jest/globals';
import { checkAgent } from '../../adapters/testing/index.js';
import { BROKEN_AGENTS } from '../support/broken-agents.js';
import { replayOf, runSeed, type SeedRun } from './run-seed.js';
import { wrongInAll, wrongInSeed } from './verdict.js';

const makeSdk = BROKEN_AGENTS['loses the end of calls']!;

describe('sequences of an agent that loses the end of calls', () => {
  let run: SeedRun;
  beforeAll(async () => {
    run = await runSeed(3, 12, { makeSdk });
  }, 60_000);

  const listed = () => run.failures.map(({ seed, sequence, replay }) => ({ seed, sequence, replay, scene: 'a scene' }));

  test('each have a verdict of their own: the first that fails is not the last', () => {
    expect(run.sequences).toBe(12);
    expect(run.failures.length).toBeGreaterThan(2);
    expect(run.failures.length).toBeLessThan(12);
  });

  test('are those that checkAgent runs with this seed', async () => {
    const { failure } = await checkAgent(makeSdk, { seed: 3, runs: 12, endWithRegain: 0.52, shrink: false });
    const [first] = run.failures;
    expect(failure).toMatchObject({ path: String(first!.sequence) });
    expect(first!.words).toContain(failure!.seen);
  }, 60_000);

  test('can each be run again by its replay string', async () => {
    const last = run.failures.at(-1)!;
    const { failure } = await checkAgent(makeSdk, { replay: last.replay });
    expect(last.words).toContain(`seen:     ${failure!.seen}`);
  }, 60_000);

  test('are wrong as long as they are not listed, and told with their replay strings', () => {
    const wrong = wrongInSeed(run, []);
    expect(wrong).toHaveLength(run.failures.length);
    expect(wrong[0]).toContain('expected: ');
    for (const [index, { replay }] of run.failures.entries()) expect(wrong[index]).toContain(`--replay ${replay}`);
  });

  test('are known when they are listed, and only those', () => {
    expect(wrongInSeed(run, listed())).toEqual([]);
    expect(wrongInSeed(run, listed().slice(1))).toEqual([run.failures[0]!.words]);
  });

  test('must be listed with the seed they belong to', () => {
    const elsewhere = listed().map((known) => ({ ...known, seed: 4 }));
    expect(wrongInSeed(run, elsewhere)).toHaveLength(run.failures.length);
  });

  test('are wrong when they are listed and no longer fail', () => {
    const passing = [...Array(12).keys()].find((sequence) => !run.failures.some((failure) => failure.sequence === sequence))!;
    const tooMany = [...listed(), { seed: 3, sequence: passing, replay: replayOf(3, passing), scene: 'the customer rings twice' }];
    expect(wrongInSeed(run, tooMany)).toEqual([
      `Sequence ${passing} of seed 3 no longer fails: take it off the list of known failures (the customer rings twice).`,
    ]);
  });

  test('are not asked for beyond what was run', () => {
    expect(wrongInSeed(run, [...listed(), { seed: 3, sequence: 12, replay: replayOf(3, 12), scene: '' }])).toEqual([]);
  });

  test('are wrong when they are listed under the replay string of another', () => {
    const [first, ...others] = listed();
    expect(wrongInSeed(run, [{ ...first!, replay: '1,4,60,f52,0,:' }, ...others])).toEqual([
      expect.stringContaining('and listed as 1,4,60,f52,0,:'),
    ]);
  });
});

describe('all seeds together', () => {
  const run: SeedRun = {
    seed: 1,
    sequences: 100,
    steps: 3000,
    regained: 50,
    rests: 1000,
    foreseen: 151,
    failures: [],
    reachable: { commands: 1001, events: 1001 },
    missing: ['work.idle × answer', 'work.acw × answer'],
  };

  test('must have met all that can meet', () => {
    const other = { ...run, missing: ['work.acw × answer', 'work.acw × hangup'] };
    expect(wrongInAll([run, other])).toEqual(['Never met: work.acw × answer']);
    expect(wrongInAll([run, other, { ...run, missing: [] }])).toEqual([]);
  });

  test.each([
    ['half of the sequences end with a regain', { regained: 49 }],
    ['more than 15 of 100 outcomes are foreseen', { foreseen: 150 }],
    ['more than 1,000 pairs', { reachable: { commands: 1001, events: 1000 } }],
  ])('must show that %s', (words, change) => {
    expect(wrongInAll([{ ...run, missing: [] }])).toEqual([]);
    expect(wrongInAll([{ ...run, missing: [], ...change }])).toEqual([expect.stringContaining(words)]);
  });
});
