/** Bytes of an object or list, of each of its fields, and of a text besides its letters: what V8 takes, rounded up. */
const OBJECT = 64;
const FIELD = 16;
const TEXT = 32;

/** About how many bytes a value takes, and what is in it down to so many levels. */
export function weigh(value: unknown, depth = 3): number {
  if (typeof value === 'string') return TEXT + 2 * value.length;
  if (typeof value !== 'object' || value === null || depth === 0) return 0;
  let bytes = OBJECT;
  for (const name in value) {
    const part = (value as Readonly<Record<string, unknown>>)[name];
    bytes += FIELD + (typeof part === 'string' ? TEXT + 2 * part.length : depth === 1 ? 0 : weigh(part, depth - 1));
  }
  return bytes;
}
