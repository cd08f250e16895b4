import { expect } from '@jest/globals';
import type { NodeOptions } from '../../adapters/simulator/index.js';
import { ACW_SECONDS } from '../support/guarded-floor.js';
import { takeCall, TO_AGENT } from '../support/guarded-scenes.js';
import { playScenarios, type Scenario, type Stage } from '../support/scenario-suite.js';

/** A talk with hold and consult, after-call work to its end, and a regain in between. */
async function day(stage: Stage): Promise<void> {
  const seat = await stage.signIn('1001');
  const other = await stage.signIn('1002');
  await takeCall(stage, seat);
  await stage.pass(20_000);
  await seat.does('holdCall');
  await seat.does('retrieveCall');
  await seat.does('initiateConsult', TO_AGENT);
  await other.does('answer');
  await stage.pass(10_000);
  await seat.does('retrieveConsult');
  await other.does('completeACW');
  stage.centre.faults.disconnect(seat.sdk);
  await stage.pass(2_000);
  stage.centre.faults.reconnect(seat.sdk);
  await stage.rest();
  expect(seat.agent.getSnapshot().work).toBe('talking');
  await seat.does('hangup');
  await stage.pass(ACW_SECONDS * 1000 + 1_000);
  expect(seat.agent.getSnapshot()).toMatchObject({ work: 'idle', login: 'online' });
  await takeCall(stage, seat);
  await seat.does('hangup');
  await seat.does('completeACW');
}

const ALL_BY: readonly (readonly [string, readonly NodeOptions[]])[] = [
  ['an hour ahead', [{ offsetMs: 3_600_000 }]],
  ['in whole seconds', [{ stamps: 's' }]],
  ['in µs', [{ stamps: 'us' }]],
  ['not at all', [{ stamps: 'none' }]],
  ['by two nodes, 0.9 s apart', [{}, { offsetMs: 900 }]],
  ['by two nodes that agree, one in whole seconds', [{}, { stamps: 's' }]],
  ['by two nodes that drift apart', [{ driftPpm: 200 }, { driftPpm: -200 }]],
  ['by a clock that is set back an hour while a call is on', [{ steps: [{ atSeconds: 10, byMs: -3_600_000 }] }]],
  ['by a clock that is set ahead an hour while a call is on', [{ steps: [{ atSeconds: 10, byMs: 3_600_000 }] }]],
];

playScenarios(
  'a service whose messages are stamped',
  ALL_BY.map(([how, nodes]): Scenario => ({ name: how, options: { nodes }, play: day })),
);
