import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Ear, type Audible } from '../../demo/phones/handset/ear.js';

const QUIET = -Infinity;
const LOUD = -20;

let sound: { hears: string[]; loudness: number } | null = null;
const phone: Audible = {
  get call() {
    const heard = sound;
    return heard === null ? null : { hears: () => heard.hears, loudness: () => heard.loudness };
  },
};
let ear: Ear;

beforeEach(() => {
  jest.useFakeTimers();
  sound = null;
  ear = new Ear(phone);
});
afterEach(() => {
  ear.close();
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});

function listenTo(next: typeof sound, ms: number): Ear['hears'] {
  sound = next;
  jest.advanceTimersByTime(ms);
  return ear.hears;
}

test.each([
  ['the other one', { hears: ['8001'], loudness: LOUD }, { peers: ['8001'], music: false }],
  ['music', { hears: [], loudness: LOUD }, { peers: [], music: true }],
  ['silence', { hears: [], loudness: QUIET }, { peers: [], music: false }],
])('%s is heard when it has lasted', (_what, heard, known) => {
  expect(listenTo({ hears: ['8002'], loudness: LOUD }, 400)).toEqual({ peers: ['8002'], music: false });
  expect(listenTo(heard, 200)).toEqual({ peers: ['8002'], music: false });
  expect(listenTo(heard, 100)).toEqual(known);
});

test('what is loud for a moment is no music', () => {
  listenTo({ hears: [], loudness: LOUD }, 100);
  expect(listenTo({ hears: ['8001'], loudness: LOUD }, 300)).toEqual({ peers: ['8001'], music: false });
});

test('who is drowned for a moment is still heard', () => {
  listenTo({ hears: ['8001'], loudness: LOUD }, 400);
  expect(listenTo({ hears: [], loudness: LOUD }, 100)).toEqual({ peers: ['8001'], music: false });
  expect(listenTo({ hears: ['8001'], loudness: LOUD }, 200)).toEqual({ peers: ['8001'], music: false });
});

test('without a call nothing is heard, and nothing of it in the next one', () => {
  listenTo({ hears: ['8001'], loudness: LOUD }, 400);
  expect(listenTo(null, 0)).toEqual({ peers: [], music: false });
  listenTo(null, 50);
  expect(listenTo({ hears: [], loudness: QUIET }, 50)).toEqual({ peers: [], music: false });
});
