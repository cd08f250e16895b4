import type { Box } from '../../../src/chart-map/index.js';

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

/** The box that lies next in a direction; the same if there is none. Boxes with others within are passed by. */
export function neighbourOf(boxes: readonly Box[], from: Box, direction: Direction): Box {
  const isAcross = direction === 'ArrowLeft' || direction === 'ArrowRight';
  const sign = direction === 'ArrowRight' || direction === 'ArrowDown' ? 1 : -1;
  const here = middle(from);
  let best = from;
  let least = Infinity;
  for (const box of boxes) {
    if (box === from || box.kind === 'group' || box.kind === 'region') continue;
    const there = middle(box);
    const [along, aside] = isAcross ? [there.x - here.x, there.y - here.y] : [there.y - here.y, there.x - here.x];
    if (along * sign <= 1) continue;
    const distance = along * sign + 3 * Math.abs(aside);
    if (distance < least) [best, least] = [box, distance];
  }
  return best;
}
