import { describe, expect, test } from '@jest/globals';
import { median } from '../../bench/frame/median.js';
import { alternate, Rounds } from '../../bench/frame/rounds.js';

describe('the median', () => {
  test.each([
    { values: [7], middle: 7 },
    { values: [9, 1, 2], middle: 2 },
    { values: [10, 1, 2, 4], middle: 3 },
    { values: [1, 1, 1_000_000], middle: 1 },
    { values: [], middle: NaN },
  ])('of $values is $middle', ({ values, middle }) => {
    expect(median(values)).toBe(middle);
  });

  test('leaves the values in their order', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('rounds', () => {
  test('are compared one by one, so that a computer that slows down for a while slows both', () => {
    const rounds = new Rounds({ agent: [2, 20, 200, 2], raw: [1, 10, 100, 1] });
    expect(rounds.ratio('agent', 'raw')).toBe(2);
    expect(rounds.ratio('raw', 'agent')).toBe(0.5);
    expect(rounds.median('agent')).toBe(11);
  });

  test('one that was disturbed does not count', () => {
    const rounds = new Rounds({ agent: [3, 3, 900], raw: [2, 2, 2] });
    expect(rounds.ratio('agent', 'raw')).toBe(1.5);
  });
});

describe('contestants', () => {
  /** Takes down in which order they run; each says that it took so many µs per time. */
  function field(us: Readonly<Record<string, number>>) {
    const order: string[] = [];
    const times: number[] = [];
    const contestants = Object.fromEntries(
      Object.entries(us).map(([name, each]) => [
        name,
        (count: number) => {
          order.push(name);
          times.push(count);
          return (count * each) / 1000;
        },
      ]),
    );
    return { order, times, contestants };
  }

  test('are told as µs per time, whatever the size of a batch', async () => {
    const { contestants } = field({ slow: 300, quick: 20 });
    const rounds = await alternate(contestants, 1);
    expect(rounds.median('slow')).toBeCloseTo(300);
    expect(rounds.median('quick')).toBeCloseTo(20);
    expect(rounds.ratio('slow', 'quick')).toBeCloseTo(15);
  });

  test('run in turn, each first in every other round', async () => {
    const { order, contestants } = field({ a: 10, b: 10 });
    await alternate(contestants, 1);
    expect(order.slice(-8).join('')).toMatch(/^(abba){2}$|^(baab){2}$/);
  });

  test('run an even number of times, so that what they do in pairs is done', async () => {
    const { times, contestants } = field({ a: 777, b: 3, c: 5_000 });
    await alternate(contestants, 1);
    expect(times.filter((count) => count < 2 || count % 2 !== 0)).toEqual([]);
  });

  test('of which one is slow take few times a batch, quick ones many', async () => {
    const { times, order, contestants } = field({ slow: 5_000, quick: 1 });
    // Warming up ends by the clock: the quick one needs some steps to grow.
    await alternate(contestants, 20);
    const last = (name: string) => times[order.lastIndexOf(name)] ?? NaN;
    expect(last('slow')).toBe(2);
    expect(last('quick')).toBeGreaterThan(1_000);
  });

  test('that take their time are waited for', async () => {
    const slow = async (): Promise<number> => {
      await Promise.resolve();
      return 4;
    };
    const rounds = await alternate({ slow }, 1);
    expect(rounds.median('slow')).toBe(2_000);
  });

  test('that fail stop the bench', async () => {
    const broken = () => {
      throw new Error('broken');
    };
    await expect(alternate({ broken }, 1)).rejects.toThrow('broken');
  });
});
