import fc from 'fast-check';
import type { Exchange, FloorOptions } from '../../../adapters/simulator/index.js';
import { createSobotAgent } from '../../../adapters/sobot/index.js';
import type { MakeSdk } from '../../../adapters/testing/index.js';
import { invariants } from '../../../adapters/testing/index.js';
import { runSequence } from '../../../adapters/testing/check/run-sequence.js';
import { anyStep, settings, type Settings } from '../../../adapters/testing/check/sequence.js';
import { Finding } from '../../../adapters/testing/floor/finding.js';
import { COLLEAGUES, PLAIN_HOUSE } from '../../../adapters/testing/floor/house.js';
import type { Entry, Journal } from '../../../adapters/testing/floor/journal.js';
import type { Step } from '../../../adapters/testing/steps/step.js';
import type { Counts } from './counts.js';
import { UsesOwnPhone } from './own-phone.js';
import type { PropertySwitch } from './property-switch.js';
import { RealWorld, type Report } from './real-world.js';

/** How many times shorter everything is that people and networks take their time for. */
const HASTE = 8;
/** In a sequence. */
const MOST_STEPS = 30;
/** Of a hundred sequences. */
const END_WITH_REGAIN = 50;

/** How long everything may take to come to rest, in ms. */
const PATIENCE = 12_000;

/** Deadlines of commands, in ms: longer than anybody lets a phone ring. */
const TIMEOUT = 8000;

const guarded: MakeSdk = (sdk, { clock, storage }) => createSobotAgent(sdk, { clock, storage, timeouts: { default: TIMEOUT } });

type Steps = Parameters<typeof runSequence>[0];

/** A sequence: which, of those that a seed gives. */
export interface Sequence {
  readonly seed: number;
  readonly index: number;
  readonly steps: Steps;
  readonly settings: Settings;
}

/** A step of anybody's; here, agents have phones with buttons of their own, too. */
function anyStepHere(haste: number): fc.Arbitrary<Step> {
  const atPhone = fc.tuple(fc.nat(COLLEAGUES.length - 1), fc.boolean()).map((drawn) => new UsesOwnPhone(...drawn));
  return fc.noBias(fc.oneof({ weight: 19, arbitrary: anyStep(true, haste) }, { weight: 1, arbitrary: atPhone }));
}

/** The same seed gives the same sequences. */
export function sequencesOf(seed: number, count: number, { mostSteps = MOST_STEPS, haste = HASTE } = {}): readonly Sequence[] {
  const drawn = fc.tuple(
    fc.commands([anyStepHere(haste)], { maxCommands: mostSteps, size: 'max' }),
    settings(END_WITH_REGAIN, fc.constant(PLAIN_HOUSE)),
  );
  return fc.sample(drawn, { seed, numRuns: count }).map(([steps, given], index) => ({ seed, index, steps, settings: given }));
}

/** A sequence that went wrong, with the finding. */
export interface Wrong {
  readonly sequence: Sequence;
  readonly finding: Finding;
  readonly journal: readonly Entry[];
}

/** The result of a sequence. */
export interface Played {
  readonly wrong: Wrong | null;
  readonly journal: readonly Entry[];
  /** Of the switch, in order. */
  readonly reports: readonly Report[];
}

/** Agent and switch of a play; by default the guarded agent, and the switch as it is. */
export interface Cast {
  readonly makeSdk?: MakeSdk;
  /** Puts something between desk and switch. */
  readonly between?: (exchange: Exchange) => Exchange;
  /** How long everything may take to come to rest, in ms. Default: 12 s; messages may be five seconds late. */
  readonly patience?: number;
}

/** Plays a sequence on the switch, and leaves it as it was. */
export async function play(sequence: Sequence, pbx: PropertySwitch, counts: Counts, cast: Cast = {}): Promise<Played> {
  const { makeSdk = guarded, between = (exchange) => exchange, patience = PATIENCE } = cast;
  const { tally, coverage } = counts;
  const exchange = await pbx.connect();
  let world: RealWorld | null = null;
  let finding: Finding | null = null;
  let journal: Journal | null = null;
  const openWorld = (floor: FloorOptions): RealWorld => (world = new RealWorld({ pbx, exchange: between(exchange), floor, patience }));
  const ended = (its: Journal): void => {
    journal = its;
  };
  const take = (error: unknown): void => {
    finding ??=
      error instanceof Finding
        ? error
        : new Finding('the run', 'that nothing is thrown', error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  const parts = { makeSdk, invariants, coverage, tally, failed: take, ended, openWorld, haste: HASTE };
  await runSequence(sequence.steps, sequence.settings, parts).catch(take);
  const opened = world as RealWorld | null;
  await opened?.close().catch(take);
  await exchange.close();
  const entries = (journal as Journal | null)?.entries ?? [];
  const found = finding as Finding | null;
  const reports = opened?.reports ?? [];
  counts.take(reports);
  if (found === null) return { wrong: null, journal: entries, reports };
  await pbx.renew();
  return { wrong: { sequence, finding: found, journal: entries }, journal: entries, reports };
}
