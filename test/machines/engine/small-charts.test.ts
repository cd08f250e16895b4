import { describe, expect, test } from '@jest/globals';
import { assign, emit, raise, setup, type AnyStateMachine } from 'xstate';
import { stateValueOf } from '../../../machines/index.js';
import { sideBySide } from './side-by-side.js';

/* Charts of one rule each, some of which the agent's chart does not come to. XState says what is right. */

interface Context {
  readonly steps: readonly string[];
}

const base = setup({
  types: { context: {} as Context, events: {} as { readonly type: string } },
  guards: { isOn: ({ context }) => context.steps.at(-1) === 'on', isCall: ({ event }) => event.type === 'makeCall' },
  actions: {
    note: assign(({ context }, { name }: { readonly name: string }) => ({ steps: [...context.steps, name] })),
    tell: emit({ type: 'told' }),
    goOn: raise({ type: 'further' }),
  },
});

const context: Context = { steps: [] };
const note = (name: string) => ({ type: 'note' as const, params: { name } });
const noted = (name: string) => ({ entry: note(`+${name}`), exit: note(`-${name}`) });
const on = { on: { actions: note('on') } };

const byItself = base.createMachine({
  context,
  initial: 'talk',
  on,
  states: {
    talk: {
      type: 'parallel',
      ...noted('talk'),
      always: { guard: 'isOn', target: 'over', actions: note('outer') },
      states: {
        one: {},
        two: {
          initial: 'a',
          states: { a: { ...noted('a'), always: { guard: 'isOn', target: 'b', actions: note('inner') } }, b: noted('b') },
        },
      },
    },
    over: noted('over'),
  },
});

const withinItself = base.createMachine({
  context,
  initial: 'a',
  on,
  always: { guard: 'isOn', actions: note('outer') },
  states: { a: { always: { guard: 'isOn', target: 'b', actions: note('inner') } }, b: {} },
});

const aboveRegions = base.createMachine({
  context,
  type: 'parallel',
  on,
  always: { guard: 'isOn', actions: note('off') },
  states: { one: {}, two: {} },
});

const inRegions = base.createMachine({
  context,
  type: 'parallel',
  on,
  states: {
    one: { initial: 'a', states: { a: { on: { step: 'b' } }, b: { always: { guard: 'isOn', target: 'c' } }, c: noted('c') } },
    two: { initial: 'x', states: { x: { always: { guard: 'isOn', target: 'y' } }, y: noted('y') } },
  },
});

const chained = base.createMachine({
  context,
  initial: 'a',
  on: { makeCall: { guard: 'isCall', actions: note('call') } },
  states: {
    a: { on: { step: 'b', further: 'd' } },
    b: { ...noted('b'), always: 'c' },
    c: { ...noted('c'), always: { target: 'd', actions: 'goOn' } },
    d: { ...noted('d'), always: { actions: 'tell' }, on: { further: { actions: note('further') }, step: 'a' } },
  },
});

const remembering = base.createMachine({
  context,
  initial: 'out',
  on: { away: '.out' },
  states: {
    out: { on: { back: '#memory', in: 'talk', both: { target: ['#one.memory', '#two.z'] } } },
    talk: {
      type: 'parallel',
      ...noted('talk'),
      states: {
        memory: { type: 'history', id: 'memory' },
        one: {
          id: 'one',
          initial: 'a',
          ...noted('one'),
          states: { a: { ...noted('a'), on: { step: 'b' } }, b: noted('b'), memory: { type: 'history' } },
        },
        two: { id: 'two', initial: 'x', states: { x: { ...noted('x'), on: { step: 'y' } }, y: noted('y'), z: noted('z') } },
      },
    },
  },
});

const fromWithin = base.createMachine({
  context,
  initial: 'talk',
  on: { away: '.out', home: '#memory' },
  states: {
    out: noted('out'),
    talk: {
      initial: 'held',
      ...noted('talk'),
      states: {
        held: {
          initial: 'x',
          ...noted('held'),
          on: { back: '#memory' },
          states: { x: { ...noted('x'), on: { step: 'y' } }, y: { ...noted('y'), on: { step: 'x', self: '#memory' } } },
        },
        memory: { type: 'history', history: 'deep', id: 'memory' },
      },
    },
  },
});

const manyTargets = base.createMachine({
  context,
  type: 'parallel',
  states: {
    one: {
      initial: 'begin',
      ...noted('one'),
      states: {
        begin: { ...noted('begin'), on: { step: 'a' } },
        a: {
          id: 'a',
          initial: 'x',
          ...noted('a'),
          on: {
            inner: { target: ['#a.y', '#two.b'] },
            self: { target: ['#a', '#two.b'] },
            nowhere: { target: [], actions: note('nowhere') },
            everywhere: '#all',
          },
          states: { x: noted('x'), y: noted('y') },
        },
      },
    },
    two: { id: 'two', initial: 'b0', ...noted('two'), states: { b0: { ...noted('b0'), on: { two: 'b' } }, b: noted('b') } },
  },
  id: 'all',
});

const wildcards = base.createMachine({
  context,
  initial: 'a',
  on: { '*': { actions: note('*') } },
  states: {
    a: {
      on: {
        'go.far': { actions: note('go.far') },
        'go.far.*': { actions: note('go.far.*') },
        'come.near.*': { actions: note('come.near.*') },
        'come.near': { actions: note('come.near') },
        'stay.*': { actions: note('stay.*') },
        'stay.here.*': { actions: note('stay.here.*') },
      },
    },
  },
});

const CASES: Readonly<Record<string, readonly [AnyStateMachine, string]>> = {
  'a region goes by itself before the state around it does': [byItself, 'on on'],
  'a state does nothing by itself where one within it does': [withinItself, 'on on'],
  'a state around two regions goes by itself once for both': [aboveRegions, 'on on'],
  'regions that go by themselves at once enter in the order of declaration': [inRegions, 'step on'],
  'a chart goes by itself step by step, and stops where a step changes nothing': [chained, 'step further step further'],
  'a guard reads which command is asked for': [chained, 'makeCall'],
  'a parallel state that remembers nothing is entered from the beginning': [remembering, 'back step away back away in'],
  'a history state leads beside another target': [remembering, 'both step away both'],
  'a history state is asked for from within what it remembers': [fromWithin, 'step away home self back step back away home step back'],
  'two targets lie one within and one beside the source': [manyTargets, 'step inner two inner'],
  'the source is one of two targets': [manyTargets, 'step self self inner self'],
  'an empty list of targets leads nowhere': [manyTargets, 'step nowhere'],
  'the whole chart is a target': [manyTargets, 'step inner everywhere'],
  'descriptors with a wildcard give way to the type itself': [wildcards, 'go.far go.far.off come.near come.near.er'],
  'descriptors mean whole words': [wildcards, 'go.f go.fa stay stay.here stay.her stay.here.on stays'],
};

describe('as in XState', () => {
  test.each(Object.entries(CASES))('%s', (_, [machine, types]) => {
    expect(sideBySide(machine)(types.split(' '))).toContain(machine.root.id);
  });
});

test('no states have no value', () => {
  expect(stateValueOf([])).toEqual({});
});
