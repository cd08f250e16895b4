import { describe, expect, test } from '@jest/globals';
import { merge } from '../../machines/confidential.js';
import { Confidential, NOTHING, revealed } from '../../machines/index.js';
import { isSameReading } from '../../machines/network-reading.js';

const of = (attributes: Record<string, unknown>, isOpen = false) => new Confidential<Readonly<Record<string, unknown>>>(attributes, isOpen);

describe('a confidential value', () => {
  test('is masked when it is serialised, unless it is opened', () => {
    expect(JSON.stringify(of({ a: 1 }))).toBe('"[confidential]"');
    expect(JSON.stringify(of({ a: 1 }).opened())).toBe('{"a":1}');
    expect([of({}).isOpen, of({}).opened().isOpen, of({}, true).isOpen]).toEqual([false, true, true]);
    expect(of({ a: 1 }).reveal()).toEqual({ a: 1 });
  });

  test('that was restored from JSON is what was shown of it', () => {
    const restored = (value: unknown) => revealed(value as Confidential<Record<string, unknown>>);
    expect(restored('[confidential]')).toEqual({});
    expect(restored({ a: 1 })).toEqual({ a: 1 });
    expect(restored(null)).toEqual({});
  });
});

describe('two sets of attributes together', () => {
  const merged = (earlier: Record<string, unknown>, later: Record<string, unknown>) => merge(of(earlier), of(later)).reveal();

  test('have all of both, the later one where both have one', () => {
    expect(merged({ a: 1, b: 1 }, { b: 2, c: 3 })).toEqual({ a: 1, b: 2, c: 3 });
    expect(merged({ a: { x: 1 } }, { a: { x: 2 } })).toEqual({ a: { x: 2 } });
    expect(merged({ a: 'x' }, { a: { toJSON: () => 'x' } })).toEqual({ a: { toJSON: expect.any(Function) } });
    expect(merged({ a: { toJSON: () => 'x' } }, { a: 'x' })).toEqual({ a: 'x' });
  });

  test.each([undefined, null, ''])('keep what the later one has as %p', (blank) => {
    expect(merged({ a: 1 }, { a: blank })).toEqual({ a: 1 });
  });

  test('are the same object as the earlier one, if the later one says nothing new', () => {
    const earlier = of({ a: 1, b: { x: [1] }, c: Number.NaN });
    expect(merge(earlier, undefined)).toBe(earlier);
    expect(merge(earlier, NOTHING)).toBe(earlier);
    expect(merge(earlier, of({}))).toBe(earlier);
    expect(merge(earlier, of({ a: 1, b: { x: [1] }, c: Number.NaN }))).toBe(earlier);
  });

  test('take what cannot be compared as new', () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    const earlier = of({ a: {} });
    expect(merge(earlier, of({ a: circular })).reveal()['a']).toBe(circular);
  });

  test.each([
    [false, false, false],
    [true, false, true],
    [false, true, true],
    [true, true, true],
  ])('are open if one of them is: %p, %p', (earlier, later, both) => {
    expect(merge(of({ a: 1 }, earlier), of({ b: 1 }, later)).isOpen).toBe(both);
  });
});

test('two measurements say the same if all of their values are', () => {
  const reading = { ping: 1, jitter: 2, loss: '3', quality: 'veryGood' } as const;
  expect(isSameReading(reading, { ...reading })).toBe(true);
  expect(isSameReading(null, reading)).toBe(false);
  for (const other of [{ ping: 9 }, { jitter: 9 }, { loss: '9' }, { quality: 'veryPoor' as const }]) {
    expect(isSameReading(reading, { ...reading, ...other })).toBe(false);
  }
});
