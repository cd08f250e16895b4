import { measureKit } from './measure-kit.js';

const SEQUENCES = 150;
const SEED = 1;

const sequences = Number(process.argv[2] ?? SEQUENCES);
if (!Number.isInteger(sequences) || sequences < 1) throw new Error('How many sequences: a number from 1.');

const { steps, cpuSeconds, stepsPerCpuSecond } = await measureKit({ sequences, seed: SEED });
console.log(
  `the kit on the guarded agent, seed ${SEED}: ${sequences} sequences, ${steps} steps, ${cpuSeconds.toFixed(1)} s of CPU time, ` +
    `${Math.round(stepsPerCpuSecond)} steps per CPU second`,
);
