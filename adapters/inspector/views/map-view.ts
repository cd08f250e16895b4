import { boxShape, layOut, type Box, type ChartMap, type ChartNode, type IsFolded } from '../../../src/chart-map/index.js';
import { arrowBetween } from '../model/arrow.js';
import type { Transition } from '../model/last-transition.js';
import { columnsFor } from '../model/map-columns.js';
import { neighbourOf, type Direction } from '../model/neighbours.js';
import { element, shapeElement, svgElement } from './element.js';

/** The contents of the map. */
export interface MapContent {
  readonly active: ReadonlySet<string>;
  readonly transition: Transition | null;
  /** The event that has led to it. */
  readonly event: string;
  readonly selected: string;
  /** States that something else points at. */
  readonly lit: readonly string[];
  /** The commands that are pending. */
  readonly pending: readonly string[];
}

/** How much room there is, in px. */
interface Room {
  readonly width: number;
  readonly height: number;
}

/** How much larger the map may be drawn. */
const ZOOMS = [1.5, 1.4, 1.3, 1.2, 1.1];
const PENDING = 'pending';
/** A group of so many states is folded while the agent is in none of them. */
const MANY = 6;
const DIRECTIONS: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);

/** The name of the region of pending commands. */
function pendingInWords([first, ...more]: readonly string[]): string {
  return first === undefined ? PENDING : `${PENDING}: ${first}${more.length === 0 ? '' : ` +${more.length}`}`;
}

const isOf = (path: string, outer: string) => path === outer || path.startsWith(`${outer}.`);

/** The map of the chart, lit. */
export class MapView {
  readonly root: HTMLElement;
  readonly #document: Document;
  readonly #chart: ChartNode;
  #svg: SVGElement;
  #laidOut = '';
  #map: ChartMap = { width: 0, height: 0, boxes: [] };
  #boxes = new Map<string, { readonly box: Box; readonly drawn: SVGElement }>();
  #arrow: SVGElement;
  #selected = '';

  constructor(document: Document, chart: ChartNode, select: (path: string) => void) {
    this.#document = document;
    this.#chart = chart;
    this.#svg = svgElement(document, 'svg');
    this.#arrow = svgElement(document, 'g', { class: 'arrow', 'aria-hidden': 'true' });
    this.root = element(document, 'div', { class: 'map' }, this.#svg);
    this.root.addEventListener('click', ({ target }) => {
      const path = (target as Element).closest('.box')?.getAttribute('data-path');
      if (path != null) select(path);
    });
    this.root.addEventListener('keydown', (event) => {
      const here = this.#boxes.get(this.#shown(this.#selected))?.box;
      if (!DIRECTIONS.has(event.key) || here === undefined) return;
      event.preventDefault();
      select(neighbourOf(this.#map.boxes, here, event.key as Direction).node.path);
    });
  }

  show(content: MapContent, room: Room): void {
    this.#selected = content.selected;
    this.#layOut(content, room);
    for (const [path, { drawn, box }] of this.#boxes) {
      // The region of pending commands has one state, in which it always is.
      const isActive = path === PENDING ? content.pending.length > 0 : content.active.has(path);
      const isLeaf = !box.node.children.some((child) => this.#boxes.has(child.path));
      drawn.classList.toggle('active', isActive);
      drawn.classList.toggle('leaf', isLeaf);
      drawn.classList.toggle('entered', isActive && content.transition !== null && this.#shown(content.transition.to) === path);
      drawn.classList.toggle(
        'lit',
        content.lit.some((lit) => this.#shown(lit) === path),
      );
      drawn.classList.toggle('selected', this.#shown(content.selected) === path);
      drawn.setAttribute('aria-selected', String(path === content.selected));
      const name = path === PENDING ? pendingInWords(content.pending) : path;
      drawn.setAttribute('aria-label', `${name}${isActive ? ', active' : ''}`);
    }
    this.#svg.setAttribute('aria-activedescendant', idOf(this.#shown(content.selected)));
    this.#name(content.pending);
    this.#draw(content);
  }

  /** The state itself, or the one around it that is drawn in its place. */
  #shown(path: string): string {
    let shown = path;
    while (shown !== '' && !this.#boxes.has(shown)) shown = shown.split('.').slice(0, -1).join('.');
    return shown;
  }

  #layOut({ active, selected }: MapContent, { width, height }: Room): void {
    const isFolded = ({ path, children }: ChartNode) =>
      children.length >= MANY && !active.has(path) && !children.some((child) => isOf(selected, child.path));
    const key = `${width} ${height} ${this.#foldable().filter(isFolded).length}`;
    if (key === this.#laidOut) return;
    this.#laidOut = key;
    const { map, zoom } = this.#fitting({ width, height }, isFolded);
    const document = this.#document;
    const drawn = map.boxes.map((box) => {
      const group = shapeElement(document, boxShape(box));
      group.setAttribute('role', 'option');
      group.id = idOf(box.node.path);
      return [box.node.path, { box, drawn: group }] as const;
    });
    this.#map = map;
    this.#boxes = new Map(drawn);
    const hadFocus = this.#svg.matches(':focus');
    const svg = svgElement(
      document,
      'svg',
      {
        width: Math.floor(map.width * zoom),
        height: Math.floor(map.height * zoom),
        viewBox: `0 0 ${map.width} ${map.height}`,
        role: 'listbox',
        tabindex: 0,
        'aria-label': 'Map of the states',
      },
      ...drawn.map(([, one]) => one.drawn),
      this.#arrow,
    );
    this.#svg.replaceWith(svg);
    this.#svg = svg;
    if (hadFocus) svg.focus({ preventScroll: true });
  }

  /** The map as large as there is room for. */
  #fitting({ width, height }: Room, isFolded: IsFolded): { readonly map: ChartMap; readonly zoom: number } {
    for (const zoom of ZOOMS) {
      const map = layOut(this.#chart, columnsFor(Math.floor(width / zoom)), isFolded);
      if (map.width * zoom <= width && map.height * zoom <= height) return { map, zoom };
    }
    return { map: layOut(this.#chart, columnsFor(width), isFolded), zoom: 1 };
  }

  #foldable(node: ChartNode = this.#chart): readonly ChartNode[] {
    const own = node.children.length >= MANY && node.path !== '' && node.type === 'compound' ? [node] : [];
    return [...own, ...node.children.flatMap((child) => this.#foldable(child))];
  }

  /** The commands that wait stand in the box of their region, as far as there is room. */
  #name(pending: readonly string[]): void {
    const name = this.#boxes.get(PENDING)?.drawn.querySelector('.name');
    if (name == null) return;
    const words = pendingInWords(pending);
    if (name.textContent === words) return;
    name.textContent = words;
    name.removeAttribute('textLength');
  }

  #draw({ transition, event }: MapContent): void {
    const from = transition === null ? undefined : this.#boxes.get(this.#shown(transition.from));
    const to = transition === null ? undefined : this.#boxes.get(this.#shown(transition.to));
    const arrow = from === undefined || to === undefined || from === to ? null : arrowBetween(from.box, to.box);
    if (arrow === null) {
      this.#arrow.replaceChildren();
      return;
    }
    const document = this.#document;
    this.#arrow.replaceChildren(
      svgElement(
        document,
        'marker',
        { id: 'head', viewBox: '0 0 10 10', refX: 8, refY: 5, markerWidth: 7, markerHeight: 7, orient: 'auto-start-reverse' },
        svgElement(document, 'path', { class: 'head', d: 'M0 0L10 5L0 10z' }),
      ),
      svgElement(document, 'path', { d: arrow.path, 'marker-end': 'url(#head)' }),
      svgElement(document, 'text', { x: arrow.label.x, y: arrow.label.y }, event),
    );
  }
}

function idOf(path: string): string {
  return `state-${path.replaceAll('.', '-')}`;
}
