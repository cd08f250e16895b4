import { fileURLToPath } from 'node:url';
import { PbxUnavailable } from '../../adapters/asterisk/pbx/install-pbx.js';
import { countArgument } from '../frame/count-argument.js';
import { measure, type Side } from './rounds.js';
import { openRealSide, openSimulatedSide } from './sides.js';
import type { Times } from './times.js';

const ROUNDS = 30;

// This file runs as a bundle in `.tmp/`.
const SCRIPTS = fileURLToPath(new URL('../adapters/asterisk/pbx/', import.meta.url));

async function timesOf(side: Side, rounds: number): Promise<Times> {
  try {
    return await measure(side, rounds);
  } finally {
    await side.close();
  }
}

async function realTimes(rounds: number): Promise<Times | null> {
  try {
    return await timesOf(await openRealSide(SCRIPTS), rounds);
  } catch (error) {
    if (!(error instanceof PbxUnavailable)) throw error;
    console.log(`Without the real switch: ${error.message}`);
    return null;
  }
}

function cells(times: Times | null, command: string): string {
  if (times === null) return '';
  const ms = [0.5, 0.95].map((part) => times.quantile(command, part).toFixed(1).padStart(9));
  return `${ms.join('')}${String(times.count(command)).padStart(6)}`;
}

const rounds = countArgument('rounds', ROUNDS);

const simulated = await timesOf(openSimulatedSide(), rounds);
const real = await realTimes(rounds);

console.log(`From a command of the guarded agent to its confirmed state, in ms, without the network between page and service;
${rounds} rounds on the simulated exchange (defaults) and on Asterisk with SIP phones, all on this machine.
`);
console.log(`${''.padEnd(18)}${'simulated'.padStart(18)}${''.padEnd(6)}${real === null ? '' : 'real'.padStart(18)}`);
const heading = ['median', '95 %'].map((word) => word.padStart(9)).join('') + 'times'.padStart(6);
console.log(`${''.padEnd(18)}${heading}${real === null ? '' : heading}`);
for (const command of simulated.commands) {
  console.log(`${command.padEnd(18)}${cells(simulated, command)}${cells(real, command)}`);
}
