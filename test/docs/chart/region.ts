import type { ChartNode } from '../../../src/chart-map/describe.js';
import { picture } from './picture.js';
import { drawn, sized } from './region-layout.js';

const WIDTH = 1180;
const MARGIN = 12;

/** One region: its states with what they mean, the commands that they know, and where events lead. */
export function regionPicture(region: ChartNode): string {
  const size = sized(region, WIDTH - 2 * MARGIN);
  const width = Math.ceil(Math.max(480, size.width) + 2 * MARGIN);
  const height = Math.ceil(size.height + 2 * MARGIN);
  const shapes = drawn(size, true, MARGIN, MARGIN, width - 2 * MARGIN, size.height);
  return picture(width, height, `The region ${region.key}: its states, the commands that they know, and where events lead`, shapes);
}
