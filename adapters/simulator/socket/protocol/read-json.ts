import { MAX_DEPTH } from './limits.js';

/** Names with which an object can be made to be something else. No message needs them. */
const FORBIDDEN_NAMES: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Either a value, or what is wrong with the text. */
export type Json = { readonly value: unknown } | { readonly value: unknown; readonly wrong: string };

/** Looks through a value without recursion, so that no nesting is too deep to be refused. */
function wrongWithin(root: unknown): string | null {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MAX_DEPTH) return `nested deeper than ${MAX_DEPTH} levels`;
    for (const [name, inner] of Object.entries(value)) {
      if (FORBIDDEN_NAMES.includes(name)) return `the name ${name} is not allowed`;
      open.push({ value: inner, depth: depth + 1 });
    }
  }
  return null;
}

/** Reads a message that nobody vouches for. `value` is there also if something in it is wrong. */
export function readJson(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch {
    return { value: null, wrong: 'not JSON' };
  }
  const wrong = wrongWithin(value);
  return wrong === null ? { value } : { value, wrong };
}
