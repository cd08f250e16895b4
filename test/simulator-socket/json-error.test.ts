import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonErrorIn } from '../../adapters/simulator/socket/cli/json-error.js';

test.each([
  ['', 1, 1, 'a value'],
  ['{\n  "a": 1,\n}', 3, 1, 'a name in double quotes'],
  ["{'a': 1}", 1, 2, 'a name in double quotes'],
  ['{"a" 1}', 1, 6, 'a colon'],
  ['[1 2]', 1, 4, 'a comma or ]'],
  ['{"a": 1', 1, 8, 'a comma or }'],
  ['["a\nb"]', 1, 2, 'a value'],
  ['{} {}', 1, 4, 'the end'],
  ['[01]', 1, 3, 'a comma or ]'],
  ['[.5]', 1, 2, 'a value'],
])('finds where %j stops being JSON', (text, line, column, expected) => {
  expect(jsonErrorIn(text)).toEqual({ line, column, expected });
});

test('finds nothing wrong with JSON, and something with everything else', () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(fc.property(fc.json(), (text) => expect(jsonErrorIn(text)).toBeNull()));
  const damaged = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 3 })).map(([text, at, by]) => {
    const index = at % (text.length + 1);
    return text.slice(0, index) + by + text.slice(index + 1);
  });
  fc.assert(
    fc.property(damaged, (text) => expect(jsonErrorIn(text) === null).toBe(isJson(text))),
    { numRuns: 1000 },
  );
});
