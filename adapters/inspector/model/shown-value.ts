const DEEPEST = 4;
const MOST_PARTS = 100;
const LONGEST_TEXT = 200;

function textOf(value: string): string {
  return value.length > LONGEST_TEXT ? `[text of ${value.length} characters]` : value;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Array.isArray(value);
}

/**
 * A value as lines of text, one for each thing that it holds. It has an end, also where the value has none: what is deep,
 * long or no plain data is told by its kind.
 */
export function linesOf(value: unknown): readonly string[] {
  const lines: string[] = [];
  const above: object[] = [];
  const show = (name: string, given: unknown): void => {
    const indent = '  '.repeat(above.length);
    const put = (text: string) => lines.push(`${indent}${name}: ${text}`);
    if (lines.length >= MOST_PARTS) return;
    if (typeof given !== 'object' || given === null) {
      put(
        typeof given === 'string'
          ? textOf(given)
          : typeof given === 'function' || typeof given === 'symbol'
            ? `[${typeof given}]`
            : String(given),
      );
    } else if (above.includes(given)) put('[circle]');
    else if (!isPlain(given)) put('[object]');
    else if (above.length === DEEPEST) put('[more]');
    else {
      const names = Object.keys(given);
      put(names.length === 0 ? (Array.isArray(given) ? 'none' : '{}') : '');
      above.push(given);
      for (const one of names) showPart(given, one);
      above.pop();
    }
  };
  const showPart = (of: object, name: string): void => {
    let part: unknown;
    try {
      part = (of as Readonly<Record<string, unknown>>)[name];
    } catch {
      part = '[unreadable]';
    }
    try {
      show(textOf(name), part);
    } catch {
      lines.push(`${textOf(name)}: [unreadable]`);
    }
  };
  if (typeof value === 'object' && value !== null) for (const name of Object.keys(value)) showPart(value, name);
  else show('value', value);
  if (lines.length >= MOST_PARTS) lines.push('[more]');
  return lines.map((line) => line.trimEnd());
}
