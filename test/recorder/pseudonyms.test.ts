import { describe, expect, test } from '@jest/globals';
import { Pseudonyms } from '../../src/recorder/pseudonyms.js';

const NUMBERS = ['13800138000', '13900139000', '13700137000'] as const;
const [ONE, OTHER, THIRD] = NUMBERS;

describe('a sentence', () => {
  test.each(['', '1', '1234', 'abcd'])('too short for a number is as it was: %p', (sentence) => {
    expect(new Pseudonyms().in(sentence)).toBe(sentence);
  });

  test.each(['12345', '(123) 45', '+1 234 5', '138-0013.8000'])('that is a number is its pseudonym: %p', (sentence) => {
    expect(new Pseudonyms().in(sentence)).toMatch(/^number-[a-z]{5}$/);
  });

  test('has the same pseudonym for the same number, however it is written', () => {
    const [one, same, other] = new Pseudonyms().in(`${ONE}, 138 0013-8000, ${OTHER}`).split(', ');
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });
});

describe('what numbers take', () => {
  test('is more than the letters of the numbers and their pseudonyms, and as much for each', () => {
    const pseudonyms = new Pseudonyms();
    expect(pseudonyms.bytes).toBe(0);
    pseudonyms.of(ONE);
    const each = pseudonyms.bytes;
    expect(each).toBeGreaterThan(2 * (ONE.length + 'number-xxxxx'.length));
    pseudonyms.of(OTHER);
    expect(pseudonyms.bytes).toBe(2 * each);
    pseudonyms.of(ONE);
    expect(pseudonyms.bytes).toBe(2 * each);
    pseudonyms.of(`${OTHER}1234567890`);
    expect(pseudonyms.bytes).toBeGreaterThanOrEqual(3 * each + 10);
  });

  test('is given back for numbers that no step uses any more', () => {
    const pseudonyms = new Pseudonyms();
    const named = NUMBERS.map((number, step) => {
      pseudonyms.enter(step);
      return pseudonyms.of(number);
    });
    const all = pseudonyms.bytes;
    // The first is used again, in the last step.
    pseudonyms.of(ONE);
    pseudonyms.forgetBefore(1);
    expect(pseudonyms.bytes).toBe(all);
    pseudonyms.forgetBefore(2);
    expect(pseudonyms.bytes).toBe((all * 2) / 3);
    expect([pseudonyms.of(ONE), pseudonyms.of(THIRD)]).toEqual([named[0], named[2]]);
    pseudonyms.forgetBefore(3);
    expect(pseudonyms.bytes).toBe(0);
    expect(new Set([...named, pseudonyms.of(ONE)]).size).toBe(4);
  });
});
