import { describe, expect, test } from '@jest/globals';
import { arrowBetween } from '../../adapters/inspector/model/arrow.js';
import { outcomeOf } from '../../adapters/inspector/model/entry-words.js';
import { transitionBetween } from '../../adapters/inspector/model/last-transition.js';
import { columnsFor } from '../../adapters/inspector/model/map-columns.js';
import { neighbourOf } from '../../adapters/inspector/model/neighbours.js';
import { rowsInView } from '../../adapters/inspector/model/rows-in-view.js';
import { linesOf } from '../../adapters/inspector/model/shown-value.js';
import { stateInWords } from '../../adapters/inspector/model/state-in-words.js';
import { describeChart, layOut, type Box } from '../../src/chart-map/index.js';
import { recordAgent } from '../../src/recorder/index.js';
import { benchAt, type Bench } from '../support/bench/index.js';

const chart = describeChart();
const { boxes } = layOut(chart, columnsFor(880));
const box = (path: string) => boxes.find(({ node }) => node.path === path)!;

describe('the last transition', () => {
  const led = (place: Parameters<typeof benchAt>[0], act: (bench: Bench) => void) => {
    const bench = benchAt(place);
    const recorder = recordAgent(bench.agent);
    act(bench);
    return transitionBetween(recorder.at(recorder.last - 1)!.active, recorder.at(recorder.last)!.active);
  };

  test('leads from the innermost state that was left to the innermost that was entered', () => {
    expect(led('talking', (bench) => bench.customer('EventAgentHoldCall'))).toEqual({
      from: 'work.live.established.talking.heard',
      to: 'work.live.established.holding.plain',
    });
    expect(led('talking', (bench) => bench.customer('EventReleased'))).toEqual({
      from: 'work.live.established.talking.heard',
      to: 'work.acw.counting',
    });
    expect(led('talking', (bench) => bench.customer('EventAgentMute'))).toEqual({ from: 'microphone.unmuted', to: 'microphone.muted' });
  });

  test('of several regions, is that of work', () => {
    expect(led('talking', (bench) => bench.emit('EventAgentConnectionChanged'))).toMatchObject({ to: 'work.idle' });
  });

  test('is none where no state has changed', () => {
    expect(led('talking', (bench) => bench.customer('EventEstablished'))).toBeNull();
  });
});

describe('an arrow', () => {
  const between = (from: string, to: string) => arrowBetween(box(from), box(to));
  const numbers = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(Number);
  const isOnEdge = (x: number, y: number, { x: left, y: top, width, height }: Box) =>
    Math.min(Math.abs(x - left), Math.abs(x - left - width), Math.abs(y - top), Math.abs(y - top - height)) <= 3;

  test('goes from the edge of one box to the edge of the other', () => {
    const [from, to] = [box('work.live.established.talking.heard'), box('work.live.established.holding.plain')];
    const [x1, y1, , , x2, y2] = numbers(arrowBetween(from, to)!.path) as [number, number, number, number, number, number];
    expect(isOnEdge(x1, y1, from)).toBe(true);
    expect(isOnEdge(x2, y2, to)).toBe(true);
  });

  test('is none from a box to one within it', () => {
    expect(between('work.live', 'work.live.ringing')).toBeNull();
    expect(between('work.live.ringing', 'work.live')).toBeNull();
  });
});

describe('rows in view', () => {
  test('are those that can be seen, with some around, and never many', () => {
    expect(rowsInView(10_000, 24, 0, 240)).toEqual({ first: 0, count: 27 });
    expect(rowsInView(10_000, 24, 24 * 5_000, 240)).toEqual({ first: 4_992, count: 27 });
    expect(rowsInView(10_000, 24, 24 * 9_990, 240)).toEqual({ first: 9_973, count: 27 });
    expect(rowsInView(5, 24, 0, 240)).toEqual({ first: 0, count: 5 });
    expect(rowsInView(10_000, 24, 0, 100_000).count).toBe(150);
  });
});

describe('a state in words', () => {
  const at = (place: Parameters<typeof benchAt>[0], path: string) => stateInWords(chart, path, recordAgent(benchAt(place).agent).at(0)!);

  test('has its own commands before those of the states around it, and why each is refused', () => {
    const { chips, isActive, node } = at('holding', 'work.live.established.holding.plain');
    expect(isActive).toBe(true);
    expect(node.key).toBe('plain');
    expect(chips.map(({ command, knownIn }) => [command, knownIn])).toEqual([
      ['retrieveCall', 'work.live.established.holding'],
      ['hangup', 'work.live'],
      ['answer', 'work.live'],
      ['rejectCall', 'work.live'],
      ['cancelConsult', 'work.live'],
    ]);
    expect(chips.map(({ refusal }) => refusal?.reason ?? null)).toEqual([null, null, 'nothingRings', 'nothingRings', 'noConsult']);
  });

  test('has what it does about events, with condition and target', () => {
    const { reactions, isActive } = at('idle', 'work.live.ringing');
    expect(isActive).toBe(false);
    expect(reactions).toContainEqual({ event: 'call.established', guard: 'isCall', targets: ['work.live.established.talking'] });
  });
});

describe('values', () => {
  test('are lines of text, a level deeper for what is within', () => {
    expect(linesOf({ a: 1, b: { c: 'x', d: [] }, e: null })).toEqual(['a: 1', 'b:', '  c: x', '  d: none', 'e: null']);
    expect(linesOf(7)).toEqual(['value: 7']);
  });

  test('have an end: cycles, depth, length, and getters that throw', () => {
    const cycle: Record<string, unknown> = { name: 'c' };
    cycle['self'] = cycle;
    expect(linesOf({ cycle })).toEqual(['cycle:', '  name: c', '  self: [circle]']);
    expect(linesOf({ a: { b: { c: { d: { e: { f: 1 } } } } } })).toEqual(['a:', '  b:', '    c:', '      d:', '        e: [more]']);
    expect(linesOf({ text: 'x'.repeat(10_000_000) })).toEqual(['text: [text of 10000000 characters]']);
    expect(
      linesOf({
        get bad() {
          throw new Error('no');
        },
      }),
    ).toEqual(['bad: [unreadable]']);
    expect(linesOf({ when: new Date(), act: () => 1 })).toEqual(['when: [object]', 'act: [function]']);
    expect(linesOf(Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`n${index}`, index]))).length).toBeLessThanOrEqual(101);
  });
});

describe('what came of an entry', () => {
  test('is told in a few words', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    bench.leave('answer');
    bench.leave('holdCall');
    bench.customer('EventAgentHoldCall');
    bench.customer('EventReleased');
    bench.emit('EventAgentReady');
    const words = recorder.toJSON().entries.map(outcomeOf);
    expect(words.slice(0, 5)).toEqual(['', 'refused: nothingRings', '', 'holdCall confirmed', 'call ended: otherSide']);
  });
});

describe('arrow keys on the map', () => {
  test('lead to the next state in their direction, and stay at the edge', () => {
    expect(neighbourOf(boxes, box('work.live.established.talking.heard'), 'ArrowRight').node.path).toBe(
      'work.live.established.talking.guessed',
    );
    expect(neighbourOf(boxes, box('work.live.established.talking.guessed'), 'ArrowLeft').node.path).toBe(
      'work.live.established.talking.heard',
    );
    expect(neighbourOf(boxes, box('work.idle'), 'ArrowLeft').node.path).toBe('work.idle');
  });
});

test.each([600, 880, 1_080, 1_300, 1_900])('a map of %i px gives work the most room', (width) => {
  const columns = columnsFor(width);
  const work = columns.find(({ regions }) => regions.includes('work'))!;
  expect(columns.every((column) => column.width <= work.width)).toBe(true);
  expect(columns.flatMap(({ regions }) => regions.flat()).sort()).toEqual(chart.children.map(({ key }) => key).sort());
});
