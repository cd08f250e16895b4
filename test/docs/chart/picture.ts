import { shape, written, type Shape } from '../../../src/chart-map/shape.js';
import { LOOK } from './look.js';

/** A picture as a file of its own; `name` is what a screen reader says of it. */
export function picture(width: number, height: number, name: string, shapes: readonly Shape[]): string {
  const svg = shape(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': name },
    shape('style', {}, '%LOOK%'),
    shape('rect', { class: 'ground', width, height }),
    ...shapes,
  );
  return `${written(svg).replace('%LOOK%', LOOK)}\n`;
}
