import { describe, expect, test } from '@jest/globals';
import { WORDS } from '../../adapters/sobot/words.js';
import { Mask } from '../../src/recorder/mask.js';
import { MaskedContexts } from '../../src/recorder/masked-context.js';
import { Pseudonyms } from '../../src/recorder/pseudonyms.js';
import { weigh } from '../../src/recorder/weight.js';
import { benchAt } from '../support/bench/index.js';
import { recordAgent } from './recorded.js';

// The bytes that V8 takes, rounded up: 64 bytes an object, 16 a field, and for a text 32 and 2 a letter.
describe('what a value weighs', () => {
  test.each([
    ['a text', 'ab', undefined, 36],
    ['no text', '', undefined, 32],
    ['a number', 7, undefined, 0],
    ['nothing', null, undefined, 0],
    ['nothing at all', undefined, undefined, 0],
    ['an object', {}, undefined, 64],
    ['a field', { a: 1 }, undefined, 80],
    ['a field of nothing', { a: null }, undefined, 80],
    ['a text in a field', { a: 'x' }, undefined, 114],
    ['a list', ['x', 'y'], undefined, 64 + 2 * (16 + 34)],
    ['what is in it, down to the levels that are looked into', { a: { b: 'xx' } }, 2, 64 + 16 + 64 + 16 + 36],
    ['what is in it, no deeper', { a: { b: 'xx' } }, 1, 80],
    ['an object that is not looked into', { a: 1 }, 0, 0],
    ['three levels, if nobody says how many', { a: { b: { c: { d: 'x' } } } }, undefined, 3 * 80],
  ])('%s', (_what, value, depth, bytes) => {
    expect(weigh(value, depth)).toBe(bytes);
  });
});

describe('a recording weighs', () => {
  test('what its first entry does: the entry, the data of the state, and the list of states', () => {
    const bench = benchAt('talking');
    const { context, _nodes } = bench.agent.actor.getSnapshot();
    const copies = new MaskedContexts(new Mask(new Pseudonyms(), WORDS.recorded));
    copies.of(context);
    const recorder = recordAgent(bench.agent);
    const names = recorder.bytes - 104 - weigh(recorder.entry(0)) - copies.takeBytes() - 32 - 8 * _nodes.length;
    // The rest is the number of the customer, under its pseudonym.
    expect(names).toBe(240 + 2 * (context.roster.call!.details.reveal()['otherDN'] as string).length);
  });

  test('by the entry alone, where a command was refused and nothing has changed', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    const before = recorder.bytes;
    bench.leave('answer');
    expect(recorder.bytes - before).toBe(104 + weigh(recorder.entry(1)));
  });

  test('less where states stay, as the list of them is shared', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent);
    const added = (act: () => void): number => {
      const before = recorder.bytes;
      act();
      return recorder.bytes - before - weigh(recorder.entry(recorder.last));
    };
    const [first, second] = [
      added(() => {
        bench.customer('EventEstablished');
      }),
      added(() => {
        bench.customer('EventEstablished');
      }),
    ];
    expect(second).toBeLessThanOrEqual(first);
    const held = added(() => {
      bench.customer('EventAgentHoldCall');
    });
    expect(held).toBeGreaterThan(second);
  });
});
