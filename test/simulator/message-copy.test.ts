import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { copyOf } from '../../adapters/simulator/network/message.js';

/** The value after its way over a wire: the service speaks JSON. */
function overTheWire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** The value, or that it cannot be sent. */
function attempt(copy: (value: unknown) => unknown, value: unknown): readonly [string, unknown?] {
  try {
    return ['copied', copy(value)];
  } catch {
    return ['refused'];
  }
}

test('a copy is what JSON makes of it, whatever business data has been attached', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
  });
  fc.assert(
    fc.property(anything, (value) => {
      // In words, too: `toEqual` takes what is undefined for what is not there, and does not see the order.
      const [copied, expected] = [attempt(copyOf, value), attempt(overTheWire, value)];
      expect(copied).toStrictEqual(expected);
      expect(JSON.stringify(copied)).toBe(JSON.stringify(expected));
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test.each<readonly [string, unknown]>([
  ['a zero below zero, and what is no number', { a: -0, b: NaN, c: [Infinity] }],
  ['what JSON leaves out, and holes', { a: undefined, b: () => 1, c: [undefined, () => 1, Symbol('x')], d: new Array(2) }],
  ['what has its own way onto a wire', { at: new Date(0), url: { toJSON: () => 'its own' } }],
  ['names that mean something else', JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}') as unknown],
  ['what is nested deeply', Array.from({ length: 40 }).reduce((inner) => ({ inner }), 'the end')],
])('%s: as JSON has it', (_what, value) => {
  const copied = copyOf(value);
  expect(copied).toStrictEqual(overTheWire(value));
  expect(Object.is((copied as { a?: unknown }).a, -0)).toBe(false);
});

test('a copy shares nothing with the original', () => {
  const original = { thisQueues: [{ name: 'support' }] };
  const copied = copyOf(original);
  original.thisQueues[0]!.name = 'sales';
  original.thisQueues.length = 0;
  expect(copied).toEqual({ thisQueues: [{ name: 'support' }] });
});

test('what has no end cannot be sent', () => {
  const endless: Record<string, unknown> = {};
  endless['itself'] = endless;
  expect(() => copyOf(endless)).toThrow(TypeError);
});
