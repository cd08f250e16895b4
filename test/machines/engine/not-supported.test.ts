import { describe, expect, test } from '@jest/globals';
import {
  and,
  assign,
  createActor,
  emit,
  enqueueActions,
  fromPromise,
  not,
  or,
  raise,
  sendTo,
  setup,
  stateIn,
  type AnyStateMachine,
} from 'xstate';
import { ChartNotSupportedError, compile } from '../../../machines/index.js';

interface Context {
  readonly count: number;
}

const base = setup({
  types: { context: {} as Context, events: {} as { type: 'go' } | { type: 'back' } },
  actors: { later: fromPromise(async () => 1) },
  guards: { isFirst: ({ context }: { context: Context }) => context.count === 0 },
  actions: {
    count: assign({ count: ({ context }) => context.count + 1 }),
    ring: () => undefined,
    raiseLater: raise({ type: 'back' }, { delay: 5 }),
    tell: sendTo(({ self }) => self, { type: 'back' }),
    raiseWhenever: enqueueActions(({ enqueue }) => enqueue.raise({ type: 'back' }, { delay: 5 })),
    ask: assign(({ self }) => ({ count: self.id.length })),
  },
});
const start = { id: 'small', context: { count: 0 }, initial: 'a' } as const;

const withGuard = (parts: object) =>
  base.createMachine({ ...start, states: { a: { on: { go: { guard: Object.assign(() => true, parts), target: 'b' } } }, b: {} } });

/** Charts with one feature each that the tables do not know, and what the error must name. */
const CHARTS: Readonly<Record<string, readonly [AnyStateMachine, RegExp]>> = {
  'a timer': [base.createMachine({ ...start, states: { a: { after: { 5: 'b' } }, b: {} } }), /'small\.a'.*'after'/],
  'an invoked actor': [base.createMachine({ ...start, states: { a: { invoke: { src: 'later' } } } }), /'small\.a'.*'invoke'/],
  'a final state': [base.createMachine({ ...start, states: { a: { on: { go: 'b' } }, b: { type: 'final' } } }), /'small\.b'.*final/],
  'a final state with an output': [
    base.createMachine({ ...start, states: { a: { on: { go: 'b' } }, b: { type: 'final', output: 1 } } }),
    /'small\.b'.*'output'/,
  ],
  'a transition at the end of a state': [
    base.createMachine({ ...start, states: { a: { initial: 'c', states: { c: {} }, onDone: 'b' }, b: {} } }),
    /'small\.a'.*'onDone'/,
  ],
  'a state that is a route': [base.createMachine({ ...start, states: { a: { id: 'here', route: {} } } }), /'here'.*'route'/],
  'a transition that reenters': [
    base.createMachine({ ...start, states: { a: { on: { go: { target: 'a', reenter: true } } } } }),
    /'small\.a'.*reenters/,
  ],
  'an action without a name': [
    base.createMachine({ ...start, states: { a: { entry: assign({ count: 1 }) } } }),
    /'small\.a'.*without a name/,
  ],
  'an action with an effect': [base.createMachine({ ...start, states: { a: { entry: 'ring' } } }), /'small\.a'.*'ring'/],
  'an action that nobody has implemented': [
    base.createMachine({ ...start, states: { a: { entry: 'unheardOf' as never } } }),
    /'small\.a'.*'unheardOf'/,
  ],
  'an event raised later': [base.createMachine({ ...start, states: { a: { exit: 'raiseLater' } } }), /'small\.a'.*delayed raise/],
  'an event sent to an actor': [base.createMachine({ ...start, states: { a: { on: { go: { actions: 'tell' } } } } }), /'small\.a'.*'tell'/],
  'computed parameters': [
    base.createMachine({ ...start, states: { a: { on: { go: { actions: { type: 'count', params: () => undefined } } } } } }),
    /'small\.a'.*computed parameters/,
  ],
  'a guard that asks for a state by another word than its id': [
    base.createMachine({ ...start, states: { a: { on: { go: { guard: stateIn('a'), target: 'b' } } }, b: {} } }),
    /'small\.a'.*stateIn of an id/,
  ],
  'a guard with computed parameters': [
    base.createMachine({
      ...start,
      states: { a: { on: { go: { guard: { type: 'isFirst', params: () => undefined }, target: 'b' } } }, b: {} },
    }),
    /'small\.a'.*'isFirst'.*computed parameters/,
  ],
  'a guard that asks for a state by its place': [
    base.createMachine({ ...start, states: { a: { on: { go: { guard: stateIn({ a: 'b' }), target: 'b' } } }, b: {} } }),
    /'small\.a'.*stateIn of an id/,
  ],
  'a guard that nobody has implemented': [
    base.createMachine({ ...start, states: { a: { on: { go: { guard: 'unheardOf' as never, target: 'b' } } }, b: {} } }),
    /'small\.a'.*'unheardOf' without a function/,
  ],
  'a guard that is checked in a way of its own': [withGuard({ check: () => true }), /'small\.a'.*another kind/],
  'a guard that is checked in a way of its own, for a state': [
    withGuard({ check: () => true, stateValue: '#small' }),
    /'small\.a'.*another kind/,
  ],
  'a history state that leads elsewhere at first': [
    base.createMachine({ ...start, states: { a: {}, b: {}, before: { type: 'history', target: 'b' } } }),
    /'small\.before'.*'target'/,
  ],
  'a history state as the first one': [
    base.createMachine({
      ...start,
      always: '.b',
      states: { a: {}, b: { initial: 'before', states: { c: {}, before: { type: 'history' } } } },
    }),
    /'small\.b'.*history state as the initial one/,
  ],
  'an initial transition that does something': [
    base.createMachine({ ...start, states: { a: { initial: { target: 'b', actions: 'count' }, states: { b: {} } } } }),
    /'small\.a'.*initial transition/,
  ],
};

describe('a chart that uses what the tables do not know is refused when it is compiled', () => {
  test.each(Object.entries(CHARTS))('%s', (_, [machine, names]) => {
    expect(() => compile(machine)).toThrow(ChartNotSupportedError);
    expect(() => compile(machine)).toThrow(names);
    expect(() => compile(machine)).toThrow(expect.objectContaining({ name: 'ChartNotSupportedError' }));
    expect(() => compile(machine)).toThrow(/XState's own actor/);
  });

  test.each([
    ['ask', /an action uses self/],
    ['raiseWhenever', /an action uses a delayed raise/],
  ] as const)('what an action asks for only when it runs, is refused then: %s', (actions, names) => {
    const chart = compile(base.createMachine({ ...start, states: { a: { on: { go: { actions } } } } }));
    expect(() => chart.transition(chart.initial(undefined as never), { type: 'go' })).toThrow(names);
  });
});

describe('a command that an inner state refuses while an outer one would take it', () => {
  const machine = setup({
    types: { context: {} as Context, events: {} as { type: 'makeCall' } | { type: 'hangup' } },
    guards: { isFirst: ({ context }: { context: Context }) => context.count === 0 },
    actions: { count: assign({ count: ({ context }: { context: Context }) => context.count + 1 }) },
  }).createMachine({
    ...start,
    on: { makeCall: { target: '.b' }, hangup: { actions: 'count' } },
    states: { a: { on: { makeCall: { guard: 'isFirst' } } }, b: { on: { makeCall: { guard: 'isFirst' } } } },
  });
  const chart = compile(machine);
  const actor = createActor(machine).start();

  test('is not allowed, and is where the inner state does not pass', () => {
    const first = chart.initial(undefined);
    expect(chart.allowed(first)).toEqual(['hangup']);
    expect(actor.getSnapshot().can({ type: 'makeCall' })).toBe(false);

    const { snapshot } = chart.transition(first, { type: 'hangup' });
    actor.send({ type: 'hangup' });
    expect([...chart.allowed(snapshot)].sort()).toEqual(['hangup', 'makeCall']);
    expect(actor.getSnapshot().can({ type: 'makeCall' })).toBe(true);
  });
});

describe('guards that are put together', () => {
  const machine = setup({
    types: {
      context: {} as Context,
      events: {} as { type: 'makeCall' } | { type: 'hangup' } | { type: 'answer' } | { type: 'ready' } | { type: 'holdCall' },
    },
    guards: {
      isFirst: ({ context }: { context: Context }) => context.count === 0,
      isEarly: ({ context }: { context: Context }) => context.count < 2,
    },
    actions: { count: assign({ count: ({ context }: { context: Context }) => context.count + 1 }) },
  }).createMachine({
    ...start,
    states: {
      a: {
        id: 'here',
        on: {
          holdCall: { actions: 'count' },
          makeCall: { guard: and(['isFirst', 'isEarly']), actions: 'count' },
          hangup: { guard: or(['isFirst', 'isEarly']), actions: 'count' },
          answer: { guard: not('isEarly'), actions: 'count' },
          ready: { guard: and([stateIn('#here'), not(or(['isFirst', not('isEarly')]))]), actions: 'count' },
        },
      },
    },
  });
  const chart = compile(machine);

  test('say what XState says', () => {
    const actor = createActor(machine).start();
    let ours = chart.initial(undefined);
    for (const allowed of [['makeCall', 'hangup'], ['hangup', 'ready'], ['answer']] as const) {
      for (const type of ['makeCall', 'hangup', 'answer', 'ready'] as const) {
        expect([type, chart.can(ours, { type })]).toEqual([type, (allowed as readonly string[]).includes(type)]);
        expect(actor.getSnapshot().can({ type })).toBe(chart.can(ours, { type }));
      }
      ours = chart.transition(ours, { type: 'holdCall' }).snapshot;
      actor.send({ type: 'holdCall' });
    }
  });
});

describe('a small chart', () => {
  const machine = setup({
    types: {
      context: {} as Context,
      events: {} as { type: 'go' } | { type: 'go.far' } | { type: 'back' },
      emitted: {} as { type: 'arrived'; at: number },
    },
    guards: { isFirst: ({ context }: { context: Context }) => context.count === 0 },
    actions: {
      count: assign({ count: ({ context }: { context: Context }) => context.count + 1 }),
      tellAndReturn: enqueueActions(({ context, enqueue }) => {
        enqueue.assign({ count: 10 });
        enqueue.emit(({ context: now }) => ({ type: 'arrived', at: now.count }));
        enqueue.raise({ type: 'back' });
        enqueue.emit({ type: 'arrived', at: context.count });
      }),
      arrive: emit(({ context }: { context: Context }) => ({ type: 'arrived' as const, at: context.count })),
    },
  }).createMachine({
    ...start,
    states: {
      a: {
        on: {
          'go.*': [{ guard: 'isFirst', target: 'b', actions: 'count' }, { target: 'c' }],
          go: [{ guard: 'isFirst' }, { actions: 'count' }],
        },
      },
      b: { entry: 'tellAndReturn', on: { back: { target: 'a', actions: 'arrive' } } },
      c: {},
    },
  });
  const chart = compile(machine);
  const first = chart.initial(undefined);

  test('takes the first transition whose guard passes, by the most particular descriptor', () => {
    expect(chart.can(first, { type: 'go' })).toBe(false);
    expect(chart.transition(first, { type: 'go' }).snapshot).toBe(first);
    const { snapshot, emitted } = chart.transition(first, { type: 'go.far' });
    expect(snapshot.value).toBe('a');
    expect(snapshot.context).toEqual({ count: 10 });
    expect(emitted).toEqual([
      { type: 'arrived', at: 10 },
      { type: 'arrived', at: 1 },
      { type: 'arrived', at: 10 },
    ]);
    expect(chart.can(snapshot, { type: 'go.far' })).toBe(true);
    expect(chart.transition(snapshot, { type: 'go.far' }).snapshot.value).toBe('c');
    expect(chart.transition(snapshot, { type: 'go' }).snapshot.context).toEqual({ count: 11 });
  });
});
