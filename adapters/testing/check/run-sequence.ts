import fc from 'fast-check';
import type { ChartCoverage } from '../coverage/chart-coverage.js';
import { Finding } from '../floor/finding.js';
import { Floor } from '../floor/floor.js';
import { COLLEAGUES, CUSTOMERS, houseFloor, houseInWords, houseRules, OF_TWO_PHONES, COMPANY } from '../floor/house.js';
import type { Journal } from '../floor/journal.js';
import { comparePage, type Tally } from '../floor/judge.js';
import { simulatedWorld } from '../floor/simulated-world.js';
import type { OpenWorld } from '../floor/world.js';
import type { Invariant } from '../invariants/invariant.js';
import { ReferenceModel } from '../model/reference-model.js';
import { Stage } from '../steps/stage.js';
import { onTables } from '../subject/on-tables.js';
import type { MakeSdk } from '../subject/subject.js';
import { isPlain, otherwise } from './behaviours.js';
import type { Settings, Start } from './sequence.js';

export interface RunParts {
  readonly makeSdk: MakeSdk;
  readonly invariants: readonly Invariant[];
  readonly coverage: ChartCoverage;
  readonly tally: Tally;
  /** Where it is played. Default: a simulated call centre, in simulated time. */
  readonly openWorld?: OpenWorld;
  /** How many times shorter than by default everything is that the house takes its time for. Default: 1. */
  readonly haste?: number;
  /** Is told of every sequence that fails: why, and what has happened. */
  readonly failed: (finding: Finding, journal: Journal) => void;
  /** Is told of every sequence, when it is over. */
  readonly ended: (journal: Journal) => void;
}

const BEGINNINGS: Readonly<Record<Start, string>> = {
  loaded: 'all pages have loaded',
  connected: 'all pages have loaded and initialised',
  'signed in': 'all pages have loaded and initialised, all agents are online',
};

const SIGNED_IN = { phoneType: 'webrtc', bindExt: '', agentState: '1' } as const;

async function begin(floor: Floor, start: Start): Promise<void> {
  floor.notes(`at the beginning: ${BEGINNINGS[start]}`);
  if (start === 'loaded') return;
  for (const page of floor.pages) floor.call(page, 'initAgent', { token: 'any', companyId: COMPANY, agent: page.agentID });
  await floor.rest();
  for (const page of floor.pages) page.knowledge.isBlank();
  if (start === 'connected') return;
  for (const page of floor.pages) floor.call(page, 'login', SIGNED_IN);
  await floor.rest();
}

/** The service tells every page everything anew, and every page shows the truth. */
async function regain(floor: Floor, tally: Tally): Promise<void> {
  floor.notes('all pages regain their connection');
  for (const page of floor.pages) floor.blink(page);
  await floor.rest();
  for (const page of floor.pages) {
    comparePage(floor, page, tally);
  }
  floor.throwFindings();
}

async function finish(floor: Floor): Promise<void> {
  floor.notes('nobody does anything any more, until all deadlines have passed');
  await floor.outlasts();
  await floor.rest();
  for (const page of floor.pages) {
    page.recorder.look();
    page.watch.finish(page.recorder.history, page.state, true);
  }
  floor.throwFindings();
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs one sequence. @throws Finding what should not be so */
export async function runSequence(
  commands: Iterable<fc.AsyncCommand<ReferenceModel, Stage>>,
  { seed, start, house, behaviour, endsWithRegain }: Settings,
  parts: RunParts,
): Promise<void> {
  const { makeSdk, invariants, coverage, tally, failed, ended, openWorld = simulatedWorld, haste = 1 } = parts;
  const world = openWorld(houseFloor(seed, house, behaviour, haste));
  const floor = new Floor({
    makeSdk: onTables(makeSdk, seed),
    world,
    overtakeMs: house.overtakeMs,
    ofTwoPhones: house.hasSecondPhone ? [OF_TWO_PHONES.agentID] : [],
    invariants,
    observers: [coverage],
  });
  try {
    const special = otherwise(behaviour).map(([name, value]) => `${name} ${value}`);
    if (special.length > 0) floor.notes(`the service behaves otherwise than by default: ${special.join(', ')}`);
    for (const words of houseInWords(house)) floor.notes(words);
    await begin(floor, start);
    const model = new ReferenceModel({
      agents: COLLEAGUES.map(({ agentID }) => agentID),
      supervisors: COLLEAGUES.filter(({ supervisor }) => supervisor).map(({ agentID }) => agentID),
      customers: CUSTOMERS,
      rules: houseRules(house, haste),
    });
    if (house.hasSecondPhone) model.hasPhones(OF_TWO_PHONES.agentID, 2);
    model.lookAround(floor.sight, floor.clock.now());
    await fc.asyncModelRun(() => ({ model, real: new Stage(floor, tally, isPlain(behaviour)) }), commands);
    floor.pace.calm();
    floor.recovers();
    for (const page of floor.pages) await floor.wakes(page);
    await floor.rest();
    if (endsWithRegain) {
      await regain(floor, tally);
      tally.regainedSequences += 1;
    }
    await finish(floor);
  } catch (error) {
    const finding = error instanceof Finding ? error : new Finding('the run', 'that nothing is thrown', textOf(error));
    failed(finding, floor.journal);
    throw finding;
  } finally {
    tally.steps += floor.steps;
    ended(floor.journal);
    floor.dispose();
  }
}
