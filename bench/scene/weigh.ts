import { setImmediate } from 'node:timers/promises';

/** In bytes. */
async function heapNow(): Promise<number> {
  if (globalThis.gc === undefined) throw new Error('Memory is measured with --expose-gc.');
  // Promises and finalisers let go of the rest when the event loop has turned.
  for (let round = 0; round < 3; round += 1) {
    await setImmediate();
    globalThis.gc();
  }
  return process.memoryUsage().heapUsed;
}

/** How much each of so many weighs, in kB. The results of `prepare` are there before and do not count. */
export async function weigh<Prepared>(
  count: number,
  prepare: () => Prepared,
  make: (prepared: Prepared) => unknown,
  heap: () => Promise<number> = heapNow,
): Promise<number> {
  const prepared = Array.from({ length: count }, prepare);
  const made: unknown[] = new Array<unknown>(count).fill(null);
  const before = await heap();
  for (const [index, one] of prepared.entries()) made[index] = await make(one);
  const after = await heap();
  // Both lists live until here.
  if (made.length !== prepared.length) throw new Error('Something was lost.');
  return (after - before) / count / 1000;
}
