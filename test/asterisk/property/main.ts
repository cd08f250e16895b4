import { fileURLToPath } from 'node:url';
import { PbxUnavailable } from '../../../adapters/asterisk/pbx/install-pbx.js';
import { failureInWords } from '../../../adapters/testing/check/failure-words.js';
import { timelineOf } from '../../../adapters/testing/timeline/timeline.js';
import { Counts } from './counts.js';
import { play, sequencesOf, type Sequence, type Wrong } from './play.js';
import type { Report } from './real-world.js';
import { openPropertySwitch, type PropertySwitch } from './property-switch.js';

function numberFrom(name: string, otherwise: number): number {
  const value = Number(process.env[name] ?? otherwise);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} must be a whole number from 1.`);
  return value;
}

const RUNS = numberFrom('PBX_PROPERTY_RUNS', 200);
const SEED = numberFrom('PBX_PROPERTY_SEED', 20_261_123);
/** How many floors are played at once, each on a PBX of its own. */
const FLOORS = numberFrom('PBX_PROPERTY_FLOORS', 4);

// This file runs as a bundle in `.tmp/`.
const SCRIPTS = fileURLToPath(new URL('../adapters/asterisk/pbx/', import.meta.url));
const CONF = fileURLToPath(new URL('../test/asterisk/property/conf/', import.meta.url));

/** Such as `--replay 20261123:17`. */
function toBePlayed(argv: readonly string[]): readonly Sequence[] {
  const [option, text = ''] = argv;
  if (option === undefined) return sequencesOf(SEED, RUNS);
  const [, seed, path] = /^(\d+):(\d+)$/.exec(text) ?? [];
  if (option !== '--replay' || path === undefined) throw new Error('usage: npm run test:pbx:property [-- --replay SEED:PATH]');
  return sequencesOf(Number(seed), Number(path) + 1).slice(-1);
}

function inWords({ sequence: { seed, index }, finding: { who, expected, seen }, journal }: Wrong): string {
  return failureInWords({ who, expected, seen, journal, replay: `${seed}:${index}`, command: 'npm run test:pbx:property --' });
}

/** `1.203 s: the switch reports released …`: since the sequence began. */
const inWordsAt =
  (begun: number) =>
  ({ at, event: { type, ...more } }: Report): string =>
    `${((at - begun) / 1000).toFixed(3)} s: the switch reports ${type} ${JSON.stringify(more)}`;

const given = process.argv.slice(2);
const isReplay = given.length > 0;
const sequences = toBePlayed(given);
const counts = new Counts();
const waiting = [...sequences];
let wrongs = 0;

async function playThem(pbx: PropertySwitch): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { wrong, journal, reports } = await play(next, pbx, counts);
    if (wrong !== null) {
      wrongs += 1;
      console.log(`${inWords(wrong)}\n`);
    }
    if (isReplay) console.log([...timelineOf(journal), '', ...reports.map(inWordsAt(journal[0]?.at ?? 0)), ''].join('\n'));
    else if (counts.sequences % 20 === 0) console.log(`${counts.sequences} sequences, ${counts.seconds.toFixed(0)} s`);
  }
}

async function playOnAPbx(): Promise<void> {
  const pbx = await openPropertySwitch({ scripts: SCRIPTS }, CONF);
  try {
    await playThem(pbx);
  } finally {
    await pbx.stop();
  }
}

try {
  await Promise.all(Array.from({ length: Math.min(FLOORS, sequences.length) }, playOnAPbx));
  console.log(`${wrongs === 0 ? 'Nothing was wrong.' : `${wrongs} sequences have shown something wrong.`}\n${String(counts)}`);
  process.exitCode = wrongs === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof PbxUnavailable)) throw error;
  console.log(`Without the real switch: ${error.message}`);
  process.exitCode = process.env['CI'] === undefined ? 0 : 1;
}
