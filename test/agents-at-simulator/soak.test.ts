import { expect, test } from '@jest/globals';
import type { Behaviour } from '../../adapters/simulator/index.js';
import { createSobotAgent } from '../../adapters/sobot/index.js';
import type { MakeSdk } from '../../adapters/testing/index.js';
import { reportsOf } from '../support/guarded-floor.js';
import { goingHome } from '../support/kit/going-home.js';
import { first, peacefulSteps, play } from '../support/kit/long-run.js';

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

test.each([
  { count: 3000, seed: 1, behaviour: {} },
  { count: 1000, seed: 2, behaviour: OTHERWISE },
  {
    count: 1000,
    seed: 3,
    behaviour: { pstnDialOut: 'ringingFirst', consultTransferReleases: 'mainOnly', roleFormat: 'number' },
  },
] as const)('through $count random steps and more on one floor (seed $seed) all agents agree with the centre, and nothing is left', async ({
  count,
  seed,
  behaviour,
}) => {
  const seen = new Set<string>();
  const reports: string[][] = [];
  const makeSdk: MakeSdk = (sdk, { clock, storage }) => {
    const agent = createSobotAgent(sdk, { clock, storage });
    reports.push(reportsOf(agent));
    agent.subscribe(({ work }) => seen.add(work));
    return agent;
  };
  function* steps() {
    let taken = 0;
    for (const step of first(MOST_STEPS, peacefulSteps(seed))) {
      if (taken >= count && seen.size === EVERY_WORK_STATUS.length) break;
      taken += 1;
      yield step;
    }
    yield* goingHome();
  }
  const tally = await play({ makeSdk, steps: steps(), seed, behaviour });
  console.info(`${tally.steps} steps, ${tally.rests} quiet points, ${tally.compared} pages compared; ${reports.flat().length} reports`);
  expect([...seen].sort()).toEqual(EVERY_WORK_STATUS);
  expect(tally.compared).toBeGreaterThan(count);
  // An error may come when the call that the command was for has ended meanwhile; nothing else was unexpected.
  expect(reports.flat().filter((report) => !report.startsWith('call.error'))).toEqual([]);
}, 240_000);
