import type { Box } from '../../../src/chart-map/index.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** An arrow from one box to another, in px. */
export interface Arrow {
  /** As the `d` of an SVG path. */
  readonly path: string;
  /** Where its name stands in the middle. */
  readonly label: Point;
}

/** How far an arrow bends, in px and in relation to its length. */
const BEND = { least: 34, most: 52, share: 0.22 };
/** From the bend of an arrow to the middle of its name. */
const NAME = 4;
/** Between the arrow and the box it points at. */
const CLEAR = 2;

const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });
const rounded = (value: number) => Math.round(value * 10) / 10;

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Where the line from the middle of a box to a point leaves it. */
function edgeOf(box: Box, towards: Point): Point {
  const from = middle(box);
  const [dx, dy] = [towards.x - from.x, towards.y - from.y];
  const across = dx === 0 ? Infinity : (box.width / 2 + CLEAR) / Math.abs(dx);
  const along = dy === 0 ? Infinity : (box.height / 2 + CLEAR) / Math.abs(dy);
  const part = Math.min(across, along, 1);
  return { x: from.x + dx * part, y: from.y + dy * part };
}

/** The arrow; null where one box lies within the other. */
export function arrowBetween(from: Box, to: Box): Arrow | null {
  if (contains(from, to) || contains(to, from)) return null;
  const [start, end] = [middle(from), middle(to)];
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const bend = Math.max(BEND.least, Math.min(BEND.most, length * BEND.share));
  const aside = { x: -(end.y - start.y) / length, y: (end.x - start.x) / length };
  const turn = { x: (start.x + end.x) / 2 + aside.x * bend, y: (start.y + end.y) / 2 + aside.y * bend };
  const [a, b] = [edgeOf(from, turn), edgeOf(to, turn)];
  const path = `M${rounded(a.x)} ${rounded(a.y)}Q${rounded(turn.x)} ${rounded(turn.y)} ${rounded(b.x)} ${rounded(b.y)}`;
  return { path, label: { x: rounded(turn.x + aside.x * NAME), y: rounded(turn.y + aside.y * NAME + NAME) } };
}
