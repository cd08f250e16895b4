import type { ChartNode } from './describe.js';
import { rowsOf } from './rows.js';
import { heightOf, sum, withGaps, type Sized } from './sized.js';
import { textWidth } from './text-width.js';

/** A state as a box, in px. The boxes within it come right after it in a list. */
export interface Box {
  readonly node: ChartNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** `region`: side by side with others; `group`: it has states of its own; `state`: it has none. */
  readonly kind: 'region' | 'group' | 'state' | 'history';
  /** The name, in px of its left end and its baseline, or of its middle where it stands in the middle. */
  readonly label: { readonly x: number; readonly y: number; readonly isCentred: boolean };
}

export interface ChartMap {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
}

/** A column of regions, one below the other; those in a list of their own stand side by side. */
export interface Column {
  readonly regions: readonly (string | readonly string[])[];
  readonly width: number;
  /** Whether its first region is stretched until the column reaches down to the bottom of the map. */
  readonly isFilled?: boolean;
}

/** Whether a group is drawn as if it had no states of its own. */
export type IsFolded = (node: ChartNode) => boolean;

/** Sizes of the letters, in px. */
export const LETTERS = { state: 13, title: 12 } as const;

const PADDING = 8;
const GAP = 8;
const TITLE = 24;
const STATE = { height: 28, side: 9, least: 44 };
/** For the dot before the name of the state that is entered first. */
const DOT = 12;

const widthOf = (row: readonly Sized[]) =>
  withGaps(
    row.map(({ width }) => width),
    GAP,
  );

function sized(node: ChartNode, mostWidth: number, isFolded: IsFolded): Sized {
  const { key, isInitial, children } = node;
  const dot = isInitial ? DOT : 0;
  if (children.length === 0 || isFolded(node)) {
    const width = Math.max(STATE.least, Math.ceil(textWidth(key, LETTERS.state) + dot + 2 * STATE.side));
    return { node, width, height: STATE.height, rows: [] };
  }
  const within = children.map((child) => sized(child, mostWidth - 2 * PADDING, isFolded));
  const rows = rowsOf(within, mostWidth - 2 * PADDING, GAP);
  const title = Math.ceil(textWidth(key, LETTERS.title, true) + dot);
  return {
    node,
    width: Math.max(title, ...rows.map(widthOf)) + 2 * PADDING,
    height: TITLE + withGaps(rows.map(heightOf), GAP) + PADDING,
    rows,
  };
}

function kindOf({ type }: ChartNode, isLeaf: boolean, isSideBySide: boolean): Box['kind'] {
  if (type === 'history') return 'history';
  if (isSideBySide) return 'region';
  return isLeaf ? 'state' : 'group';
}

/** Gives a box its place; the boxes within it are stretched to fill it. */
function placed({ node, rows }: Sized, isSideBySide: boolean, x: number, y: number, width: number, height: number): readonly Box[] {
  const isLeaf = rows.length === 0;
  const dot = node.isInitial ? DOT : 0;
  const box: Box = {
    node,
    x,
    y,
    width,
    height,
    kind: kindOf(node, isLeaf, isSideBySide),
    label: isLeaf
      ? { x: x + (width + dot) / 2, y: y + height / 2, isCentred: true }
      : { x: x + PADDING + 2 + dot, y: y + TITLE / 2 + 1, isCentred: false },
  };
  const inner = width - 2 * PADDING;
  const heights = rows.map(heightOf);
  // Higher rows, which hold more, get more of what is left.
  const stretch = 1 + (height - TITLE - PADDING - withGaps(heights, GAP)) / Math.max(1, sum(heights));
  let top = y + TITLE;
  const within = rows.flatMap((row) => {
    const rowHeight = heightOf(row) * stretch;
    const spare = (inner - widthOf(row)) / row.length;
    let left = x + PADDING;
    const boxes = row.flatMap((one) => {
      const at = left;
      left += one.width + spare + GAP;
      return placed(one, node.type === 'parallel', at, top, one.width + spare, rowHeight);
    });
    top += rowHeight + GAP;
    return boxes;
  });
  return [box, ...within];
}

const rounded = (value: number) => Math.round(value * 10) / 10;

function roundedBox({ x, y, width, height, label, ...rest }: Box): Box {
  return {
    ...rest,
    x: rounded(x),
    y: rounded(y),
    width: rounded(width),
    height: rounded(height),
    label: { ...label, x: rounded(label.x), y: rounded(label.y) },
  };
}

/** Lays the regions out in columns: boxes in boxes, without arrows. */
export function layOut(chart: ChartNode, columns: readonly Column[], isFolded: IsFolded = () => false, margin = 12): ChartMap {
  const sizedColumns = columns.map(({ regions, ...column }) => ({
    ...column,
    rows: regions.map((row) =>
      [row].flat().map((name, _, { length }) => sized(regionOf(chart, name), (column.width - (length - 1) * GAP) / length, isFolded)),
    ),
  }));
  const height = Math.max(...sizedColumns.map(({ rows }) => withGaps(rows.map(heightOf), GAP)));
  let left = margin;
  const boxes = sizedColumns.flatMap(({ rows, width, isFilled = false }) => {
    const spare = isFilled ? height - withGaps(rows.map(heightOf), GAP) : 0;
    const at = left;
    let top = margin;
    left += width + GAP;
    return rows.flatMap((row, index) => {
      const rowHeight = heightOf(row) + (index === 0 ? spare : 0);
      const each = (width - widthOf(row)) / row.length;
      const y = top;
      let x = at;
      top += rowHeight + GAP;
      return row.flatMap((region) => {
        const from = x;
        x += region.width + each + GAP;
        return placed(region, true, from, y, region.width + each, rowHeight);
      });
    });
  });
  return { width: left - GAP + margin, height: Math.ceil(height + 2 * margin), boxes: boxes.map(roundedBox) };
}

function regionOf(chart: ChartNode, name: string): ChartNode {
  const region = chart.children.find(({ key }) => key === name);
  if (region === undefined) throw new Error(`The chart has no such region: ${name}.`);
  return region;
}
