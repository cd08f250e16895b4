import { describe, expect, test } from '@jest/globals';
import { ClockDifference } from '../../../machines/order/clock-difference.js';

const EPOCH = 1_700_000_000_000;

/** A message in seconds: when it arrives by the page's running time, and its stamp. */
type Message = readonly [arrival: number, stamp: number];

const at = (seconds: number) => EPOCH + Math.round(seconds * 1_000);

/** The difference after these; `ahead`: how far the computer's wall clock is ahead of the server's, in seconds. */
function after(messages: readonly Message[], ahead = 0, known = ClockDifference.UNKNOWN): ClockDifference {
  return messages.reduce((difference, [arrival, stamp]) => difference.heard(at(stamp), at(arrival + ahead), arrival * 1_000), known);
}

/** The time shown of the last of these messages, in seconds of the wall clock. */
function shownOfLast(messages: readonly Message[], ahead = 0): number {
  const [arrival, stamp] = messages.at(-1)!;
  return (after(messages, ahead).shown(at(stamp), at(arrival + ahead)) - EPOCH) / 1_000;
}

describe('the difference between the clocks', () => {
  test('of the first message is its own, so that it is shown as it arrives', () => {
    expect(shownOfLast([[1, 601]])).toBe(1);
    expect(shownOfLast([[1, -599]])).toBe(1);
  });

  test('is the largest while there are fewer than three', () => {
    const difference = after([
      [0, 0],
      [10, 7],
    ]);
    expect(difference.shown(at(20), at(30))).toBe(at(20));
  });

  test('is the second largest of three or more, so that one stamp from the future does no harm', () => {
    const difference = after([
      [0, 0],
      [10, 3_610],
      [20, 19],
    ]);
    expect(difference.shown(at(19), at(20))).toBe(at(19));
  });

  test('is forgotten after five messages', () => {
    const early: Message[] = [
      [0, 60],
      [10, 70],
    ];
    const later: Message[] = [
      [20, 20],
      [30, 30],
      [40, 40],
    ];
    expect(after([...early, ...later]).shown(at(100), at(200))).toBe(at(40));
    expect(after([...early, ...later, [50, 50]]).shown(at(100), at(200))).toBe(at(100));
  });

  test('of messages that arrive within a second is that of the largest, which counts as one', () => {
    const crowd: Message[] = [
      [10, 60],
      [10.5, 60.5],
      [11, 61],
    ];
    // One of the crowd, and one other: fewer than three, so the largest.
    expect(after([[0, 0], ...crowd]).shown(at(100), at(200))).toBe(at(50));
    // With two others the second largest, which is not of the crowd.
    expect(after([[0, 0], ...crowd, [20, 20]]).shown(at(100), at(200))).toBe(at(100));
  });

  test('of a crowd that grows is never more than five messages', () => {
    const five: Message[] = [
      [0, 60],
      [10, 70],
      [20, 20],
      [30, 30],
      [40, 40],
    ];
    // The fifth grows; the first two still count.
    expect(after([...five, [40.5, 45.5]]).shown(at(100), at(200))).toBe(at(40));
    expect(after([...five, [40.5, 45.5], [50, 50]]).shown(at(100), at(200))).toBe(at(95));
  });

  test('counts as a crowd what arrives within a second of its first, so that no crowd lasts for ever', () => {
    // 0 and 0.9; 1.8 and 2.7; 3.6 and 4.5: three crowds with the differences 9, 8, 0.
    const steady: Message[] = [
      [0, 0],
      [0.9, 9.9],
      [1.8, 1.8],
      [2.7, 10.7],
      [3.6, 3.6],
      [4.5, 4.5],
    ];
    expect(after(steady).shown(at(100), at(200))).toBe(at(92));
  });

  test('measures a crowd by running time: a wall clock set meanwhile makes none and parts none', () => {
    const together = ClockDifference.UNKNOWN.heard(at(0), at(0), 0).heard(at(50), at(0), 500).heard(at(40), at(7_200), 1_000);
    expect(together.shown(at(100), at(200))).toBe(at(50));
    const apart = ClockDifference.UNKNOWN.heard(at(0), at(0), 0).heard(at(50), at(0), 5_000).heard(at(0), at(0), 10_000);
    expect(apart.shown(at(100), at(200))).toBe(at(100));
  });

  test('shows no time later than the arrival', () => {
    const difference = after([
      [0, 0],
      [10, 10],
      [20, 20],
    ]);
    expect(difference.shown(at(35), at(30))).toBe(at(30));
  });

  test('shows a time of any age', () => {
    expect(after([[0, 0]]).shown(at(-600), at(0))).toBe(at(-600));
  });

  test.each([NaN, Infinity, -Infinity])('learns nothing from %d, and shows the arrival instead', (broken) => {
    const difference = after([[0, 5]]);
    expect(difference.heard(broken, at(10), 10_000)).toBe(difference);
    expect(difference.heard(at(10), broken, 10_000)).toBe(difference);
    expect(difference.shown(broken, at(10))).toBe(at(10));
    expect(ClockDifference.UNKNOWN.shown(at(1), at(10))).toBe(at(10));
  });

  test('stays as it is for those who have it: hearing makes another', () => {
    const before = after([[0, 0]]);
    before.heard(at(60), at(10), 10_000);
    expect(before.shown(at(5), at(20))).toBe(at(5));
  });
});

describe('sequences from the field', () => {
  const until = (...seconds: number[]): Message[] => seconds.map((second) => [second, second]);

  test('3: ten messages that were held back for minutes make the times of the call wrong by no more than a second', () => {
    const heldBack = [20, 25, 30, 35, 40, 45, 50, 55, 60, 65].map((stamp): Message => [400, stamp]);
    const before = [...until(1, 2, 3, 4, 5, 6, 7), ...heldBack];
    for (const call of [until(410), until(410, 415)]) {
      const shown = shownOfLast([...before, ...call]);
      expect(Math.abs(shown - call.at(-1)![0])).toBeLessThanOrEqual(1);
    }
    expect(shownOfLast([...before, ...until(410, 415), [460.3, 460.25], [460.4, 460]])).toBeCloseTo(460, 5);
  });

  test('8: servers that differ by almost a second, and whole seconds', () => {
    const before = until(0, 1, 2);
    expect(shownOfLast([...before, [10.2, 11.05]])).toBe(10.2);
    expect(shownOfLast([...before, [10.2, 11.05], [10.95, 10]])).toBe(10);
  });

  test('10: a computer 600 s ahead, of which the first message is a regain: the call is 120 s old, not 720', () => {
    const difference = after([[1, 1]], 600);
    expect(at(601) - difference.shown(at(-119), at(601))).toBe(120_000);
  });

  test("11: the computer's clock is set 40 s ahead in a call: the release is shown as of the clock before", () => {
    const difference = after(until(0, 1, 2, 3, 5)).heard(at(60), at(100), 60_000);
    expect(difference.shown(at(60), at(100))).toBe(at(60));
  });

  test("the computer's clock is set back: no time shown is later than its arrival, and the second message is right", () => {
    const before = after(until(0, 1, 2, 3, 5));
    const first = before.heard(at(60), at(60 - 10_800), 60_000);
    expect(first.shown(at(60), at(60 - 10_800))).toBe(at(60 - 10_800));
    const second = first.heard(at(70), at(70 - 10_800), 70_000);
    expect(second.shown(at(65), at(70 - 10_800))).toBe(at(65 - 10_800));
  });
});
