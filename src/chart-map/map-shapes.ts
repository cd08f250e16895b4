import { LETTERS, type Box } from './layout.js';
import { shape, type Shape } from './shape.js';
import { textWidth } from './text-width.js';

const CORNER: Readonly<Record<Box['kind'], number>> = { region: 10, group: 8, state: 7, history: 14 };
/** From the left end of a name to the dot before it. */
const DOT = 8;

/** Letters that keep to the width they were laid out with, whatever letters the reader's computer has. */
export function text(content: string, x: number, y: number, size: number, more: Shape['attributes'] = {}, isBold = false): Shape {
  const width = Math.round(textWidth(content, size, isBold) * 10) / 10;
  return shape('text', { x, y, textLength: width, lengthAdjust: 'spacingAndGlyphs', ...more }, content);
}

/** The meaning of a state, for whoever points at it. */
function meaningOf({ node: { meta, path } }: Box): string {
  const { agent, customer } = meta;
  const parts = [path, agent && `Agent: ${agent}`, customer && `Customer: ${customer}`];
  return parts.filter((part) => part !== undefined && part !== '').join('\n');
}

/** A state as it is drawn, without its title. */
export function boxShape(box: Box): Shape {
  const { x, y, width, height, kind, label, node } = box;
  const isTitle = !label.isCentred;
  const size = isTitle ? LETTERS.title : LETTERS.state;
  const left = isTitle ? label.x : label.x - textWidth(node.key, size) / 2;
  const baseline = Math.round((label.y + size * 0.36) * 10) / 10;
  return shape(
    'g',
    { class: `box ${kind}`, 'data-path': node.path },
    shape('title', {}, meaningOf(box)),
    shape('rect', { x, y, width, height, rx: CORNER[kind] }),
    ...(node.isInitial ? [shape('circle', { cx: Math.round((left - DOT) * 10) / 10, cy: label.y, r: 2.8 })] : []),
    text(node.key, label.x, baseline, size, { class: isTitle ? 'title' : 'name' }, isTitle),
  );
}
