import { describe, expect, test } from '@jest/globals';
import { Filtered } from '../../adapters/inspector/model/filtered.js';
import { Playback } from '../../adapters/inspector/model/playback.js';
import { recordAgent } from '../../src/recorder/index.js';
import { benchAt } from '../support/bench/index.js';

/** A talk that is held and retrieved, so many steps long. */
function recorded(steps: number, limit?: number) {
  const bench = benchAt('talking');
  const recorder = recordAgent(bench.agent, limit === undefined ? {} : { limit });
  const swap = (times: number) => {
    for (let index = 0; index < times; index += 1)
      bench.customer(recorder.last % 2 === 0 ? 'EventAgentHoldCall' : 'EventAgentRetrieveCall');
  };
  swap(steps);
  const filtered = new Filtered(recorder);
  filtered.update();
  return { bench, recorder, swap, filtered, playback: new Playback(recorder, filtered) };
}

const stepsOf = (filtered: Filtered) => Array.from({ length: filtered.length }, (_, index) => filtered.step(index));

describe('a filtered list', () => {
  test('has all steps, and new ones when they have come', () => {
    const { filtered, swap } = recorded(3);
    expect(stepsOf(filtered)).toEqual([0, 1, 2, 3]);
    swap(1);
    expect(filtered.length).toBe(4);
    filtered.update();
    expect(filtered.step(4)).toBe(4);
    expect(filtered.step(5)).toBeUndefined();
    expect(filtered.step(-1)).toBeUndefined();
  });

  test('looks for words in type, message and outcome, whatever their case', () => {
    const { filtered, swap } = recorded(4);
    filtered.restrict(' HELD', 'all');
    expect(stepsOf(filtered)).toEqual([1, 3]);
    swap(2);
    filtered.update();
    expect(stepsOf(filtered)).toEqual([1, 3, 5]);
    filtered.restrict('eventagentretrieve', 'all');
    expect(stepsOf(filtered)).toEqual([2, 4, 6]);
    filtered.restrict('', 'all');
    expect(filtered.length).toBe(7);
  });

  test('can be restricted to commands, to messages, and to what went otherwise', () => {
    const { bench, filtered } = recorded(2);
    bench.leave('answer');
    bench.leave('holdCall');
    bench.clock.increment(10_001);
    filtered.restrict('', 'commands');
    expect(stepsOf(filtered)).toEqual([3, 4]);
    filtered.restrict('', 'messages');
    expect(stepsOf(filtered)).toEqual([1, 2]);
    filtered.restrict('', 'oddities');
    // Refused, and timed out.
    expect(stepsOf(filtered)).toEqual([3, 5]);
  });

  test('forgets what the recorder has forgotten', () => {
    const { recorder, filtered, swap } = recorded(5, 50_000);
    for (let round = 0; round < 60; round += 1) {
      swap(50);
      filtered.update();
    }
    expect(recorder.first).toBeGreaterThan(2_000);
    expect(stepsOf(filtered)).toEqual(Array.from({ length: recorder.last - recorder.first + 1 }, (_, index) => recorder.first + index));
  });

  test('knows the place of a step, or of the one before it', () => {
    const { filtered } = recorded(6);
    filtered.restrict('held', 'all');
    expect([1, 2, 3, 6].map((step) => filtered.indexOf(step))).toEqual([0, 0, 1, 2]);
    expect(filtered.indexOf(0)).toBe(-1);
  });
});

describe('playback', () => {
  test('is live until it is paused, and again when asked', () => {
    const { playback, swap } = recorded(2);
    swap(1);
    expect([playback.isLive, playback.step]).toEqual([true, 3]);
    playback.pause();
    swap(1);
    expect([playback.isLive, playback.step]).toEqual([false, 3]);
    playback.goLive();
    expect([playback.isLive, playback.step]).toEqual([true, 4]);
  });

  test('goes step by step among those that pass the filter', () => {
    const { playback, filtered } = recorded(6);
    filtered.restrict('held', 'all');
    playback.move(-1);
    expect(playback.step).toBe(5);
    playback.move(-1);
    expect(playback.step).toBe(3);
    playback.goTo(4);
    playback.move(1);
    expect(playback.step).toBe(5);
    playback.move(-Infinity);
    expect(playback.step).toBe(1);
    playback.move(-1);
    expect(playback.step).toBe(1);
    playback.move(Infinity);
    expect(playback.step).toBe(5);
  });

  test('stays where it is when nothing passes', () => {
    const { playback, filtered } = recorded(3);
    filtered.restrict('nothing of the kind', 'all');
    playback.move(-1);
    expect([playback.isLive, playback.step]).toEqual([true, 3]);
  });

  test('gives way to the oldest step when its own is forgotten', () => {
    const { playback, recorder, swap } = recorded(3, 50_000);
    playback.goTo(1);
    swap(500);
    expect(playback.step).toBe(recorder.first);
  });

  test('goes to no step that does not exist', () => {
    const { playback } = recorded(3);
    playback.goTo(99);
    expect(playback.step).toBe(3);
    playback.goTo(-4);
    expect(playback.step).toBe(0);
  });
});
