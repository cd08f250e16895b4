import { describe, expect, test } from '@jest/globals';
import { Confidential } from '../../machines/index.js';
import { plain } from '../../src/inspection/plain.js';

class Point {
  readonly x = 1;
  #hidden = 'hidden';
  get hidden() {
    return this.#hidden;
  }
}

const circle: Record<string, unknown> = { name: 'circle' };
circle['again'] = { circle };
const itself: object = { toJSON: () => itself };
const shared = { a: 1 };
const fails = (): never => {
  throw new Error('unreadable');
};
const endless = (): object => ({
  get more() {
    return endless();
  },
});

describe('what is plain', () => {
  test.each<readonly [string, unknown, unknown]>([
    ['texts, numbers and truth', ['a', 1, Number.NaN, true, null], ['a', 1, Number.NaN, true, null]],
    ['undefined', undefined, undefined],
    ['attributes without a value', { a: 1, b: undefined }, { a: 1 }],
    ['a hole in a list', [1, undefined], [1, undefined]],
    ['functions and symbols', { f: fails, s: Symbol('s') }, { f: '[function]', s: '[symbol]' }],
    ['great numbers', 12n, '12'],
    ['an object of a class', new Point(), { x: 1 }],
    ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['what must not be seen', { leg: new Confidential({ otherDN: '13800138000' }) }, { leg: '[confidential]' }],
    ['what the integrator wants to see', new Confidential({ otherDN: '13800138000' }, true), { otherDN: '13800138000' }],
    [
      'an error',
      Object.assign(new RangeError('cannot dial 13800138000'), { otherDN: '13800138000' }),
      { name: 'RangeError', message: 'cannot dial ***' },
    ],
    ['a circle', circle, { name: 'circle', again: { circle: '[circle]' } }],
    ['the same object twice', [shared, shared], [{ a: 1 }, { a: 1 }]],
    [
      'a getter that throws',
      {
        get a() {
          return fails();
        },
        b: 1,
      },
      { a: '[unreadable]', b: 1 },
    ],
    ['a toJSON that throws', { a: { toJSON: fails } }, { a: '[unreadable]' }],
    ['an object that gives itself for JSON', itself, '[circle]'],
    ['what throws whatever is asked of it', new Proxy({}, { get: fails, ownKeys: fails, getPrototypeOf: fails }), '[unreadable]'],
  ])('%s', (_, value, copy) => {
    expect(plain(value)).toEqual(copy);
    expect(structuredClone(plain(value))).toEqual(copy);
  });

  test('names that objects have by themselves are names like any other', () => {
    const copy = plain(JSON.parse('{"__proto__": {"polluted": true}}')) as object;
    expect(Object.keys(copy)).toEqual(['__proto__']);
    expect('polluted' in copy).toBe(false);
  });

  test('has an end, in depth and in breadth', () => {
    expect(JSON.stringify(plain(endless()))).toMatch(/^\{"more":\{.*"\[more\]"\}+$/);
    const many = plain(Array.from({ length: 30_000 }, () => ({}))) as unknown[];
    expect(many.filter((one) => one === '[more]').length).toBeGreaterThan(9_000);
  });

  test('shares nothing with the value', () => {
    const list = [{ a: 1 }];
    const copy = plain({ list }) as { readonly list: unknown[] };
    expect(copy.list).toEqual(list);
    expect(copy.list).not.toBe(list);
    expect(copy.list[0]).not.toBe(list[0]);
  });
});
