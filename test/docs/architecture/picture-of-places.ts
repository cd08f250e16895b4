import { shape, type Shape } from '../../../src/chart-map/shape.js';
import { betweenPlaces, graphOf, type Graph } from '../../support/import-graph.js';
import { picture } from '../chart/picture.js';

const CELL = 20;
const LEFT = 190;
const TOP = 175;

const LAYERS = ['machines', 'src', 'adapters'];
const layerOf = (place: string) => LAYERS.indexOf(place.split('/')[0] ?? '');

/** The places, layer by layer, each after all that it imports; of those that could come next, the first by name. */
function inOrder(places: Graph): readonly string[] {
  const order: string[] = [];
  const names = [...places.keys()].sort().sort((one, other) => layerOf(one) - layerOf(other));
  while (order.length < names.length) {
    const next = names.find((name) => !order.includes(name) && [...(places.get(name) ?? [])].every((other) => order.includes(other)));
    if (next === undefined) throw new Error('The imports go in a circle.');
    order.push(next);
  }
  return order;
}

export const PLACES: Graph = betweenPlaces(graphOf('machines', 'src', 'adapters'));

/** Places down the side, and along the top: a dot where the one at the side imports the one above. */
export function pictureOfPlaces(): string {
  const names = inOrder(PLACES);
  const middle = (index: number) => index * CELL + CELL / 2;
  const rows = names.flatMap((name, row): readonly Shape[] => [
    shape('text', { x: LEFT - 10, y: TOP + middle(row) + 4, 'text-anchor': 'end' }, name),
    shape('line', { class: 'line', x1: LEFT, x2: LEFT + names.length * CELL, y1: TOP + middle(row), y2: TOP + middle(row) }),
    shape('text', { transform: `translate(${LEFT + middle(row) + 4} ${TOP - 8}) rotate(-60)` }, name),
    shape('line', { class: 'line', x1: LEFT + middle(row), x2: LEFT + middle(row), y1: TOP, y2: TOP + names.length * CELL }),
  ]);
  const dots = names.flatMap((name, row) =>
    [...(PLACES.get(name) ?? [])].map((other) =>
      shape('circle', { class: 'known', cx: LEFT + middle(names.indexOf(other)), cy: TOP + middle(row), r: 5 }),
    ),
  );
  return picture(LEFT + names.length * CELL + 100, TOP + names.length * CELL + 20, 'Which place of the house imports which when it runs', [
    ...rows,
    ...dots,
  ]);
}
