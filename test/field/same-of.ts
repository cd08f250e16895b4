import type { Attributes } from './day.js';

const isObject = (value: unknown): value is Attributes => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of what is shown, those fields that are expected to be something; of a list all members, and those fields of each. */
export function sameOf(shown: unknown, expected: unknown): unknown {
  if (Array.isArray(shown) && Array.isArray(expected)) {
    return shown.map((value, index) => (index < expected.length ? sameOf(value, expected[index]) : value));
  }
  if (!isObject(shown) || !isObject(expected)) return shown;
  return Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, sameOf(shown[name], value)]));
}
