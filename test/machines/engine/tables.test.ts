import { describe, expect, jest, test } from '@jest/globals';
import { createMachine } from 'xstate';
import { candidateOf } from '../../../machines/engine/candidate.js';
import type { Chart, ChartTransition } from '../../../machines/engine/chart.js';
import { planOf } from '../../../machines/engine/plan.js';
import { Selection } from '../../../machines/engine/selection.js';

const chart = createMachine({
  initial: 'a',
  on: { '*': { target: '.b' }, back: { target: '.before' } },
  states: { a: {}, b: {}, before: { type: 'history' } },
}) as unknown as Chart;

const transitionOn = (type: string): ChartTransition => chart.root.transitions.get(type)![0]!;

describe('the transitions that events of a type lead to', () => {
  const prepare = jest.fn((transition: ChartTransition) => candidateOf(chart, transition));

  test('are prepared once for each of 256 types, and then anew', () => {
    const selection = new Selection(chart.root, prepare);
    const countOf = (index: number): number => {
      prepare.mockClear();
      selection.select([chart.root], { context: {}, event: { type: `made up ${index}` } });
      return prepare.mock.calls.length;
    };
    const types = Array.from({ length: 300 }, (_, index) => index);
    expect(types.map(countOf)).toEqual(types.map(() => 1));
    expect(types.map(countOf)).toEqual(types.map((index) => (index < 256 ? 0 : 1)));
  });
});

describe('the states that a transition enters', () => {
  const { a, b } = chart.root.states;

  test('are worked out once', () => {
    const { entries } = planOf(chart, transitionOn('*'));
    expect(entries({ before: [a!] })).toEqual([b]);
    expect(entries({ before: [a!] })).toBe(entries({}));
  });

  test('are worked out anew where a history state decides', () => {
    const { entries } = planOf(chart, transitionOn('back'));
    const id = chart.root.states['before']!.id;
    expect([entries({}), entries({ [id]: [b!] })]).toEqual([[a], [b]]);
  });
});
