/** An element of an SVG picture, to be written as text or made in a page. */
export interface Shape {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Shape | string)[];
}

export function shape(tag: string, attributes: Shape['attributes'], ...children: Shape['children']): Shape {
  return { tag, attributes, children };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);
}

/** The element as text, a line for each that has elements within. */
export function written({ tag, attributes, children }: Shape): string {
  const named = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
  if (children.length === 0) return `<${tag}${named}/>`;
  const hasElements = children.some((child) => typeof child !== 'string');
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : written(child)));
  return hasElements ? `<${tag}${named}>\n${inner.join('\n')}\n</${tag}>` : `<${tag}${named}>${inner.join('')}</${tag}>`;
}
