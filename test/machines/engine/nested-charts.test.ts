import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assign, setup, stateIn } from 'xstate';
import { sideBySide } from './side-by-side.js';

/*
 * Shapes that the agent's chart may come to have: parallel states within
 * compound ones, targets in another region, history of both kinds, transitions
 * that go on by themselves. XState says what is right.
 */

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
type Letter = (typeof LETTERS)[number];

const note = (name: string) => ({ type: 'note' as const, params: { name } });
const noted = (name: string) => ({ entry: note(`+${name}`), exit: note(`-${name}`) });

const machine = setup({
  types: { context: {} as { readonly steps: readonly string[] }, events: {} as { readonly type: Letter } },
  guards: { thirdTalks: stateIn('#thirdTalking'), isLong: ({ context }) => context.steps.length > 40 },
  actions: {
    note: assign(({ context }, { name }: { readonly name: string }) => ({ steps: [...context.steps, name] })),
    forget: assign({ steps: [] }),
  },
}).createMachine({
  id: 'nested',
  type: 'parallel',
  context: { steps: [] },
  on: { h: { target: ['#held.customer', '#other.two'] } },
  states: {
    work: {
      initial: 'idle',
      on: { f: '#idle' },
      states: {
        idle: { id: 'idle', ...noted('idle'), on: { a: 'consulting', b: '#back', c: '#deep' } },
        consulting: {
          id: 'consulting',
          type: 'parallel',
          ...noted('consulting'),
          on: { d: '#idle', e: { target: '#thirdTalking' } },
          states: {
            third: {
              initial: 'dialing',
              ...noted('third'),
              states: {
                dialing: { ...noted('dialing'), on: { b: 'talking' } },
                talking: {
                  id: 'thirdTalking',
                  ...noted('talking'),
                  initial: 'near',
                  states: {
                    near: { on: { c: 'far' } },
                    far: { ...noted('far'), on: { e: { target: '#idle', actions: note('out of far') } } },
                  },
                },
                before: { type: 'history', id: 'back' },
              },
            },
            held: {
              id: 'held',
              initial: 'nobody',
              ...noted('held'),
              states: {
                nobody: { always: { guard: 'thirdTalks', target: 'customer', actions: note('swap') } },
                customer: { ...noted('customer'), on: { a: 'nobody', b: { actions: note('b in held') } } },
              },
            },
            doing: {
              initial: 'nothing',
              states: {
                nothing: { on: { g: 'joining' } },
                joining: { ...noted('joining'), on: { a: {}, e: { target: '#idle', actions: note('out of joining') } } },
              },
            },
          },
        },
        memory: { type: 'history', history: 'deep', id: 'deep' },
      },
    },
    other: {
      id: 'other',
      initial: 'one',
      always: { guard: 'isLong', actions: 'forget' },
      states: { one: { ...noted('one'), on: { '*': 'two' } }, two: { ...noted('two'), on: { a: 'one', c: { target: 'two' } } } },
    },
  },
});

const compareAfter: (letters: readonly Letter[]) => ReadonlySet<string> = sideBySide(machine);

describe('a chart with parallel states within others', () => {
  test('starts as in XState', () => {
    expect(compareAfter([])).toContain('nested.work');
  });

  test.each([
    ['into a parallel state, and out of it', 'adaf'],
    ['into one region of it, the others as they begin', 'hb'],
    ['into two regions at once, from within and from outside', 'aha hfh'],
    ['back into what a shallow history remembers, and into what it has not met', 'babcfbfb'],
    ['back into what a deep history remembers, and into what it has not met', 'cabcgfcdc'],
    ['by itself, when another region comes to where it waits', 'abacaebea'],
    ['nowhere, by an event that does something or nothing', 'aebbgaa'],
    ['into itself', 'bcca ccc'],
    ['out of two regions at once, of which the first decides', 'abcge a age'],
  ])('goes as in XState %s', (_, letters) => {
    compareAfter(Array.from(letters.replaceAll(' ', '')) as Letter[]);
  });

  test('goes through some events as in XState', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LETTERS), { maxLength: 30, size: 'max' }), (letters) => void compareAfter(letters)),
      { numRuns: 20, seed: 3 },
    );
  });

  test('goes through any events as in XState', () => {
    const visited = new Set<string>();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 60, size: 'max' }), (letters) => {
        for (const id of compareAfter(letters)) visited.add(id);
      }),
      { numRuns: 200, seed: 1 },
    );
    expect([...visited]).toEqual(
      expect.arrayContaining(['thirdTalking', 'nested.work.consulting.third.talking.far', 'nested.work.consulting.doing.joining', 'held']),
    );
  });
});
