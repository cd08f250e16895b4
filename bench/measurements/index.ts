import type { Measurement } from '../frame/measurement.js';
import { can } from './can.js';
import { command } from './command.js';
import { construction } from './construction.js';
import { eventHeard } from './event-heard.js';
import { eventUnheard } from './event-unheard.js';
import { memory } from './memory.js';
import { rawSend } from './raw-send.js';

/** Everything that `npm run bench` measures, in the order in which it is printed. */
export const MEASUREMENTS: readonly Measurement[] = [
  eventHeard,
  eventUnheard,
  command,
  can,
  rawSend,
  construction,
  memory,
];
