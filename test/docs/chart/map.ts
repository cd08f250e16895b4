import { describeChart } from '../../../src/chart-map/describe.js';
import { layOut } from '../../../src/chart-map/layout.js';
import { boxShape, text } from '../../../src/chart-map/map-shapes.js';
import { shape, type Shape } from '../../../src/chart-map/shape.js';
import { picture } from './picture.js';

const RIGHT = 200;
const COLUMNS = [
  { regions: ['connection', 'login'], width: 270 },
  { regions: ['work'], width: 762, isFilled: true },
  { regions: ['microphone', 'device', 'network', 'pending'], width: RIGHT },
];

/** The meaning of the drawing, from the bottom up. */
const LEGEND: readonly (readonly [(y: number) => Shape, string])[] = [
  [
    (y) => shape('g', { class: 'box history' }, shape('rect', { x: 0, y: y - 13, width: 26, height: 17, rx: 8 })),
    'the state it was in before',
  ],
  [(y) => shape('g', { class: 'box' }, shape('circle', { cx: 13, cy: y - 4, r: 2.8 })), 'entered first'],
  [(y) => shape('g', { class: 'box state' }, shape('rect', { x: 0, y: y - 13, width: 26, height: 17, rx: 5 })), 'one of these at a time'],
  [(y) => shape('g', { class: 'box region' }, shape('rect', { x: 0, y: y - 13, width: 26, height: 17, rx: 5 })), 'side by side'],
];

/** The whole chart as boxes in boxes: it fits a page of 1280 by 790. */
export function mapPicture(): string {
  const { width, height, boxes } = layOut(describeChart(), COLUMNS);
  const legend = LEGEND.map(([sign, words], index) => {
    const y = -index * 24;
    return shape('g', {}, sign(y), text(words, 36, y, 11.5, { class: 'small meaning' }));
  });
  const corner = shape('g', { transform: `translate(${width - RIGHT - 4} ${height - 24})` }, ...legend);
  return picture(width, height, 'Map of the statechart: its regions and all of their states, as boxes in boxes', [
    ...boxes.map(boxShape),
    corner,
  ]);
}
