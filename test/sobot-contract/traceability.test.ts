import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { CONTRACT, CONTRACT_ITEMS } from './contract-data.js';
import { itemsOf, type ContractData } from './contract-items.js';
import { covers } from './covers.js';
import { readNamedItems, type Naming } from './named-items.js';

/*
 * Each item of the contract data is named by a test that exercises it, and no test names one that is not there.
 * A test names an item by its full name in `covers('…')`; a word in its title or in a comment is not enough.
 */

const TESTS = fileURLToPath(new URL('..', import.meta.url));

function testFiles(): readonly string[] {
  return (
    readdirSync(TESTS, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      // The texts that this file has the reader read are no tests.
      .filter((file) => file !== fileURLToPath(import.meta.url))
  );
}

const READINGS = testFiles()
  .map((file) => [relative(TESTS, file), readFileSync(file, 'utf8')] as const)
  .filter(([, text]) => text.includes('covers('))
  .map(([file, text]) => readNamedItems(file, text));
const NAMINGS = READINGS.flatMap(({ namings }) => namings);

/** Items that no test names. */
function unnamed(items: readonly string[], namings: readonly Naming[]): string[] {
  const named = new Set(namings.map(({ item }) => item));
  return items.filter((item) => !named.has(item));
}

/** Items that tests name though they are not, or no longer, in the data. */
function stale(items: readonly string[], namings: readonly Naming[]): string[] {
  const known = new Set(items);
  return namings.filter(({ item }) => !known.has(item)).map(({ item, where }) => `${where} names "${item}"`);
}

describe('the contract data', () => {
  test('has no item that no test names', () => {
    expect(unnamed(CONTRACT_ITEMS, NAMINGS)).toEqual([]);
  });

  test('has every item that a test names', () => {
    expect(stale(CONTRACT_ITEMS, NAMINGS)).toEqual([]);
  });

  test('is named by tests that are run and expect something', () => {
    expect(READINGS.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('has no two items of one name', () => {
    expect(CONTRACT_ITEMS.filter((item, index) => CONTRACT_ITEMS.indexOf(item) !== index)).toEqual([]);
    expect(CONTRACT_ITEMS.length).toBeGreaterThan(300);
  });
});

/** A change of the data, made in a copy. */
type Change = (data: ContractData) => unknown;
const method = ({ methods }: ContractData, name: string) => methods.find((one) => one.name === name)!;
const parameter = (data: ContractData, name: string, of: string) => method(data, of).params.find((one) => one.name === name)!;
const push = (list: unknown, one: unknown) => (list as unknown[]).push(one);

const CHANGES: readonly (readonly [string, Change, missing: readonly string[], stale: readonly string[]])[] = [
  [
    'a new method',
    ({ methods }) => push(methods, { name: 'parkCall', group: 'call', callbacks: false, params: [], rules: [] }),
    ['method parkCall, no callbacks'],
    [],
  ],
  [
    'a method that gets callbacks',
    (data) => Object.assign(method(data, 'holdCall'), { callbacks: true }),
    ['method holdCall, callbacks'],
    ['method holdCall, no callbacks'],
  ],
  [
    'a new parameter',
    (data) => push(method(data, 'answer').params, { name: 'device', type: 'string', required: false }),
    ['answer(device): string, optional'],
    [],
  ],
  [
    'a parameter that becomes required',
    (data) => Object.assign(parameter(data, 'ANI', 'makeCall'), { required: true }),
    ['makeCall(ANI): string, required'],
    ['makeCall(ANI): string, optional'],
  ],
  [
    'another limit',
    (data) => Object.assign(parameter(data, 'delayTime', 'delayACW'), { max: 901 }),
    ['delayACW(delayTime) max 901'],
    ['delayACW(delayTime) max 900'],
  ],
  [
    'a limit that was not there',
    (data) => Object.assign(parameter(data, 'target', 'singleTransfer'), { maxLength: 16 }),
    ['singleTransfer(target) maxLength 16'],
    [],
  ],
  ['a new value', (data) => push(parameter(data, 'reasonCode', 'notReady').values, 19), ['notReady(reasonCode) 19'], []],
  [
    'a new value of an enumeration',
    ({ enums }) => Object.assign(enums['reasonCode']!, { 19: 'Break (Custom 4)' }),
    ['enum reasonCode 19: Break (Custom 4)'],
    [],
  ],
  [
    'another meaning of a value',
    ({ enums }) => Object.assign(enums['phoneType']!, { sip: 'desk phone' }),
    ['enum phoneType sip: desk phone'],
    ['enum phoneType sip: SIP phone'],
  ],
  ['a new event', ({ events }) => push(events, { name: 'EventAnswer' }), ['event EventAnswer'], []],
  ['a new rule', (data) => push(method(data, 'hangup').rules, 'answer before it'), ['hangup rule: answer before it'], []],
  [
    'a rule that has gone',
    (data) => (method(data, 'resetLogout').rules as string[]).shift(),
    [],
    ['resetLogout rule: from any login state and any call status'],
  ],
  ['a new general rule', ({ general }) => push(general, 'answer'), ['general rule: answer'], []],
];

describe('a change of the data is found', () => {
  test.each(CHANGES)('%s', (_what, change, missing, gone) => {
    const data = structuredClone(CONTRACT);
    change(data);
    const items = itemsOf(data);
    expect(unnamed(items, NAMINGS)).toEqual(missing);
    const names = stale(items, NAMINGS).map((problem) => /names "(.*)"$/.exec(problem)?.[1]);
    expect([...new Set(names)]).toEqual(gone);
  });

  test.each<readonly [string, Change]>([
    ['of a method', (data) => Object.assign(method(data, 'login'), { deprecated: true })],
    ['of a parameter', (data) => Object.assign(parameter(data, 'dtmfDigits', 'sendDtmf'), { pattern: '[0-9*#]+' })],
    ['of an event', ({ events }) => Object.assign(events[0]!, { since: '6.4.0' })],
    ['of the whole', (data) => Object.assign(data, { errors: [] })],
  ])('also if it says something new %s', (_of, change) => {
    const data = structuredClone(CONTRACT);
    change(data);
    expect(() => itemsOf(data)).toThrow('does not know it');
  });
});

describe('the reader of the tests', () => {
  const read = (text: string) => {
    const { namings, problems } = readNamedItems('a.test.ts', text);
    return { items: namings.map(({ item }) => item), problems };
  };
  const OUTSIDE = 'a.test.ts:1 names items outside of a test.';
  const NOT_RUN = 'a.test.ts:1 names items in a test that is not run.';

  test.each([
    ['in a test', `test('t', () => { covers('a', "b"); expect(1).toBe(1); });`, ['a', 'b']],
    ['as rows', `test.each(covers('a', 'b'))('%s', () => { expect(1).toBe(1); });`, ['a', 'b']],
    [
      'in a test of a group',
      `describe('d', () => { describe.each([1])('e', () => { test('t', () => { covers('a'); expect(1); }); }); });`,
      ['a'],
    ],
    ['with a helper that expects', `test('t', () => { covers('a'); expectPeace(); });`, ['a']],
  ])('finds names %s', (_where, text, items) => {
    expect(read(text)).toEqual({ items, problems: [] });
  });

  test.each([
    ['in a title', `test('covers a', () => { expect('a').toBe('a'); });`],
    ['in a comment', `test('t', () => { /* covers('a') */ expect(1).toBe(1); });`],
    ['in a string', `test('t', () => { expect("covers('a')").toBe(1); });`],
    ['as an argument of something else', `test('t', () => { expect(uncovers('a')).toBe(1); });`],
  ])('finds none %s', (_where, text) => {
    expect(read(text)).toEqual({ items: [], problems: [] });
  });

  test.each([
    ['outside of a test', `covers('a');`, OUTSIDE],
    ['in a group only', `describe('d', () => { covers('a'); });`, OUTSIDE],
    ['in a hook', `beforeEach(() => { covers('a'); expect(1); });`, OUTSIDE],
    ['in a test that is skipped', `test.skip('t', () => { covers('a'); expect(1); });`, NOT_RUN],
    ['in a table that is skipped', `test.skip.each(covers('a'))('t', () => { expect(1); });`, NOT_RUN],
    ['in a test that is meant to fail', `test.failing('t', () => { covers('a'); expect(1); });`, NOT_RUN],
    ['in a group that is skipped', `describe.skip('d', () => { test('t', () => { covers('a'); expect(1); }); });`, NOT_RUN],
    ['in an xtest', `xtest('t', () => { covers('a'); expect(1); });`, NOT_RUN],
    ['in a test that expects nothing', `test('t', () => { covers('a'); });`, 'a.test.ts:1 names items in a test that expects nothing.'],
    [
      'of which one test cannot exercise all',
      `test('t', () => { covers('1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13'); expect(1); });`,
      'a.test.ts:1 names too many items for one test; make them rows of a table.',
    ],
    [
      'by a variable',
      `test('t', () => { covers(item); expect(1); });`,
      'a.test.ts:1 names items by an expression; they must be written out.',
    ],
    [
      'by all there are',
      `test('t', () => { covers(...items); expect(1); });`,
      'a.test.ts:1 names items by an expression; they must be written out.',
    ],
    [
      'by a pattern',
      `test('t', () => { covers(\`a \${1}\`); expect(1); });`,
      'a.test.ts:1 names items by an expression; they must be written out.',
    ],
  ])('objects to names %s', (_where, text, problem) => {
    expect(read(text)).toEqual({ items: [], problems: [problem] });
  });
});

test('what a test names must be in the data also when it runs', () => {
  expect(() => covers('method parkCall, no callbacks')).toThrow('does not say: method parkCall, no callbacks');
});
