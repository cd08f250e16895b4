import { describe, expect, test } from '@jest/globals';
import { check } from '../../bench/frame/check.js';
import { atLeast, atMost, type Figure } from '../../bench/frame/measurement.js';
import { MEASUREMENTS } from '../../bench/measurements/index.js';

const ratio = (value: number | null, goal: Figure['goal']): Figure => ({
  what: 'a ratio',
  value,
  unit: '×',
  ...(goal === undefined ? {} : { goal }),
});

describe('a ratio', () => {
  test.each([
    { value: 1, goal: atMost(1.3), ok: true },
    { value: 1.3, goal: atMost(1.3), ok: true },
    { value: 1.6, goal: atMost(1.3), ok: true },
    { value: 1.63, goal: atMost(1.3), ok: false },
    { value: 5.4, goal: atMost(1.3), ok: false },
    { value: 2, goal: atMost(1.3, 1.65), ok: true },
    { value: 2.07, goal: atMost(1.3, 1.65), ok: false },
    { value: 9, goal: atLeast(8), ok: true },
    { value: 6.5, goal: atLeast(8), ok: true },
    { value: 6.3, goal: atLeast(8), ok: false },
    { value: null, goal: atMost(1.3), ok: false },
    { value: NaN, goal: atMost(1.3), ok: false },
    { value: NaN, goal: atLeast(8), ok: false },
  ])('of $value with the goal $goal.bound $goal.value and a slack of a quarter: $ok', ({ value, goal, ok }) => {
    expect(check([ratio(value, goal)], 0.25)).toEqual([{ name: 'a ratio', ratio: value, goal, ok }]);
  });

  test('has less room with less slack', () => {
    expect(check([ratio(1.4, atMost(1.3))], 0)).toMatchObject([{ ok: false }]);
    expect(check([ratio(1.4, atMost(1.3))], 0.1)).toMatchObject([{ ok: true }]);
  });

  test('without a goal, and what is no ratio, is not judged', () => {
    const time: Figure = { what: 'a time', value: 99, unit: 'µs', goal: atMost(1) };
    expect(check([ratio(99, undefined), time])).toEqual([]);
  });
});

test('an event heard and unheard, a command, what is allowed, the compiled engine and recording are watched, and nothing else', () => {
  const watched = MEASUREMENTS.filter(({ isChecked }) => isChecked === true);
  expect(watched.map(({ name }) => name)).toEqual([
    'An event, heard',
    'An event, unheard',
    'A command',
    'What is allowed',
    'The compiled engine',
    'Recording',
  ]);
});
