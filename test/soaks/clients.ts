import { expect } from '@jest/globals';
import type { Behaviour } from '../../adapters/simulator/index.js';
import type { MakeSdk, Subject } from '../../adapters/testing/index.js';
import type { Floor } from '../../adapters/testing/floor/floor.js';
import type { Step } from '../../adapters/testing/steps/step.js';
import { Does } from '../support/kit/does.js';
import { goingHome } from '../support/kit/going-home.js';
import { first, peacefulSteps, play } from '../support/kit/long-run.js';
import { NaiveClient, viewOf } from '../simulator/support/naive-client.js';
import { grouped, type Soak } from './soak.js';

/** The other value of whatever a client that believes every event can live with. */
const OTHERWISE: Partial<Behaviour> = {
  answerOrder: 'eventFirst',
  acwAfterAbandon: 'acw',
  acwAfterLostCustomer: 'acw',
  acwAnnounced: 'EventAgentAfterCallWork',
  acwEnd: 'dnd',
  destinationBusy: 'EventDestinationBusy',
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
};

/** In steps. */
const COMPARED_EVERY = 5;

const EVERY_WORK_STATUS = ['acw', 'conferencing', 'consulting', 'dialing', 'holding', 'idle', 'ringing', 'talking'];
/** Rare ones need longer until they have occurred. */
const MOST_STEPS = 12_000;

/** A page without an agent of ours: every command reaches the server, and every event is believed. */
function naivePages() {
  const clients = new Map<Subject, NaiveClient>();
  const seen = new Set<string>();
  const makeSdk: MakeSdk = (sdk) => {
    const subject = { ...sdk };
    clients.set(subject, new NaiveClient(sdk));
    return subject;
  };
  const compare = ({ pages, centre }: Floor): void => {
    for (const { agentID, subject } of pages) {
      const truth = centre.truth(agentID);
      seen.add(truth.work);
      expect({ agentID, ...clients.get(subject)?.view() }).toEqual({ agentID, ...viewOf(truth) });
    }
  };
  return { makeSdk, compare, seen };
}

/** Soaks of clients that believe every event: `npm run test:deep`. */
export const CLIENT_SOAKS: readonly Soak[] = [
  { of: 'clients', steps: 3000, seed: 11, behaviour: {}, seesEverything: true },
  { of: 'clients', steps: 1000, seed: 12, behaviour: OTHERWISE, seesEverything: true },
  { of: 'clients', steps: 1000, seed: 13, behaviour: { pstnDialOut: 'ringingFirst', transferDone: 'ringing' }, seesEverything: true },
];

/** Through random steps on one floor clients know what the server holds true, and nothing is left. @throws what is not so */
export async function soakClients({ steps, seed, behaviour, seesEverything }: Soak): Promise<string> {
  const { makeSdk, compare, seen } = naivePages();
  let comparisons = 0;
  const comparison = () =>
    new Does('clients are compared with the server', async (floor) => {
      await floor.rest();
      comparisons += 1;
      compare(floor);
    });
  function* toTake(): Generator<Step> {
    let taken = 0;
    for (const step of first(seesEverything ? MOST_STEPS : steps, peacefulSteps(seed))) {
      if (taken >= steps && seen.size === EVERY_WORK_STATUS.length) break;
      taken += 1;
      yield step;
      if (taken % COMPARED_EVERY === 0) yield comparison();
    }
    yield* goingHome();
    yield comparison();
  }
  const tally = await play({ makeSdk, steps: toTake(), seed, behaviour });
  if (seesEverything) expect([...seen].sort()).toEqual(EVERY_WORK_STATUS);
  return `${grouped(tally.steps)} steps, ${comparisons} comparisons`;
}
