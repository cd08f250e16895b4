import { atLeast, type Measurement } from '../frame/measurement.js';
import { measureKit } from '../kit/measure-kit.js';

const SEQUENCES = 100;
const SEED = 1;

export const kit: Measurement = {
  name: 'The testing kit',
  meaning:
    `${SEQUENCES} random sequences against the guarded agent, seed ${SEED}, in a process that has run as many others to warm up: ` +
    'how many of their steps a second of CPU time is enough for.',
  async measure() {
    const { stepsPerCpuSecond } = await measureKit({ sequences: SEQUENCES, seed: SEED });
    return [{ what: 'random sequences', value: stepsPerCpuSecond, unit: 'steps/s', goal: atLeast(2000) }];
  },
};
