import { withoutThen } from '../../../src/index.js';

/*
 * Reading what comes off the wire. A message is hostile until it is read: any
 * fault in it throws a `Malformed`, which `normalise` turns into a report.
 */

/** The fault in a message, without its values. */
export class Malformed extends Error {}

/** No id or code of a telephone system is longer. */
const LONGEST_ID = 256;
/** No attribute needs more characters. */
const LONGEST_TEXT = 65_536;

/** Below, a stamp is in s: as ms it would be of 1973 or before. */
const LEAST_MS = 1e11;
/** From here on, a stamp is in µs: as ms it would be of the year 5138 or later. */
const LEAST_MICROSECONDS = 1e14;
/** As µs, of the year 2243; a larger number is no time but a filler, such as the largest number there is. */
const LARGEST = 8.64e15;

export type Wire = Readonly<Record<string, unknown>>;

/** The own attributes of an object; anything else is malformed. */
export function attributesOf(value: unknown, what = 'the message'): Wire {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Malformed(`${what} must be an object`);
  }
  const attributes: Record<string, unknown> = {};
  // One that has a `then` is not one to wait for.
  for (const [name, attribute] of Object.entries(withoutThen(value) as Wire)) {
    if (name === '__proto__') throw new Malformed(`${what} has a forbidden attribute`);
    if (name.length > LONGEST_ID || (typeof attribute === 'string' && attribute.length > LONGEST_TEXT)) {
      throw new Malformed(`${what} is too long`);
    }
    attributes[name] = typeof attribute === 'string' ? attribute.trim() : attribute;
  }
  return attributes;
}

/** An id or a code, which may come as string or number; blank is missing. */
export function idIn(wire: Wire, name: string): string | undefined {
  const value = wire[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new Malformed(`${name} must be a string`);
  }
  const id = String(value);
  if (id.length > LONGEST_ID) throw new Malformed(`${name} is too long`);
  return id;
}

/** A whole number, which may come as string or number; blank is missing. */
export function numberIn(wire: Wire, name: string): number | undefined {
  const id = idIn(wire, name);
  if (id === undefined) return undefined;
  const value = Number(id);
  if (!Number.isFinite(value)) throw new Malformed(`${name} must be a number`);
  return value;
}

/** The server's time in epoch ms, be it in s, ms or µs; one that is no time is no reason to disbelieve the rest. */
export function stampIn(wire: Wire, name: string): number | undefined {
  const given = wire[name];
  const value = typeof given === 'string' || typeof given === 'number' ? Number(given) : Number.NaN;
  if (!(value > 0 && value <= LARGEST)) return undefined;
  if (value < LEAST_MS) return Math.round(value * 1000);
  return value < LEAST_MICROSECONDS ? value : Math.floor(value / 1000);
}

/** The number of the request that has led to a message; a value that is none is no reason to disbelieve the rest. */
export function referenceIn(wire: Wire): string | undefined {
  try {
    return idIn(wire, 'referenceID');
  } catch {
    return undefined;
  }
}
