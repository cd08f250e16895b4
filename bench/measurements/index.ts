import type { Measurement } from '../frame/measurement.js';
import { can } from './can.js';
import { coldImport } from './cold-import.js';
import { command } from './command.js';
import { compiled } from './compiled.js';
import { construction } from './construction.js';
import { entrySizes } from './entry-sizes.js';
import { eventHeard } from './event-heard.js';
import { eventUnheard } from './event-unheard.js';
import { kit } from './kit.js';
import { memory } from './memory.js';
import { rawSend } from './raw-send.js';
import { recording } from './recording.js';

/** Everything that `npm run bench` measures, in the order in which it is printed. */
export const MEASUREMENTS: readonly Measurement[] = [
  eventHeard,
  eventUnheard,
  command,
  can,
  compiled,
  rawSend,
  recording,
  construction,
  memory,
  kit,
  coldImport,
  entrySizes,
];
