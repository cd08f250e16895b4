import { expect } from '@jest/globals';
import type { Behaviour } from '../../adapters/simulator/index.js';
import { createSobotAgent } from '../../adapters/sobot/index.js';
import type { MakeSdk } from '../../adapters/testing/index.js';
import { reportsOf } from '../support/guarded-floor.js';
import { goingHome } from '../support/kit/going-home.js';
import { first, peacefulSteps, play } from '../support/kit/long-run.js';
import { grouped, type Soak } from './soak.js';

const EVERY_WORK_STATUS = ['acw', 'calling', 'conferencing', 'consulting', 'dialing', 'holding', 'idle', 'ringing', 'talking'];
/** Rare ones need longer until they have occurred. */
const MOST_STEPS = 12_000;

/** Another value of whatever does not withhold from an agent what it must know. */
const OTHERWISE: Partial<Behaviour> = {
  answerOrder: 'eventFirst',
  names: 'tlib',
  logoutEvent: 'both',
  abandonEvent: 'EventAbandoned',
  acwAfterAbandon: 'acw',
  acwAfterLostCustomer: 'acw',
  acwAnnounced: 'EventAgentAfterCallWork',
  acwEnd: 'dnd',
  destinationBusy: 'EventDestinationBusy',
  consultHold: 'omitted',
  consultCallID: 'own',
  consultFailed: 'autoRetrieve',
  consultTransferReleases: 'consultFirst',
  conferenceOrder: 'releasedFirst',
  hangupInConsult: 'consultOnly',
  transferDone: 'ringing',
  pstnDialOut: 'establishedTwice',
  sipDialOut: 'ringingFirst',
  dialOutInBreak: 'refused',
  notReadyTarget: 'allowed',
  missedCalls: 'noAnswer',
  roleFormat: 'numericString',
  attachedDataFormat: 'string',
};

/** Soaks of guarded agents: `npm run test:deep`. */
export const AGENT_SOAKS: readonly Soak[] = [
  { of: 'agents', steps: 3000, seed: 1, behaviour: {}, seesEverything: true },
  { of: 'agents', steps: 1000, seed: 2, behaviour: OTHERWISE, seesEverything: true },
  {
    of: 'agents',
    steps: 1000,
    seed: 3,
    behaviour: { pstnDialOut: 'ringingFirst', consultTransferReleases: 'mainOnly', roleFormat: 'number' },
    seesEverything: true,
  },
];

/** Through random steps on one floor all agents agree with the centre, and nothing is left. @throws what is not so */
export async function soakAgents({ steps, seed, behaviour, seesEverything }: Soak): Promise<string> {
  const seen = new Set<string>();
  const reports: string[][] = [];
  const makeSdk: MakeSdk = (sdk, { clock, storage }) => {
    const agent = createSobotAgent(sdk, { clock, storage });
    reports.push(reportsOf(agent));
    agent.subscribe(({ work }) => seen.add(work));
    return agent;
  };
  function* toTake() {
    let taken = 0;
    for (const step of first(seesEverything ? MOST_STEPS : steps, peacefulSteps(seed))) {
      if (taken >= steps && seen.size === EVERY_WORK_STATUS.length) break;
      taken += 1;
      yield step;
    }
    yield* goingHome();
  }
  const tally = await play({ makeSdk, steps: toTake(), seed, behaviour });
  if (seesEverything) expect([...seen].sort()).toEqual(EVERY_WORK_STATUS);
  expect(tally.compared).toBeGreaterThan(steps);
  // An error may come when the call that the command was for has ended meanwhile; nothing else was unexpected.
  expect(reports.flat().filter((report) => !report.startsWith('call.error'))).toEqual([]);
  return `${grouped(tally.steps)} steps, ${tally.compared} pages compared`;
}
