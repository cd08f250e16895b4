import { expect } from '@jest/globals';
import type { Behaviour } from '../../adapters/simulator/index.js';
import { settled } from '../support/guarded-floor.js';
import { RandomFloor } from '../support/random-floor.js';
import { grouped, type Soak } from './soak.js';

const EVERY_WORK_STATUS = ['acw', 'conferencing', 'consulting', 'dialing', 'holding', 'idle', 'ringing', 'talking'];

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
  { of: 'agents', steps: 20_000, seed: 'soak', behaviour: {} },
  { of: 'agents', steps: 4000, seed: 'otherwise', behaviour: OTHERWISE },
  {
    of: 'agents',
    steps: 4000,
    seed: 'ringing first',
    behaviour: { pstnDialOut: 'ringingFirst', consultTransferReleases: 'mainOnly', roleFormat: 'number' },
  },
];

/** After random steps, all agents agree with the centre, and nothing is left. @throws what is not so */
export async function soakAgents({ steps, seed, behaviour }: Soak): Promise<string> {
  const floor = new RandomFloor({ agentCount: 50, customerCount: 20, seed, behaviour });
  const { centre, clock, random, seats } = floor;
  const seen = new Set<string>();
  let quietPoints = 0;
  const compare = async (): Promise<void> => {
    floor.rest();
    await settled();
    quietPoints += 1;
    floor.expectAgreement();
    for (const { agent } of seats) seen.add(agent.getSnapshot().work);
  };

  for (let step = 0; step < steps; step += 1) {
    floor.step();
    // Most steps fall into the middle of what the ones before have started.
    if (random.next() < 0.7) clock.increment(random.between(0, 60));
    if (step % 20 > 0) continue;
    if (random.next() < 0.2) clock.increment(random.between(1000, 20_000));
    await compare();
  }
  expect([...seen].sort()).toEqual(EVERY_WORK_STATUS);

  floor.close();
  await compare();
  const reports = seats.flatMap((seat) => seat.reports);
  // An error may come when the call that the command was for has ended meanwhile; nothing else was unexpected.
  expect(reports.filter((report) => !report.startsWith('call.error'))).toEqual([]);
  expect(floor.wrongs).toEqual([]);
  expect(seats.flatMap(({ agent }) => agent.getSnapshot().pending)).toEqual([]);
  expect(floor.tally.done + floor.tally.failed).toBe(floor.tally.sent);
  expect(centre.counts()).toEqual({ legs: 0, calls: 0, ends: seats.length, inFlight: 0, timers: 0 });
  floor.dispose();
  const { sent, done, failed, refused } = floor.tally;
  return (
    `${grouped(steps)} steps, ${quietPoints} quiet points; ` +
    `${sent} commands sent, ${done} done, ${failed} failed, ${refused} refused; ${reports.length} reports`
  );
}
