import { atMost, type Measurement } from '../frame/measurement.js';
import { isOffered } from '../package/built-entries.js';
import { coldImport as measureColdImport } from '../package/cold-import.js';

export const coldImport: Measurement = {
  name: 'Cold import',
  meaning:
    'From the import of `switchhook/sobot` to its last module evaluated, in processes that have loaded nothing yet, in turn with ' +
    'processes that import xstate and valibot alone, which it imports too; elapsed time, the median of 11.',
  needsBuild: true,
  async measure() {
    // An older commit may have no such entry: nothing is measured.
    if (!(await isOffered(process.cwd(), 'switchhook/sobot'))) return [];
    const { entry, libraries, ratio } = await measureColdImport();
    return [
      { what: 'cold import, against xstate and valibot', value: ratio, unit: '×', goal: atMost(2) },
      { what: 'cold import', value: entry, unit: 'ms' },
      { what: 'cold import of xstate and valibot', value: libraries, unit: 'ms' },
    ];
  },
};
