import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { WORDS } from '../../adapters/sobot/words.js';
import { benchAt, type Bench } from '../support/bench/index.js';
import { entriesOf, recordAgent } from './recorded.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** The bytes in use once nothing more is collected: garbage of another file's tests may go some turns later. */
async function heap(): Promise<number> {
  let [used, least] = [Infinity, Infinity];
  do {
    least = Math.min(least, used);
    await new Promise((resolve) => setTimeout(resolve, 20));
    collect();
    used = process.memoryUsage().heapUsed;
  } while (used < least - 100_000);
  return used;
}

/** Held and retrieved in turn, of other numbers each time. */
function swap(bench: Bench, times: number, number: (index: number) => string = () => '13800138000'): void {
  for (let index = 0; index < times; index += 1) {
    bench.customer(index % 2 === 0 ? 'EventAgentHoldCall' : 'EventAgentRetrieveCall', { otherDN: number(index) });
  }
}

describe('a recording takes', () => {
  test('no more bytes than its limit, by dropping the oldest entries', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent, { limit: 100_000 });
    swap(bench, 1_000);
    expect(recorder.bytes).toBeLessThanOrEqual(100_000);
    expect(recorder.last).toBe(1_000);
    expect(recorder.first).toBeGreaterThan(800);
    expect(entriesOf(recorder).map(({ step }) => step)).toEqual(
      Array.from({ length: recorder.last - recorder.first + 1 }, (_, index) => recorder.first + index),
    );
    expect(recorder.entry(recorder.first - 1)).toBeUndefined();
    expect(recorder.at(recorder.first - 1)).toBeUndefined();
    expect(recorder.at(recorder.first)?.state.call?.callID).toBe('call-1');
  });

  test('as much of the heap as it says, numbers included', async () => {
    const bench = benchAt('talking');
    swap(bench, 200);
    const before = await heap();
    const recorder = recordAgent(bench.agent, { limit: 4_000_000 });
    swap(bench, 6_000, (index) => `138${10_000_000 + index}`);
    const taken = (await heap()) - before;
    expect(recorder.first).toBeGreaterThan(0);
    expect(recorder.bytes).toBeLessThanOrEqual(4_000_000);
    expect(taken).toBeLessThan(4_000_000 * 1.25);
    expect(taken).toBeGreaterThan(4_000_000 / 4);
    expect(recorder.last).toBe(6_000);
  }, 30_000);

  test('at least one entry, whatever it weighs', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent, { limit: 10_000 });
    const attributes = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`note${index}`.padEnd(40, 'x'), index]));
    bench.customer('EventEstablished', attributes);
    expect(recorder.last).toBe(1);
    expect(recorder.entry(1)?.type).toBe('call.established');
    expect(Object.keys(recorder.entry(1)?.data['details'] as object).length).toBeLessThanOrEqual(40);
  });

  test('one entry that is heavier than all that may be kept', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent, { limit: 10_000 });
    bench.customer('EventEstablished', Object.fromEntries((WORDS.recorded?.shown ?? []).map((name) => [name, 'x'.repeat(200)])));
    expect(recorder.bytes).toBeGreaterThan(10_000);
    expect([recorder.first, recorder.last]).toEqual([1, 1]);
    expect(recorder.entry(1)?.type).toBe('call.established');
  });

  test('the numbers of its own entries only, so that those of old ones take no room from new ones', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent, { limit: 100_000 });
    swap(bench, 2_000, (index) => `138${10_000_000 + index}`);
    expect(recorder.last - recorder.first).toBeGreaterThan(25);
  });

  test('no moment of an entry that has gone, though it was looked at', () => {
    const bench = benchAt('talking');
    const recorder = recordAgent(bench.agent, { limit: 50_000 });
    const start = recorder.at(0);
    expect(start).toBeDefined();
    expect(recorder.at(0)).toBe(start);
    swap(bench, 300);
    expect(recorder.first).toBeGreaterThan(0);
    expect(recorder.at(0)).toBeUndefined();
    expect(recorder.at(recorder.last + 1)).toBeUndefined();
    expect([recorder.at(recorder.last - 0.5), recorder.entry(Number.NaN)]).toEqual([undefined, undefined]);
  });

  test('nothing of an agent that is gone, once it is forgotten itself', () => {
    const refs = (() => {
      const bench = benchAt('talking');
      const recorder = recordAgent(bench.agent);
      swap(bench, 10);
      return [new WeakRef(recorder), new WeakRef(bench.agent)];
    })();
    return new Promise((resolve) => setTimeout(resolve)).then(() => {
      collect();
      expect(refs.map((ref) => ref.deref())).toEqual([undefined, undefined]);
    });
  });
});
