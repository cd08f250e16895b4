import { describe, expect, test } from '@jest/globals';
import { WORDS } from '../../adapters/sobot/words.js';
import { Mask } from '../../src/recorder/mask.js';
import { Pseudonyms } from '../../src/recorder/pseudonyms.js';

const letters = (count: number) => 'x'.repeat(count);
const maskOf = () => new Mask(new Pseudonyms(), WORDS.recorded);
const masked = (name: string, value: unknown) => maskOf().attribute(name, value);
const attributes = (given: object) => maskOf().attributes({ ...given });
const PSEUDONYM = /^number-[a-z]{5}$/;

describe('an attribute is kept', () => {
  test.each<readonly [string, unknown, unknown]>([
    ['token', 'tok-1', '[token]'],
    ['attachedData', { order: 1 }, '[attached data]'],
    ['businessTags', 7, '[business data]'],
    ['dtmfDigits', '1234', '[digits]'],
    ['agentName', 'Li', '[name]'],
    ['callID', 'call 13800138000', 'call 13800138000'],
    ['partyID', letters(200), letters(200)],
    ['partyID', letters(201), '[text of 201 characters]'],
    ['callID', 7, '[number]'],
    ['reasonCode', 12, 12],
    ['reasonCode', 9_999, 9_999],
    ['reasonCode', 10_000, '[number]'],
    ['reasonCode', '12', '12'],
    ['agentType', true, true],
    ['agentType', 7n, '[bigint]'],
    ['agentType', {}, '[object]'],
    ['agentType', ['1'], '[list]'],
    ['agentType', letters(200), letters(200)],
    ['agentType', letters(201), '[text of 201 characters]'],
    ['note', 'hello', '[text of 5 characters]'],
    ['note', false, false],
    ['note', 7, '[number]'],
    ['otherDN', '', ''],
    ['otherDN', {}, '[object]'],
    ['otherDN', true, '[boolean]'],
    ['otherDN', letters(201), '[text of 201 characters]'],
  ])('%s, where it is %p, as %p', (name, value, kept) => {
    expect(masked(name, value)).toEqual(kept);
  });

  test.each(['token', 'otherDN', 'callID', 'reasonCode', 'note'])('as nothing where it is nothing: %s', (name) => {
    expect([masked(name, null), masked(name, undefined)]).toEqual([null, undefined]);
  });

  test.each(['otherDN', 'thisDN', 'ANI', 'DNIS', 'target', 'privacyNumber', 'explicitNumber', 'bindMobile', 'bindExt', 'ext'])(
    'by a pseudonym, where it is a number: %s',
    (name) => {
      const mask = maskOf();
      const [one, same, big, other] = ['13800138000', 13_800_138_000, 13_800_138_000n, '13900139000'].map((value) =>
        mask.attribute(name, value),
      );
      expect([one, other]).toEqual([expect.stringMatching(PSEUDONYM), expect.stringMatching(PSEUDONYM)]);
      expect([same, big]).toEqual([one, one]);
      expect(other).not.toBe(one);
      expect(mask.attribute(name, letters(200))).toMatch(PSEUDONYM);
    },
  );

  test('by a pseudonym in a text that may be shown, and in a sentence', () => {
    expect(masked('workStatus', 'calls 13800138000')).toMatch(/^calls number-[a-z]{5}$/);
    expect(maskOf().sentence('13800138000 is busy')).toMatch(/^number-[a-z]{5} is busy$/);
    expect(maskOf().sentence(letters(201))).toBe('[text of 201 characters]');
  });
});

describe('of attributes', () => {
  test('forty are kept, and none with a name of more than forty letters', () => {
    expect(Object.keys(attributes(Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`a${index}`, true]))))).toHaveLength(40);
    expect(attributes({ [letters(40)]: true, [letters(41)]: true })).toEqual({ [letters(40)]: true });
  });

  test('one that would become the prototype is left out', () => {
    const given = JSON.parse('{ "__proto__": { "secret": 1 }, "note": true }') as object;
    const kept = attributes(given);
    expect(Object.keys(given)).toContain('__proto__');
    expect(Object.keys(kept)).toEqual(['note']);
    expect(Object.getPrototypeOf(kept)).toBe(Object.prototype);
  });

  test('one that cannot be read is said to be so', () => {
    const given = {
      callType: 'Inbound',
      get note(): string {
        throw new Error('x');
      },
    };
    expect(maskOf().attributes(given)).toEqual({ callType: 'Inbound', note: '[unreadable]' });
  });

  test('a name that the vendor does not use may hold a number, which is told by its pseudonym', () => {
    const [name] = Object.keys(attributes({ 'note of 13800138000': true }));
    expect(name).toMatch(/^note of number-[a-z]{5}$/);
    expect(Object.keys(attributes({ otherDN: '1', reasonCode: 1 }))).toEqual(['otherDN', 'reasonCode']);
  });

  test('names that were made up by the thousand are masked as the first ones are', () => {
    const mask = maskOf();
    for (let index = 0; index < 1_000; index += 1) expect(mask.attribute(`made up ${index}`, 'secret')).toBe('[text of 6 characters]');
    expect([mask.attribute('made up 999', 'secret'), mask.attribute('late token', 7), mask.attribute('lateDN', '13800138000')]).toEqual([
      '[text of 6 characters]',
      '[number]',
      expect.stringMatching(PSEUDONYM),
    ]);
  });
});
