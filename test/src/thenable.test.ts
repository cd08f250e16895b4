import { describe, expect, test } from '@jest/globals';
import { isThenable, withoutThen } from '../../src/agent/thenable.js';

test.each<readonly [unknown, boolean]>([
  [Promise.resolve(), true],
  [{ then: () => undefined }, true],
  [{ then: 'soon' }, false],
  [{}, false],
  [null, false],
  [undefined, false],
  ['then', false],
  [Object.assign(() => undefined, { then: () => undefined }), true],
  [
    Object.defineProperty({}, 'then', {
      get() {
        throw new Error('of a getter');
      },
    }),
    false,
  ],
])('whether %p can be awaited: %p', (value, isSo) => {
  expect(isThenable(value)).toBe(isSo);
});

/** A property that cannot be read. */
const THROWS = {
  get(): never {
    throw new Error('of a getter');
  },
};

describe('what a promise can be settled with', () => {
  test.each([undefined, null, 7, 'then', {}, { then: 'soon' }, [1], () => undefined, new Date(0)])('is %p itself', (value) => {
    expect(withoutThen(value)).toBe(value);
  });

  test.each<readonly [string, PropertyDescriptor]>([
    ['a function', { value: () => undefined }],
    ['a getter', { get: () => undefined }],
    ['a getter that throws', THROWS],
  ])('is a copy without the `then` where that is %s', async (_, descriptor) => {
    const value = Object.defineProperty({ a: 1, deep: { b: 2 } }, 'then', { enumerable: true, ...descriptor });
    const copy = withoutThen(value);
    expect(copy).toEqual({ a: 1, deep: { b: 2 } });
    expect(Object.keys(copy)).toEqual(['a', 'deep']);
    expect(copy.deep).toBe(value.deep);
    expect(await Promise.resolve(copy)).toBe(copy);
  });

  test('is a list where it was one', () => {
    const copy = withoutThen(Object.assign([1, 2], { then: () => undefined }));
    expect(Array.isArray(copy)).toBe(true);
    expect([...copy]).toEqual([1, 2]);
  });

  test('is of the same class, without what the class would have it wait for', async () => {
    class Row {
      readonly a = 1;
      then(): void {
        throw new Error('nobody waits for a row');
      }
    }
    const copy = withoutThen(new Row());
    expect(copy).toBeInstanceOf(Row);
    expect(await (copy as unknown)).toBe(copy);
    expect(copy.a).toBe(1);
  });

  test('has the other getters uncalled', () => {
    const value = Object.defineProperties({}, { then: { value: () => undefined }, broken: { ...THROWS, enumerable: true } });
    const copy = withoutThen(value);
    expect(Object.keys(copy)).toEqual(['broken']);
  });

  test('is empty where nothing can be read', async () => {
    const trap = () => {
      throw new Error('of a trap');
    };
    const hostile = new Proxy({}, { get: trap, has: trap, ownKeys: trap, getOwnPropertyDescriptor: trap, getPrototypeOf: trap });
    expect(withoutThen(hostile)).toEqual({});
    const anything = new Proxy({ a: 1 }, { get: () => () => undefined });
    expect(await Promise.resolve(withoutThen(anything))).toEqual({ a: 1 });
  });

  test('is not shared: the value stays as it was', () => {
    const value = { then: () => undefined };
    withoutThen(value);
    expect(Object.keys(value)).toEqual(['then']);
  });
});
