import type { Shape } from '../../../src/chart-map/index.js';

type Attributes = Readonly<Record<string, string | number>>;
type Content = Node | string;

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element with attributes and content. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: Tag,
  attributes: Attributes = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...content);
  return made;
}

/** An SVG element with attributes and content. */
export function svgElement(document: Document, tag: string, attributes: Attributes = {}, ...content: readonly Content[]): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...content);
  return made;
}

/** A drawn shape as elements of a page. */
export function shapeElement(document: Document, { tag, attributes, children }: Shape): SVGElement {
  return svgElement(
    document,
    tag,
    attributes,
    ...children.map((child) => (typeof child === 'string' ? child : shapeElement(document, child))),
  );
}

/** A button that does something. */
export function button(document: Document, label: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = element(document, 'button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', act);
  return made;
}
