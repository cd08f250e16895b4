import { describe, expect, test } from '@jest/globals';
import { textsIn, without, withoutNumbers } from '../../src/privacy/personal-texts.js';

describe('the texts among the parameters of a command', () => {
  test('are those of three characters or more', () => {
    expect(
      textsIn({ otherDN: '13900001111', agentState: '1', agentType: '10', keys: '801', reasonCode: 110, list: ['13900002222', 'b', 'c'] }),
    ).toEqual(['13900001111', '801', '13900002222']);
    expect(textsIn({})).toEqual([]);
  });

  test('are also those of business data, so deep and so many', () => {
    expect(textsIn({ attachedData: { orderID: 'ORD-1', lines: [{ name: 'Smith' }] } })).toEqual(['ORD-1', 'Smith']);
    const circle: Record<string, unknown> = { name: 'Smith' };
    circle['self'] = circle;
    expect(new Set(textsIn(circle))).toEqual(new Set(['Smith']));
    expect(textsIn({ list: Array.from({ length: 1000 }, (_, index) => `text ${index}`) })).toHaveLength(64);
  });

  test('are not looked for any deeper than that', () => {
    expect(textsIn({ a: { b: { c: { d: 'four deep' } } } })).toEqual(['four deep']);
    expect(textsIn({ a: { b: { c: { d: { e: 'five deep' } } } } })).toEqual([]);
  });

  test('leave no rest where one is part of another', () => {
    expect(without(['138', '13800138000'], 'call of 13800138000, by 138')).toBe('call of ***, by ***');
  });

  test('are masked in a sentence wherever they stand', () => {
    expect(without(['13900001111', 'token'], 'token: 13900001111 is not 13900001111')).toBe('***: *** is not ***');
    expect(without([], 'as it was')).toBe('as it was');
  });
});

test.each<readonly [string, string]>([
  ['call of +86 139-0000-1111 failed', 'call of *** failed'],
  ['ext. 1234', 'ext. 1234'],
  ['13900001111, 13900002222', '***, ***'],
])('without numbers, "%s" is "%s"', (sentence, masked) => {
  expect(withoutNumbers(sentence)).toBe(masked);
});
