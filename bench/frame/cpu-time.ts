/**
 * The CPU time that this process has used, in ms: other processes of a busy computer do not count;
 * garbage collection and compiling, which the engine does on other threads, do.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How many ms of CPU time it takes. */
export function timed(run: () => void): number {
  const begin = cpuTime();
  run();
  return cpuTime() - begin;
}

/** How many ms of CPU time it takes until it has ended. */
export async function timedUntilEnd(run: () => Promise<void>): Promise<number> {
  const begin = cpuTime();
  await run();
  return cpuTime() - begin;
}
