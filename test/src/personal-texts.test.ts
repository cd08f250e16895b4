import { describe, expect, test } from '@jest/globals';
import { textsIn, without } from '../../src/agent/personal-texts.js';

describe('the texts among the parameters of a command', () => {
  test('are those of three characters or more', () => {
    expect(textsIn({ otherDN: '13900001111', agentState: '1', agentType: '10', keys: '801', reasonCode: 110, list: ['13900002222', 'b', 'c'] })).toEqual([
      '13900001111',
      '801',
    ]);
    expect(textsIn({})).toEqual([]);
  });

  test('are masked in a sentence wherever they stand', () => {
    expect(without(['13900001111', 'token'], 'token: 13900001111 is not 13900001111')).toBe('***: *** is not ***');
    expect(without([], 'as it was')).toBe('as it was');
  });
});
