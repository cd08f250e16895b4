/*
 * Runs one measurement, on the sources that this file was bundled with, and sends its figures to the
 * process that has forked this one: `<name of the measurement> <ms>`.
 */
import { MEASUREMENTS } from './measurements/index.js';

const [name, ms] = process.argv.slice(2);
const measurement = MEASUREMENTS.find((one) => one.name === name);
if (measurement === undefined || process.send === undefined) throw new Error('This file is run by the bench.');
process.send(await measurement.measure(Number(ms)), () => process.exit());
