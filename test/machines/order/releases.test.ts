import { describe, expect, test } from '@jest/globals';
import { Releases, type EndedLeg, type Release } from '../../../machines/order/releases.js';
import type { LegFact } from '../../../machines/index.js';

/** The end of a leg, stamped and heard of at this second. */
const at = (seconds: number, more: Partial<Release> = {}): Release => ({
  word: { stamp: seconds * 1000, tick: seconds * 1000 },
  tick: seconds * 1000,
  isHeard: true,
  wasEstablished: false,
  count: 1,
  words: 0,
  ...more,
});
const leg = (callID: string, partyID: string, number = 0): EndedLeg => ({ callID, partyID, callType: 'Inbound', number });
const fact = (type: LegFact['type'], about: EndedLeg): LegFact => ({ type, leg: about, at: 0 });
const arrival = (stamp: number | undefined, tick = stamp ?? 0) => ({ stamp, tick });

/** The ends that are remembered once these legs have ended. */
function ended(...legs: readonly (readonly [EndedLeg, Release])[]): Releases {
  const releases = new Releases();
  for (const [over, release] of legs) releases.note(over, release);
  return releases;
}

describe('the end of a leg', () => {
  test('is its own, else that of its call', () => {
    const [first, second] = [at(1), at(2)];
    const releases = ended([leg('1', 'a', 1), first], [leg('1', 'b', 1), second]);
    expect([releases.of(leg('1', 'a', 1)), releases.of(leg('1', 'b', 1)), releases.of(leg('1', 'c', 1))]).toEqual([first, second, second]);
    expect(releases.of(leg('1', 'a', 2))).toBeUndefined();
  });

  test('is told apart by call and party where no call is known', () => {
    const end = at(1);
    const releases = ended([leg('1', 'a'), end]);
    expect(releases.of(leg('1', 'a'))).toBe(end);
    expect([releases.of(leg('1', 'b')), releases.of(leg('2', 'a'))]).toEqual([undefined, undefined]);
  });

  test('is forgotten after many others', () => {
    const others = Array.from({ length: 40 }, (_, index) => [leg(`n${index}`, 'p', index + 2), at(index)] as const);
    const releases = ended([leg('1', 'a', 1), at(0)], ...others);
    expect(releases.of(leg('1', 'a', 1))).toBeUndefined();
    expect(releases.of(leg('n39', 'p', 41))).toEqual(at(39));
    expect(releases.of(leg('n10', 'p', 12))).toEqual(at(10));
  });

  test('that was taken for granted is heard of once', () => {
    const releases = ended([leg('1', 'a', 1), at(1, { isHeard: false })]);
    releases.hear(leg('1', 'a', 1), arrival(2000));
    releases.hear(leg('1', 'a', 1), arrival(3000));
    expect(releases.of(leg('1', 'a', 1))).toEqual(at(2));
  });
});

describe('a leg that rings after it has ended unheard', () => {
  const releases = ended([leg('1', 'a'), at(10)]);
  test.each<readonly [string, LegFact['type'], EndedLeg, number | undefined, number, boolean]>([
    ['rang before', 'call.ringing', leg('1', 'a'), 9000, 11_000, true],
    ['rang within a second of it', 'call.ringing', leg('1', 'a'), 11_000, 11_000, true],
    ['is offered anew, later than that', 'call.ringing', leg('1', 'a'), 11_001, 11_001, false],
    ['may have answered, which is no ringing', 'call.established', leg('1', 'a'), 9000, 11_000, false],
    ['without a stamp says nothing', 'call.ringing', leg('1', 'a'), undefined, 11_000, false],
    ['is another leg', 'call.ringing', leg('1', 'b'), 9000, 11_000, false],
    ["is another call's", 'call.ringing', leg('2', 'a'), 9000, 11_000, false],
    ['by clocks that disagree says nothing', 'call.ringing', leg('1', 'a'), 8000, 70_001, false],
  ])('%s', (_, type, about, stamp, tick, answer) => {
    expect(releases.hasEndedUnheard(fact(type, about), arrival(stamp, tick))).toBe(answer);
  });
});
