import { describe, expect, test } from '@jest/globals';
import type { Figure, Measurement } from '../../bench/frame/measurement.js';
import { changes, medians } from '../../bench/frame/results.js';
import { changeTable, markdown, plain, resultTable } from '../../bench/frame/table.js';

const times = (...values: readonly (number | null)[]): readonly (readonly Figure[])[] =>
  values.map((value) => [{ what: 'an event', value, unit: 'µs' }]);

const MEASUREMENT: Measurement = { name: 'Events', meaning: 'What they cost.', measure: () => Promise.resolve([]) };

describe('several processes', () => {
  test('are told as their median', () => {
    expect(medians(times(3, 90, 1))).toEqual([{ what: 'an event', value: 3, unit: 'µs' }]);
  });

  test('of which none has such a thing are told as nothing', () => {
    expect(medians(times(null, null))).toMatchObject([{ value: null }]);
  });
});

describe('before and after', () => {
  test('are compared round by round', () => {
    const { figures } = changes(MEASUREMENT, times(10, 100, 20), times(5, 50, 10));
    expect(figures).toMatchObject([{ before: { value: 20 }, after: { value: 10 }, ratio: 0.5 }]);
  });

  test('where the older commit has no such thing, there is a dash, and no ratio', () => {
    const none: readonly (readonly Figure[])[] = [[], []];
    const change = changes(MEASUREMENT, none, times(4, 6));
    expect(change.figures).toMatchObject([{ before: { value: null }, after: { value: 5 }, ratio: null }]);
    expect(changeTable('old', 'new', [change]).at(-1)).toEqual(['an event', '–', '5.0 µs', '–', '']);
  });
});

test('figures that two commits do not share are compared by their names', () => {
  const size = (what: string, value: number): Figure => ({ what, value, unit: 'kB' });
  const { figures } = changes(MEASUREMENT, [[size('gone', 1), size('kept', 2)]], [[size('kept', 4), size('new', 5)]]);
  expect(figures.map(({ before, after, ratio }) => [after.what, before.value, after.value, ratio])).toEqual([
    ['kept', 2, 4, 2],
    ['new', null, 5, null],
    ['gone', 1, null, null],
  ]);
});

describe('a table', () => {
  const figures: readonly Figure[] = [
    { what: 'a ratio', value: 1.256, unit: '×', goal: { bound: 'at most', value: 1.3 } },
    { what: 'a weight', value: 1234.56, unit: 'kB' },
  ];
  const table = resultTable([{ measurement: MEASUREMENT, figures }]);

  test('stands in columns on a terminal', () => {
    expect(plain(table)).toBe(
      ['            measured            goal', 'a ratio       1.26 ×   at most 1.3 ×', 'a weight   1234.6 kB'].join('\n'),
    );
  });

  test('is Markdown in a document', () => {
    expect(markdown(table).split('\n')).toEqual([
      '|  | measured | goal |',
      '| --- | ---: | ---: |',
      '| a ratio | 1.26 × | at most 1.3 × |',
      '| a weight | 1234.6 kB |  |',
    ]);
  });
});
