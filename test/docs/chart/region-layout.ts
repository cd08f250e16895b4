import type { ChartNode, Edge } from '../../../src/chart-map/describe.js';
import { rowsOf } from '../../../src/chart-map/rows.js';
import { text } from '../../../src/chart-map/map-shapes.js';
import { shape, type Shape } from '../../../src/chart-map/shape.js';
import { heightOf, sum, withGaps, type Sized } from '../../../src/chart-map/sized.js';
import { textWidth, wrapped } from '../../../src/chart-map/text-width.js';

const PADDING = 10;
const GAP = 10;
const TITLE = 26;
const LINE = 17;
const SMALL = 11.5;
const CHIP = { height: 20, side: 6, gap: 5 };
/** The width of a state without others within, if it has much to say. */
const USUAL = 270;

/** One line of what a state does: its events, and where each of them leads. */
interface Way {
  readonly events: string;
  readonly targets: string;
}

/** A part of what a box says: so high, drawn from its upper left corner in px. */
interface Part {
  readonly height: number;
  draw(x: number, y: number): readonly Shape[];
}

/** The last name of a path, with the one before it where many states share the last. */
export function shortName(path: string): string {
  const names = path.split('.');
  const [group = '', name = ''] = names.slice(-2);
  return names.length > 1 && ['before', 'displaced', 'held', 'plain', 'dialing', 'talking', 'unknown'].includes(name)
    ? `${group}.${name}`
    : name;
}

/** Where the events lead that leave the state, one line for events that lead to the same. */
function waysOf(edges: readonly Edge[]): readonly Way[] {
  const targets = new Map<string, Set<string>>();
  for (const { event, targets: to } of edges) {
    const known = targets.get(event) ?? new Set<string>();
    for (const path of to) known.add(shortName(path));
    targets.set(event, known);
  }
  const events = new Map<string, string[]>();
  for (const [event, to] of targets) {
    if (to.size === 0) continue;
    const key = [...to].join(', ');
    events.set(key, [...(events.get(key) ?? []), event]);
  }
  return [...events].map(([to, from]) => ({ events: from.join(', '), targets: to }));
}

function lines(content: string, width: number, style: string): Part {
  const all = wrapped(content, SMALL, width);
  return {
    height: all.length * LINE,
    draw: (x, y) => all.map((line, index) => text(line, x, y + index * LINE + 12, SMALL, { class: `small ${style}` })),
  };
}

function way({ events, targets }: Way, width: number): Part {
  const all = `${events} → ${targets}`;
  const isShort = textWidth(all, SMALL) <= width;
  if (!isShort) {
    const [from, to] = [lines(events, width, 'event'), lines(`→ ${targets}`, width - 12, 'target')];
    return { height: from.height + to.height, draw: (x, y) => [...from.draw(x, y), ...to.draw(x + 12, y + from.height)] };
  }
  const start = textWidth(`${events} `, SMALL);
  return {
    height: LINE,
    draw: (x, y) => [
      text(events, x, y + 12, SMALL, { class: 'small event' }),
      text(`→ ${targets}`, Math.round((x + start) * 10) / 10, y + 12, SMALL, { class: 'small target' }),
    ],
  };
}

function chips(names: readonly string[], width: number): Part {
  const rows = rowsOf(
    names.map((name) => ({ name, width: textWidth(name, SMALL) + 2 * CHIP.side })),
    width,
    CHIP.gap,
  );
  return {
    height: rows.length * (CHIP.height + 3) + 6,
    draw: (x, y) =>
      rows.flatMap((row, index) => {
        let left = x;
        return row.flatMap(({ name, width: chip }) => {
          const at = Math.round(left * 10) / 10;
          left += chip + CHIP.gap;
          const top = y + 3 + index * (CHIP.height + 3);
          return [
            shape('rect', { class: 'command', x: at, y: top, width: Math.round(chip * 10) / 10, height: CHIP.height, rx: 4 }),
            text(name, at + CHIP.side, top + 14, SMALL, { class: 'small commandName' }),
          ];
        });
      }),
  };
}

function partsOf({ meta, commands, edges }: ChartNode, width: number): readonly Part[] {
  const { agent, customer } = meta;
  return [
    ...(agent === undefined ? [] : [lines(agent, width, 'meaning')]),
    ...(customer === undefined ? [] : [lines(`Customer: ${customer}`, width, 'meaning')]),
    ...(commands.length === 0
      ? []
      : [
          chips(
            commands.map(({ command }) => command),
            width,
          ),
        ]),
    ...waysOf(edges).map((one) => way(one, width)),
  ];
}

/** How much of a width a state without others within makes use of. */
function idealWidth({ key, meta, commands, edges }: ChartNode): number {
  const texts = [
    meta.agent ?? '',
    `Customer: ${meta.customer ?? ''}`,
    commands.map(({ command }) => `${command}  `).join(''),
    ...waysOf(edges).map(({ events, targets }) => `${events} → ${targets}`),
  ];
  return Math.max(textWidth(key, 13) + 14, ...texts.map((one) => textWidth(one, SMALL) + 2 * CHIP.side)) + 2 * PADDING;
}

export function sized(node: ChartNode, mostWidth: number): Sized {
  const inner = mostWidth - 2 * PADDING;
  const rows =
    node.children.length === 0
      ? []
      : rowsOf(
          node.children.map((child) => sized(child, inner)),
          inner,
          GAP,
        );
  const within = Math.max(
    0,
    ...rows.map((row) =>
      withGaps(
        row.map(({ width }) => width),
        GAP,
      ),
    ),
  );
  const width = Math.min(mostWidth, Math.max(within + 2 * PADDING, Math.min(USUAL, idealWidth(node))));
  const parts = partsOf(node, width - 2 * PADDING);
  const height =
    TITLE +
    sum(parts.map((part) => part.height)) +
    (rows.length === 0 ? 0 : withGaps(rows.map(heightOf), GAP) + 6) +
    (parts.length + rows.length === 0 ? 0 : PADDING);
  return { node, width, height, rows };
}

const rounded = (value: number) => Math.round(value * 10) / 10;

/** A box with all it says, and what is within it, stretched to its width and height. */
export function drawn({ node, rows }: Sized, isSideBySide: boolean, x: number, y: number, width: number, height: number): readonly Shape[] {
  const kind = node.type === 'history' ? 'history' : isSideBySide ? 'region' : node.children.length > 0 ? 'group' : 'state';
  const dot = node.isInitial ? 12 : 0;
  // Once more: there may be more room than there had to be.
  const parts = partsOf(node, width - 2 * PADDING);
  let top = y + TITLE;
  const said = parts.flatMap((part) => {
    const shapes = part.draw(rounded(x + PADDING), rounded(top));
    top += part.height;
    return shapes;
  });
  top += parts.length === 0 ? 0 : 6;
  const box = shape(
    'g',
    { class: `box ${kind}` },
    shape('rect', { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height), rx: kind === 'history' ? 13 : 8 }),
    ...(node.isInitial ? [shape('circle', { cx: rounded(x + PADDING + 4), cy: rounded(y + 14), r: 2.8 })] : []),
    text(node.key, rounded(x + PADDING + dot), rounded(y + 18), 12, { class: 'title' }, true),
  );
  const inner = width - 2 * PADDING;
  const spareHeight = rows.length === 0 ? 0 : Math.max(0, y + height - PADDING - top - withGaps(rows.map(heightOf), GAP)) / rows.length;
  const within = rows.flatMap((row) => {
    const spare =
      (inner -
        withGaps(
          row.map((one) => one.width),
          GAP,
        )) /
      row.length;
    const at = top;
    let left = x + PADDING;
    const tall = heightOf(row) + spareHeight;
    top += tall + GAP;
    return row.flatMap((one) => {
      const from = left;
      left += one.width + spare + GAP;
      return drawn(one, node.type === 'parallel', from, at, one.width + spare, tall);
    });
  });
  return [box, ...said, ...within];
}
