import { describe, expect, test } from '@jest/globals';
import { createSobotAgent } from '../../adapters/sobot/index.js';
import { assertAgent, checkAgent, type CheckOptions, type Invariant, type MakeSdk } from '../../adapters/testing/index.js';
import { figures } from '../../adapters/testing/check/check-report.js';
import { BROKEN_AGENTS, BROKEN_SDKS } from '../support/broken-agents.js';

const guarded: MakeSdk = (sdk, { clock, storage }) => createSobotAgent(sdk, { clock, storage });

/** How a step begins, whoever takes it. */
const A_STEP = /^(agent \d+|customer \d+|supervisor \d+|network|in a rush|the (computer|clock|phone) of agent \d+|\d+ s pass)/;

const SMALL: CheckOptions = { seed: 5, runs: 800, maxSteps: 30, races: false };

describe('a planted defect is found, told in words, and replayed: an agent that', () => {
  test.each(Object.entries(BROKEN_AGENTS))(
    '%s',
    async (_name, makeSdk) => {
      const { ok, failure } = await checkAgent(makeSdk, SMALL);
      expect(ok).toBe(false);
      const { steps, who, expected, seen, words, replay } = failure!;
      expect(who).toMatch(/^(agent \d+|a page)$/);
      for (const step of steps) expect(step).toMatch(A_STEP);
      // Shrunk: a person can follow it.
      expect(steps.length).toBeLessThanOrEqual(8);
      for (const part of [...steps, who, expected, seen, replay]) expect(words).toContain(part);

      const again = await checkAgent(makeSdk, { replay });
      expect(again.failure).toEqual(failure);
      // It is the defect that fails, not the sequence.
      expect((await checkAgent(guarded, { replay })).failure).toBeNull();
    },
    180_000,
  );
});

describe('a planted defect is found from outside alone: an SDK object that', () => {
  test.each(Object.entries(BROKEN_SDKS))(
    '%s',
    async (_name, makeSdk) => {
      const { failure } = await checkAgent(makeSdk, SMALL);
      expect(failure).not.toBeNull();
      expect((await checkAgent(makeSdk, { replay: failure!.replay })).failure).toEqual(failure);
    },
    180_000,
  );

  test('has none: the simulated one itself, of which nothing more is expected', async () => {
    const report = await checkAgent((sdk) => sdk, { seed: 1, runs: 20, races: false });
    expect(report.failure).toBeNull();
    expect(report).toMatchObject({ sequences: 20, coverage: null, compared: 0 });
  }, 60_000);
});

describe('what is checked', () => {
  test("may be an invariant of the integrator's own", async () => {
    const neverMuted: Invariant = {
      name: 'nobody is ever muted',
      meaning: 'In this house, microphones stay open.',
      source: 'a house rule',
      ofState: ({ muted }) => (muted ? 'muted is true' : null),
    };
    const { failure } = await checkAgent(guarded, { ...SMALL, extraInvariants: [neverMuted] });
    expect(failure).toMatchObject({ expected: 'nobody is ever muted', seen: 'muted is true' });
    expect(failure!.words).toContain('mute');
  }, 120_000);

  test('is counted, sequence by sequence', async () => {
    const progress: number[] = [];
    const report = await checkAgent(guarded, {
      runs: 5,
      seed: 2,
      endWithRegain: 1,
      races: false,
      onProgress: ({ sequences }) => void progress.push(sequences),
    });
    expect(progress).toEqual([1, 2, 3, 4, 5]);
    expect(report).toMatchObject({ ok: true, sequences: 5, regained: 5, failure: null });
    expect(report.steps).toBeGreaterThan(0);
    expect(report.compared).toBeGreaterThan(0);
    expect(String(report)).toMatch(/^Nothing was wrong\.\n\n5 sequences \(5 ended with a regain\), \d+ steps/);
  }, 60_000);

  test('is the same for the same seed', async () => {
    const [one, other] = [
      await checkAgent(guarded, { runs: 8, seed: 9, races: false }),
      await checkAgent(guarded, { runs: 8, seed: 9, races: false }),
    ];
    const timeless = { seconds: 0, cpuSeconds: 0, toString: 0 };
    expect({ ...one, ...timeless }).toEqual({ ...other, ...timeless });
  }, 60_000);

  test('says how many steps a CPU second has, or a second where nobody tells of CPU time', async () => {
    const begun = process.cpuUsage();
    const report = await checkAgent(guarded, { runs: 3, seed: 2, races: false });
    const { user, system } = process.cpuUsage(begun);
    expect(report.cpuSeconds).toBeGreaterThan(0);
    expect(report.cpuSeconds).toBeLessThanOrEqual((user + system) / 1e6);
    const [, steps, told] = /, (\d+) steps, [\d.]+ s, (\d+) steps per CPU second$/m.exec(String(report)) ?? [];
    expect(Number(told)).toBe(Math.round(Number(steps) / report.cpuSeconds!));
    const inBrowser = figures({ ...report, steps: 300, seconds: 1.5, cpuSeconds: null });
    expect(inBrowser).toMatch(/, 300 steps, 1\.5 s, 200 steps per second$/m);
  }, 60_000);

  test('is also what happens when callbacks, events and deadlines cross', async () => {
    const healthy = await checkAgent(guarded, { runs: 1, seed: 1 });
    expect(healthy).toMatchObject({ ok: true, races: { isPassed: true } });
    expect(String(healthy)).toMatch(/\n69 races, \d+ orders\n/);
    // No sequence at all would find it: a state is told too early for anybody to look.
    const hasty: MakeSdk = (sdk, world) => {
      const agent = guarded(sdk, world);
      return {
        ...agent,
        hangup: (parameters) => {
          void agent.hangup?.(parameters);
          return Promise.resolve();
        },
      };
    };
    const report = await checkAgent(hasty, { runs: 1, maxSteps: 1, seed: 1 });
    expect(report.ok).toBe(false);
    expect(String(report)).toMatch(/hangup/);
  }, 120_000);

  test('leaves the network alone, if asked for', async () => {
    const report = await checkAgent(guarded, { runs: 20, seed: 4, faults: false, races: false });
    expect(report.ok).toBe(true);
    expect(report.journal.some(({ what }) => what.kind === 'injected')).toBe(false);
    // Nothing is lost, so the model can follow most of it.
    expect(report.foreseen / report.rests).toBeGreaterThan(0.4);
  }, 60_000);
});

describe('assertAgent', () => {
  test('throws the failing sequence in words', async () => {
    const broken = BROKEN_AGENTS['shows a break as do not disturb']!;
    await expect(assertAgent(broken, SMALL)).rejects.toThrow(/Wrong after .*expected: login break.*--replay 3,5,30,f50,/s);
  }, 60_000);

  test('resolves with the report where nothing is wrong', async () => {
    expect(await assertAgent(guarded, { runs: 2, seed: 1 })).toMatchObject({ ok: true, sequences: 2 });
  }, 60_000);
});

test.each<[object, string]>([
  [{ runs: 0 }, 'runs must be a whole number from 1 to 10000000'],
  [{ maxSteps: 1.5 }, 'maxSteps must be a whole number from 1 to 1000'],
  [{ seed: 'x' }, 'seed must be a whole number from -2147483648 to 2147483647'],
  [{ endWithRegain: 2 }, 'endWithRegain must be a number from 0 to 1'],
  [{ faults: 'no' }, 'faults must be true or false'],
  [
    { extraInvariants: [{ name: 'checks nothing' }] },
    'extraInvariants must be a list of invariants, each with a name and at least one check',
  ],
  [{ run: 5 }, 'run is not an option; these are runs, maxSteps'],
  [{ replay: 'anything' }, 'replay must be the replay string of a failure, such as'],
  [{ replay: '9,1,60,f50,0:1,A:B' }, 'is of another version (9)'],
])('a bad option is refused, with what is allowed: %j', async (options, problem) => {
  await expect(checkAgent(guarded, options as CheckOptions)).rejects.toThrow(TypeError);
  await expect(checkAgent(guarded, options as CheckOptions)).rejects.toThrow(problem);
});
