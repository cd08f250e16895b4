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

describe('a box', () => {
  const columns = [
    { regions: [['microphone', 'device'], 'work'], width: 600, isFilled: true },
    { regions: ['connection', 'login'], width: 270 },
  ];
  const map = layOut(chart, columns);
  const boxOf = (path: string) => map.boxes.find(({ node }) => node.path === path)!;
  const right = ({ x, width }: Box) => x + width;
  const bottom = ({ y, height }: Box) => y + height;

  test('has its name in the middle, beside the dot of what is entered first, or at the top where it holds others', () => {
    for (const { node, x, y, width, height, label } of map.boxes) {
      const dot = node.isInitial ? 12 : 0;
      const isLeaf = node.children.length === 0;
      expect([node.path, label.isCentred]).toEqual([node.path, isLeaf]);
      expect(label.x).toBeCloseTo(isLeaf ? x + (width + dot) / 2 : x + 10 + dot, 0);
      expect(label.y).toBeCloseTo(isLeaf ? y + height / 2 : y + 13, 0);
      expect(label.x).toBeLessThan(x + width);
      expect(label.y).toBeLessThan(y + height);
    }
  });

  test('is a region beside others, a group of states, a state, or a history', () => {
    const parents = new Map(withAll(chart).flatMap((node) => node.children.map((child) => [child.path, node])));
    for (const { node, kind } of map.boxes) {
      const isSideBySide = parents.get(node.path)?.type === 'parallel';
      const expected = node.type === 'history' ? 'history' : isSideBySide ? 'region' : node.children.length > 0 ? 'group' : 'state';
      expect([node.path, kind]).toEqual([node.path, expected]);
    }
    for (const kind of ['region', 'group', 'state', 'history']) expect(map.boxes.some((one) => one.kind === kind)).toBe(true);
  });

  test('fills the box around it, from its left to its right and down to its bottom', () => {
    for (const { node, ...outer } of map.boxes) {
      const within = node.children.map(({ path }) => boxOf(path));
      if (within.length === 0) continue;
      expect(Math.min(...within.map(({ x }) => x))).toBeCloseTo(outer.x + 8, 0);
      expect(Math.max(...within.map(right))).toBeCloseTo(outer.x + outer.width - 8, 0);
      expect(Math.min(...within.map(({ y }) => y))).toBeCloseTo(outer.y + 24, 0);
      expect(Math.max(...within.map(bottom))).toBeCloseTo(outer.y + outer.height - 8, 0);
    }
  });

  test('of a region stands in its column, beside the others of its row, below the rows before', () => {
    const [microphone, device, work] = ['microphone', 'device', 'work'].map(boxOf) as [Box, Box, Box];
    const [connection, login] = ['connection', 'login'].map(boxOf) as [Box, Box];
    expect([microphone.x, microphone.y, connection.y]).toEqual([12, 12, 12]);
    expect(device.y).toBe(microphone.y);
    expect(device.x).toBeCloseTo(right(microphone) + 8, 0);
    expect(right(device)).toBeCloseTo(612, 0);
    expect([work.x, work.width]).toEqual([12, 600]);
    expect(work.y).toBeCloseTo(bottom(microphone) + 8, 0);
    expect(connection.x).toBeCloseTo(620, 0);
    expect(login.y).toBeCloseTo(bottom(connection) + 8, 0);
    expect(right(login)).toBeCloseTo(890, 0);
    expect(map.width).toBeCloseTo(902, 0);
  });

  test('of the first region alone is stretched, and in a column that is to be filled only', () => {
    const short = { regions: ['device', 'microphone'], width: 400 };
    const heights = (isFilled: boolean) => {
      const { boxes, height } = layOut(chart, [
        { regions: ['work'], width: 600 },
        { ...short, isFilled },
      ]);
      const [device, microphone] = ['device', 'microphone'].map((path) => boxes.find(({ node }) => node.path === path)!) as [Box, Box];
      return { device: device.height, microphone: microphone.height, bottom: bottom(microphone), map: height };
    };
    const [filled, plain] = [heights(true), heights(false)];
    expect(filled.bottom).toBeCloseTo(filled.map - 12, 0);
    expect(plain.bottom).toBeLessThan(plain.map - 100);
    expect(filled.microphone).toBe(plain.microphone);
    expect(filled.device).toBeGreaterThan(plain.device + 100);
  });

  test('of a folded group is that of a state, without the states in it', () => {
    const folded = layOut(chart, [{ regions: ['work'], width: 762 }], ({ path }) => path === 'work.live.established.consulting');
    const consulting = folded.boxes.find(({ node }) => node.path === 'work.live.established.consulting')!;
    expect([consulting.kind, consulting.label.isCentred]).toEqual(['state', true]);
    expect(folded.boxes.some(({ node }) => node.path.startsWith('work.live.established.consulting.'))).toBe(false);
    expect(folded.height).toBeLessThan(layOut(chart, [{ regions: ['work'], width: 762 }]).height);
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

  test('tells the parameters of actions in words: a name, or that it is so or not', () => {
    const actionsOn = (path: string, event: string) =>
      find(path)
        .edges.filter((edge) => edge.event === event)
        .flatMap(({ actions }) => actions);
    expect(actionsOn('work', 'connection.displaced')).toEqual(['endAllCalls(displaced, not isOver)']);
    expect(actionsOn('work', 'acw.started')).toEqual(['endAllCalls(unseen, isOver)', 'reportDivergence']);
    expect(find('work.idle').edges.every(({ guard }) => guard === null || !guard.includes('()'))).toBe(true);
  });

  test('has commands among its commands only, and nothing entered first where all are', () => {
    for (const { commands, edges, type, children } of withAll(chart)) {
      for (const { command } of commands) expect(edges.some(({ event }) => event === command)).toBe(false);
      expect(children.filter(({ isInitial }) => isInitial)).toHaveLength(type === 'compound' ? 1 : 0);
    }
    expect(chart.isInitial).toBe(false);
  });

  test('knows what is entered first, and what a state means', () => {
    expect(find('work.idle').isInitial).toBe(true);
    expect(find('work.acw').isInitial).toBe(false);
    expect(find('work.live.ringing').meta.customer).toBe('Hears the ringing tone.');
  });
});
