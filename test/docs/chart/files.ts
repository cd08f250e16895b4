import { describeChart } from '../../../src/chart-map/describe.js';
import { commandPicture } from './commands.js';
import { mapPicture } from './map.js';
import { referencePage } from './reference.js';
import { regionPicture } from './region.js';

/** All that is written of the chart: file in `docs/`, and its text. */
export function chartFiles(): ReadonlyMap<string, string> {
  const root = describeChart();
  return new Map([
    ['chart.md', referencePage()],
    ['chart/map.svg', mapPicture()],
    ['chart/commands.svg', commandPicture(root)],
    ...root.children.map((region) => [`chart/${region.key}.svg`, regionPicture(region)] as const),
  ]);
}
