import { describe, expect, test } from '@jest/globals';
import { describeChart, withAll } from '../../src/chart-map/describe.js';
import { layOut, type Box } from '../../src/chart-map/layout.js';
import { rowsOf } from '../../src/chart-map/rows.js';
import { textWidth, wrapped } from '../../src/chart-map/text-width.js';

const chart = describeChart();
const isWithin = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + 0.2 &&
  inner.y + inner.height <= outer.y + outer.height + 0.2;
const overlap = (a: Box, b: Box) =>
  a.x + 0.2 < b.x + b.width && b.x + 0.2 < a.x + a.width && a.y + 0.2 < b.y + b.height && b.y + 0.2 < a.y + a.height;

describe.each([
  [
    [
      { regions: ['connection', 'login'], width: 270 },
      { regions: ['work'], width: 762, isFilled: true },
      { regions: ['microphone', 'device', 'network', 'pending'], width: 200 },
    ],
  ],
  [
    [
      { regions: ['work', 'network', 'pending'], width: 560 },
      { regions: ['connection', 'login', 'microphone', 'device'], width: 250 },
    ],
  ],
])('laid out in columns', (columns) => {
  const map = layOut(chart, columns);
  const box = new Map(map.boxes.map((one) => [one.node.path, one]));

  test('every state has a box, within that of the state around it', () => {
    const states = withAll(chart).slice(1);
    expect(map.boxes.map(({ node }) => node.path).sort()).toEqual(states.map(({ path }) => path).sort());
    for (const outer of states) for (const inner of outer.children) expect(isWithin(box.get(inner.path)!, box.get(outer.path)!)).toBe(true);
  });

  test('no two boxes side by side overlap, and none sticks out', () => {
    for (const { children } of withAll(chart)) {
      for (const [index, one] of children.entries()) {
        for (const other of children.slice(index + 1))
          expect([one.path, other.path, overlap(box.get(one.path)!, box.get(other.path)!)]).toEqual([one.path, other.path, false]);
      }
    }
    for (const one of map.boxes) expect(one.x >= 0 && one.x + one.width <= map.width && one.y + one.height <= map.height).toBe(true);
  });

  test('every name fits its box', () => {
    for (const { node, width } of map.boxes) expect(textWidth(node.key, 12) + (node.isInitial ? 12 : 0)).toBeLessThan(width - 8);
  });
});

test('a region that the chart does not have cannot be laid out', () => {
  expect(() => layOut(chart, [{ regions: ['nowhere'], width: 100 }])).toThrow('no such region');
});

describe('rows', () => {
  const items = (...widths: number[]) => widths.map((width) => ({ width }));
  const widthsOf = (rows: readonly (readonly { width: number }[])[]) => rows.map((row) => row.map(({ width }) => width));

  test('are as few as fit, and evenly filled', () => {
    expect(widthsOf(rowsOf(items(50, 50, 50, 50, 50), 230, 10))).toEqual([
      [50, 50, 50],
      [50, 50],
    ]);
    expect(widthsOf(rowsOf(items(50, 50, 50), 170, 10))).toEqual([[50, 50, 50]]);
    expect(rowsOf([], 100, 10)).toEqual([]);
  });

  test('hold one at least, however wide', () => {
    expect(widthsOf(rowsOf(items(500, 20), 100, 10))).toEqual([[500], [20]]);
  });
});

test('text is wrapped between words, and never within one', () => {
  expect(wrapped('one two three', 10, textWidth('one two', 10))).toEqual(['one two', 'three']);
  expect(wrapped('unbreakable', 10, 5)).toEqual(['unbreakable']);
});

describe('the description of the chart', () => {
  const find = (path: string) => withAll(chart).find((node) => node.path === path)!;

  test('has commands with the guards that refuse them, and edges with targets', () => {
    expect(find('work.idle').commands).toContainEqual({
      command: 'makeCall',
      refusedBy: ['isInterrupted', 'isNotLoggedIn', 'isLocked', 'callLaneIsBusy'],
    });
    expect(find('work.idle').edges).toContainEqual({
      event: 'command.sent',
      guard: 'isSent(makeCall)',
      targets: ['work.live.calling'],
      actions: ['beginOwnCall'],
    });
    expect(find('microphone.muted').edges[0]).toMatchObject({ event: 'always', guard: 'isNothingToMute', targets: ['microphone.unmuted'] });
  });

  test('knows what is entered first, and what a state means', () => {
    expect(find('work.idle').isInitial).toBe(true);
    expect(find('work.acw').isInitial).toBe(false);
    expect(find('work.live.ringing').meta.customer).toBe('Hears the ringing tone.');
  });
});
