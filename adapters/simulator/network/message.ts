/** An event of the service, as it is on the wire. */
export interface Message {
  readonly messageID: string;
  readonly [attribute: string]: unknown;
}

/** Stands for what is more than plain data: dates and the like have their own way onto a wire. */
const NOT_PLAIN = Symbol('not plain');

/** Nothing that is nested deeper is copied here: it may have no end. */
const DEEPEST = 16;

/** As JSON would have it; undefined: not at all. */
function plainCopy(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      // JSON knows no other number, and no zero below zero.
      return Number.isFinite(value) ? value + 0 : null;
    case 'object':
      if (value === null) return null;
      return depth > DEEPEST ? NOT_PLAIN : Array.isArray(value) ? listCopy(value, depth) : objectCopy(value, depth);
    case 'bigint':
      return NOT_PLAIN;
    default:
      return undefined;
  }
}

function listCopy(list: readonly unknown[], depth: number): unknown {
  const copies: unknown[] = [];
  for (const item of list) {
    const copy = plainCopy(item, depth + 1);
    if (copy === NOT_PLAIN) return NOT_PLAIN;
    copies.push(copy ?? null);
  }
  return copies;
}

function objectCopy(value: object, depth: number): unknown {
  if (Object.getPrototypeOf(value) !== Object.prototype || 'toJSON' in value || Object.hasOwn(value, '__proto__')) return NOT_PLAIN;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const attribute = plainCopy((value as Readonly<Record<string, unknown>>)[name], depth + 1);
    if (attribute === NOT_PLAIN) return NOT_PLAIN;
    if (attribute !== undefined) copy[name] = attribute;
  }
  return copy;
}

/** A copy that shares nothing with the original, like one that has come over a wire. */
export function copyOf<Value>(value: Value): Value {
  const copy = plainCopy(value, 0);
  return (copy === NOT_PLAIN || copy === undefined ? JSON.parse(JSON.stringify(value)) : copy) as Value;
}
