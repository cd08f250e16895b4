import { createSobotAgent } from '../../adapters/sobot/index.js';
import { checkAgent, type CheckReport } from '../../adapters/testing/index.js';
import { cpuTime } from '../frame/cpu-time.js';

/** The result of a run of the kit. */
export interface KitMeasurement {
  readonly sequences: number;
  readonly steps: number;
  /** CPU time of all threads of the process, the collector's and the compiler's too. */
  readonly cpuSeconds: number;
  readonly stepsPerCpuSecond: number;
}

export interface KitRun {
  readonly sequences: number;
  /** The same seed, the same steps. */
  readonly seed: number;
}

/** The engine goes on compiling for so long: the first sequences run at half the speed of the later ones. */
const WARM_UP: KitRun = { sequences: 100, seed: 3 };

function run({ sequences, seed }: KitRun): Promise<CheckReport> {
  return checkAgent((sdk, { clock, storage }) => createSobotAgent(sdk, { clock, storage }), {
    runs: sequences,
    seed,
    races: false,
    shrink: false,
  });
}

/**
 * Runs random sequences against the guarded agent, in this process and outside of any test runner.
 *
 * @throws Error if one of them fails: it would end too early
 */
export async function measureKit({ sequences, seed }: KitRun): Promise<KitMeasurement> {
  await run(WARM_UP);
  const begin = cpuTime();
  const report = await run({ sequences, seed });
  const cpuSeconds = (cpuTime() - begin) / 1000;
  if (!report.ok) throw new Error(String(report));
  return { sequences: report.sequences, steps: report.steps, cpuSeconds, stepsPerCpuSecond: report.steps / cpuSeconds };
}
