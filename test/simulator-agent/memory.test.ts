import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { settled } from '../support/guarded-floor.js';
import { RandomFloor } from '../support/random-floor.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const STEPS = 3000;

/** Bytes in use when nothing is under way. */
async function heapOf(floor: RandomFloor): Promise<number> {
  floor.close();
  // Promises that have settled are let go of one turn of the event loop later.
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
  }
  return process.memoryUsage().heapUsed;
}

async function work(floor: RandomFloor): Promise<void> {
  for (let step = 0; step < STEPS; step += 1) {
    floor.step();
    floor.clock.increment(floor.random.between(0, 300));
    if (step % 20 === 0) await settled();
  }
  await settled();
}

test('memory stays flat, however long agents work', async () => {
  const floor = new RandomFloor({ agentCount: 10, customerCount: 6, seed: 'memory' });
  const heaps: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    await work(floor);
    heaps.push(await heapOf(floor));
  }
  console.info(`Heap after ${STEPS}, ${2 * STEPS}, … steps: ${heaps.map((bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`).join(', ')}.`);
  // The first round warms up: caches fill, code is compiled. From then on a step leaves nothing behind:
  // kept for good, a single snapshot for each would be several times as much.
  const perStep = (heaps.at(-1)! - heaps[1]!) / (2 * STEPS);
  expect(perStep).toBeLessThan(250);
  for (const { agent } of floor.seats) {
    const { ended } = agent.actor.getSnapshot().context;
    expect(ended.length).toBeLessThanOrEqual(32);
  }
  expect(floor.centre.counts()).toEqual({ legs: 0, calls: 0, ends: 10, inFlight: 0, timers: 0 });
  floor.dispose();
}, 240_000);
