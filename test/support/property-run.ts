import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createSobotAgent } from '../../adapters/sobot/index.js';
import { checkAgent } from '../../adapters/testing/index.js';

/** How many sequences are run in all; as many as a night allows, if asked for. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 5000);
/** The same seed, the same sequences: what fails in CI fails at home. */
const SEED = Number(process.env['PROPERTY_SEED'] ?? 20_260_412);

/** A worker each. */
const PARTS = 2;

/** A night has other limits. */
const LONGEST = Math.max(900_000, RUNS * 1000);

/** What one part has missed, where the other part of the same run finds it: the process above is the same. */
const MISSED = join(tmpdir(), `switchhook-property-${process.ppid}`);

/** What no part of the run has met; null: the other part is not over yet, and will ask. */
function missedByAll(part: number, missed: readonly string[]): readonly string[] | null {
  mkdirSync(MISSED, { recursive: true });
  writeFileSync(join(MISSED, `${part}.json`), JSON.stringify(missed));
  const parts = readdirSync(MISSED).map((file) => JSON.parse(readFileSync(join(MISSED, file), 'utf8')) as readonly string[]);
  if (parts.length < PARTS) return null;
  rmSync(MISSED, { recursive: true });
  return missed.filter((pair) => parts.every((other) => other.includes(pair)));
}

/** One part of the random sequences that the guarded agent must survive. */
export function propertyRun(part: number): void {
  test('random sequences with faults: pages, call centre and model agree, and all that can meet has met', async () => {
    const report = await checkAgent((sdk, { clock, storage }) => createSobotAgent(sdk, { clock, storage }), {
      runs: Math.ceil(RUNS / PARTS),
      seed: SEED + part,
      endWithRegain: 0.52,
      // They have tests of their own.
      races: false,
    });
    process.stdout.write(`random sequences, part ${part + 1} of ${PARTS} (seed ${SEED + part}): ${String(report)}\n`);
    expect(report.failure?.words ?? null).toBeNull();
    expect(report.regained * 2).toBeGreaterThanOrEqual(report.sequences);
    // A model that doubts everything would find nothing.
    expect(report.foreseen / report.rests).toBeGreaterThan(0.15);
    // Fewer sequences than in CI need not meet everything.
    if (RUNS < 5000) return;
    const { commands, events } = report.coverage!;
    expect(Math.min(commands.reachable, events.reachable)).toBeGreaterThan(1000);
    const missing = missedByAll(part, [...commands.missing, ...events.missing]);
    if (missing !== null) expect(missing).toEqual([]);
  }, LONGEST);
}
