import { countArgument } from '../frame/count-argument.js';
import { measureKit } from './measure-kit.js';

const SEQUENCES = 150;
const SEED = 1;

const sequences = countArgument('sequences', SEQUENCES);

const { steps, cpuSeconds, stepsPerCpuSecond } = await measureKit({ sequences, seed: SEED });
console.log(
  `the kit on the guarded agent, seed ${SEED}: ${sequences} sequences, ${steps} steps, ${cpuSeconds.toFixed(1)} s of CPU time, ` +
    `${Math.round(stepsPerCpuSecond)} steps per CPU second`,
);
