import { expect, test } from '@jest/globals';
import type { Behaviour } from '../../adapters/simulator/index.js';
import { settled } from '../support/guarded-floor.js';
import { RandomFloor } from '../support/random-floor.js';

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

test.each([
  { steps: 20_000, seed: 'soak', behaviour: {} },
  { steps: 4000, seed: 'otherwise', behaviour: OTHERWISE },
  {
    steps: 4000,
    seed: 'ringing first',
    behaviour: { pstnDialOut: 'ringingFirst', consultTransferReleases: 'mainOnly', roleFormat: 'number' },
  },
] as const)('after $steps random steps ($seed) all agents agree with the centre, and nothing is left', async ({
  steps,
  seed,
  behaviour,
}) => {
  const floor = new RandomFloor({ agentCount: 50, customerCount: 20, seed, behaviour });
  const { centre, clock, random, seats } = floor;
  const started = performance.now();
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
  const seconds = (performance.now() - started) / 1000;
  const reports = seats.flatMap((seat) => seat.reports);
  console.info(
    `${steps} steps, ${quietPoints} quiet points, ${Math.round(steps / seconds)} steps/s; ` +
      `${floor.tally.sent} commands sent, ${floor.tally.done} done, ${floor.tally.failed} failed, ` +
      `${floor.tally.refused} refused; ${reports.length} reports`,
  );
  // An error may come when the call that the command was for has ended meanwhile; nothing else was unexpected.
  expect(reports.filter((report) => !report.startsWith('call.error'))).toEqual([]);
  expect(floor.wrongs).toEqual([]);
  expect(seats.flatMap(({ agent }) => agent.getSnapshot().pending)).toEqual([]);
  expect(floor.tally.done + floor.tally.failed).toBe(floor.tally.sent);
  expect(centre.counts()).toEqual({ legs: 0, calls: 0, ends: seats.length, inFlight: 0, timers: 0 });
  floor.dispose();
}, 120_000);
