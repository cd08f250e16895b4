import { withoutNumbers } from '../privacy/personal-texts.js';

/** Deeper than the chart; a value that goes on for ever, by getters say, ends here. */
const DEEPEST = 32;
/** More than the whole chart has. */
const MOST_PARTS = 20_000;

/**
 * A copy that `structuredClone`, `postMessage` and `JSON.stringify` take, and that shares nothing with the value. An
 * object says by its `toJSON` how it is shown, so personal data is masked; of an error, name and message are left. It
 * never throws: parts that cannot be read or copied are said to be so.
 */
export function plain(value: unknown): unknown {
  let parts = 0;
  const above: object[] = [];

  function copyObject(from: object): unknown {
    if (above.includes(from)) return '[circle]';
    if (above.length === DEEPEST || ++parts > MOST_PARTS) return '[more]';
    above.push(from);
    try {
      const { toJSON } = from as { readonly toJSON?: unknown };
      if (typeof toJSON === 'function') return copyOf(() => toJSON.call(from, '') as unknown);
      if (Array.isArray(from)) return Array.from(from, (part: unknown) => copyOf(() => part));
      if (from instanceof Error) return { name: from.name, message: withoutNumbers(from.message) };
      return copyAttributes(from);
    } finally {
      above.pop();
    }
  }

  function copyAttributes(from: object): object {
    const copies = Object.keys(from).map((name) => [name, copyOf(() => (from as Readonly<Record<string, unknown>>)[name])]);
    return Object.fromEntries(copies.filter(([, part]) => part !== undefined)) as object;
  }

  function copyOf(read: () => unknown): unknown {
    try {
      const from = read();
      switch (typeof from) {
        case 'object':
          return from === null ? null : copyObject(from);
        case 'bigint':
          return String(from);
        case 'function':
        case 'symbol':
          return `[${typeof from}]`;
        default:
          return from;
      }
    } catch {
      return '[unreadable]';
    }
  }

  return copyOf(() => value);
}
