import { describe, expect, test } from '@jest/globals';
import { shallow } from '../../src/any-agent/shallow.js';

class Point {
  constructor(readonly x: number) {}
}
const inner = {};

describe('two values are the same by their parts', () => {
  test.each<readonly [unknown, unknown]>([
    [1, 1],
    [NaN, NaN],
    ['a', 'a'],
    [null, null],
    [undefined, undefined],
    [inner, inner],
    [{}, {}],
    [[], []],
    [
      { a: 1, b: inner },
      { b: inner, a: 1 },
    ],
    [
      [1, inner],
      [1, inner],
    ],
    [{ a: undefined }, { a: undefined }],
  ])('%p and %p', (a, b) => {
    expect(shallow(a, b)).toBe(true);
  });
});

describe('two values are not the same', () => {
  test.each<readonly [unknown, unknown]>([
    [1, 2],
    [0, -0],
    [1, '1'],
    [null, undefined],
    [null, {}],
    [{}, null],
    [{}, []],
    [[], {}],
    [7, {}],
    [{}, 7],
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: undefined }, { b: undefined }],
    [{ a: {} }, { a: {} }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    // Objects whose parts do not tell what they are.
    [new Point(1), new Point(1)],
    [new Point(1), { x: 1 }],
    [new Map([[1, 1]]), new Map([[2, 2]])],
    [new Date(1), new Date(2)],
    [{ toString: 1 }, { valueOf: 1 }],
  ])('%p and %p', (a, b) => {
    expect(shallow(a, b)).toBe(false);
  });
});
