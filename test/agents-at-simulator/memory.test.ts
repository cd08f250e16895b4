import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { runUntilQuiet } from '../../adapters/simulator/index.js';
import type { CommandName } from '../../src/index.js';
import { openGuardedFloor, settled, type GuardedFloor, type Seat } from '../support/guarded-floor.js';
import { TO_AGENT } from '../support/guarded-scenes.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** In each round. */
const CALLS = 100;
/** Commands of one call, all told. */
const COMMANDS_PER_CALL = 15;

/** Bytes in use when nothing is under way. */
async function heap(): Promise<number> {
  // Promises that have settled are let go of one turn of the event loop later.
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
  }
  return process.memoryUsage().heapUsed;
}

/** Sends a command that must succeed; nobody compares anything, which would take longer than the command. */
async function does({ centre, clock }: GuardedFloor, seat: Seat, command: CommandName, parameters?: object): Promise<void> {
  const ending = seat.send(command, parameters);
  runUntilQuiet(centre, clock);
  await settled();
  if (ending() !== 'done') throw new Error(`${command} has ended with ${ending()}.`);
}

/** One call from the ringing to the end of the after-call work, with all that can be done in it. */
async function work(floor: GuardedFloor, seat: Seat, colleague: Seat): Promise<void> {
  floor.customer.dial(seat.agentID);
  runUntilQuiet(floor.centre, floor.clock);
  for (const command of ['answer', 'muteCall', 'unmute', 'holdCall', 'retrieveCall'] as const) await does(floor, seat, command);
  await does(floor, seat, 'sendDtmf', { dtmfDigits: '801#' });
  await does(floor, seat, 'initiateConsult', TO_AGENT);
  await does(floor, colleague, 'answer');
  await does(floor, seat, 'consultConference');
  for (const command of ['hangup', 'completeACW'] as const) {
    await does(floor, seat, command);
    await does(floor, colleague, command);
  }
  await does(floor, seat, 'notReady', { reasonCode: 11 });
  await does(floor, seat, 'ready');
}

test('memory stays flat, however long agents work', async () => {
  const floor = openGuardedFloor();
  const [seat, colleague] = [await floor.signIn('1001'), await floor.signIn('1002')];
  const heaps: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    for (let call = 0; call < CALLS; call += 1) await work(floor, seat, colleague);
    heaps.push(await heap());
  }
  console.info(`Heap after ${CALLS}, ${2 * CALLS}, … calls: ${heaps.map((bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`).join(', ')}.`);
  // The first round warms up: caches fill, code is compiled. From then on a command leaves nothing behind:
  // kept for good, a single snapshot for each would be several times as much.
  const perCommand = (heaps.at(-1)! - heaps[1]!) / (2 * CALLS * COMMANDS_PER_CALL);
  expect(perCommand).toBeLessThan(250);
  for (const { agent } of [seat, colleague]) {
    const { over } = agent.actor.getSnapshot().context.roster;
    expect(over.length).toBeLessThanOrEqual(32);
  }
  floor.expectPeace();
  expect(floor.centre.counts()).toEqual({ legs: 0, calls: 0, ends: 2, inFlight: 0, timers: 0 });
  floor.centre.dispose();
}, 240_000);
