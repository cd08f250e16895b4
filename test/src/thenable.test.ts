import { expect, test } from '@jest/globals';
import { isThenable } from '../../src/agent/thenable.js';

test.each<readonly [unknown, boolean]>([
  [Promise.resolve(), true],
  [{ then: () => undefined }, true],
  [{ then: 'soon' }, false],
  [{}, false],
  [null, false],
  [undefined, false],
  ['then', false],
])('whether %p can be awaited: %p', (value, isSo) => {
  expect(isThenable(value)).toBe(isSo);
});
