import { describe, expect, test } from '@jest/globals';
import { disagree, isOlder, Topics } from '../../../machines/order/stamps.js';
import { Doubled } from '../../../machines/order/doubled.js';
import type { ServerFact } from '../../../machines/index.js';

const word = (stamp: number, tick = 0) => ({ stamp, tick });

describe('a word is older than the newest about the same thing', () => {
  // Servers of one service differ by up to a second.
  test.each([
    [0, false],
    [999, false],
    [1000, false],
    [1001, true],
    [60_000, true],
    [60_001, false],
  ])('stamped %i ms before it: %p', (before, older) => {
    expect(isOlder(word(100_000), word(100_000 - before))).toBe(older);
  });

  test.each([
    [0, false],
    [1, true],
    [60_000, true],
    [60_001, false],
  ])('and where no second is allowed for, %i ms before it: %p', (before, older) => {
    expect(isOlder(word(100_000), word(100_000 - before), 0)).toBe(older);
  });

  test('not when it is newer, nor when it is the first', () => {
    expect(isOlder(word(5), word(5000))).toBe(false);
    expect(isOlder(undefined, word(5))).toBe(false);
  });
});

describe('clocks disagree', () => {
  test.each<readonly [number, number, boolean]>([
    [60_000, 0, false],
    [60_001, 0, true],
    [40_000, 20_000, false],
    [40_000, 20_001, true],
    [1, 59_999, false],
    [1, 60_000, true],
  ])('where a stamp is %i ms behind one that arrived %i ms ago: %p', (behind, ago, does) => {
    expect(disagree(word(100_000, 7), word(100_000 - behind, 7 + ago))).toBe(does);
  });

  test('never where a later arrival is stamped later or the same, however long after', () => {
    expect(disagree(word(5, 0), word(5, 1_000_000))).toBe(false);
    expect(disagree(word(5, 0), word(10_000_000, 1))).toBe(false);
  });
});

describe('the newest stamp of a thing', () => {
  const noted = (...words: readonly (readonly [string, number, number])[]) => {
    const topics = new Topics();
    for (const [topic, stamp, tick] of words) topics.note(topic, word(stamp, tick));
    return topics;
  };

  test('is kept for each thing of its own', () => {
    const topics = noted(['login', 5, 1], ['hold 1', 9, 2]);
    expect([topics.of('login'), topics.of('hold 1'), topics.of('hold 2')]).toEqual([word(5, 1), word(9, 2), undefined]);
  });

  test('is the newer of two', () => {
    expect(noted(['login', 5, 1], ['login', 9, 2]).of('login')).toEqual(word(9, 2));
    expect(noted(['login', 9, 1], ['login', 5, 2]).of('login')).toEqual(word(9, 1));
  });

  test('takes the later arrival of two that are the same', () => {
    expect(noted(['login', 9, 1], ['login', 9, 2]).of('login')).toEqual(word(9, 2));
  });

  test('is the later arrival where the clocks disagree', () => {
    expect(noted(['login', 100_000, 1], ['login', 1, 2]).of('login')).toEqual(word(1, 2));
  });

  test('is forgotten for the thing not heard of for longest, beyond 256', () => {
    const topics = noted(...Array.from({ length: 256 }, (_, index) => [`hold ${index}`, index, index] as const));
    expect(topics.of('hold 0')).toBeDefined();
    topics.note('hold 0', word(1, 300));
    topics.note('hold 256', word(1, 301));
    expect([topics.of('hold 0'), topics.of('hold 1'), topics.of('hold 2')]).toEqual([word(1, 300), undefined, word(2, 2)]);
  });
});

describe('the same fact', () => {
  const LEG = { callID: '1', partyID: 'a', callType: 'Inbound' };
  type Telling = readonly [fact: object, stamp?: number, referenceID?: string];
  const held: Telling = [{ type: 'call.held', leg: LEG }, 7, '3'];
  const isTwice = (...tellings: readonly Telling[]) => {
    const doubled = new Doubled();
    return tellings.map(([fact, stamp = 7, referenceID]) => doubled.isTwice(fact as unknown as ServerFact, stamp, referenceID)).at(-1);
  };

  test('about the same leg with the same stamp and number is doubled', () => {
    expect(isTwice(held)).toBe(false);
    expect(isTwice(held, held)).toBe(true);
    expect(isTwice(held, [{ type: 'call.retrieved', leg: LEG }, 7, '3'], held)).toBe(true);
  });

  test.each<readonly [string, Telling]>([
    ['of another kind', [{ type: 'call.retrieved', leg: LEG }, 7, '3']],
    ['about another call', [{ type: 'call.held', leg: { ...LEG, callID: '2' } }, 7, '3']],
    ['about another party', [{ type: 'call.held', leg: { ...LEG, partyID: 'b' } }, 7, '3']],
    ['about another type of call', [{ type: 'call.held', leg: { ...LEG, callType: 'Consult' } }, 7, '3']],
    ['with another stamp', [{ type: 'call.held', leg: LEG }, 8, '3']],
    ['with another number', [{ type: 'call.held', leg: LEG }, 7, '4']],
    ['without a number', [{ type: 'call.held', leg: LEG }, 7]],
  ])('%s is another fact', (_, other) => {
    expect(isTwice(held, other)).toBe(false);
  });

  test('about the agent is another with another reason or length', () => {
    expect(isTwice([{ type: 'agent.notReady', reason: 'dnd' }], [{ type: 'agent.notReady', reason: 'dnd' }])).toBe(true);
    expect(isTwice([{ type: 'agent.notReady', reason: 'dnd' }], [{ type: 'agent.notReady', reason: 'general' }])).toBe(false);
    expect(isTwice([{ type: 'agent.notReady', reason: 'dnd' }], [{ type: 'agent.notReady' }])).toBe(false);
    expect(isTwice([{ type: 'acw.extended', seconds: 30 }], [{ type: 'acw.extended', seconds: 60 }])).toBe(false);
    expect(isTwice([{ type: 'acw.extended', seconds: 30 }], [{ type: 'acw.extended', seconds: 30 }])).toBe(true);
  });

  test('is remembered for the last 128 facts', () => {
    const others = (count: number): Telling[] => Array.from({ length: count }, (_, index) => [{ type: 'agent.ready' }, 100 + index]);
    expect(isTwice(held, ...others(127), held)).toBe(true);
    expect(isTwice(held, ...others(128), held)).toBe(false);
  });
});
