import { describe, expect, test } from '@jest/globals';
import { checkOptions, type AgentOptions } from '../../src/agent/options.js';

const problemOf = (options: unknown): string => {
  try {
    checkOptions(options as AgentOptions);
    return 'none';
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    return (error as Error).message.replace('switchhook: ', '');
  }
};

const nothing = () => undefined;
const clock = { now: () => 0, setTimeout: nothing, clearTimeout: nothing };
const storage = { getItem: () => null, setItem: nothing, removeItem: nothing };

describe('options that are right', () => {
  test.each<readonly [string, object]>([
    ['none', {}],
    ['a clock', { clock }],
    ['a clock that knows sleep', { clock: { ...clock, monotonic: () => 0 } }],
    ['a clock that does not', { clock: { ...clock, monotonic: undefined } }],
    ['refusals as events', { refusals: 'event' }],
    ['timeouts', { timeouts: { holdCall: 1, default: 0.5 } }],
    ['no timeouts', { timeouts: {} }],
    ['after-call work', { acw: { enabled: false, seconds: 0 } }],
    ['after-call work of a length', { acw: { enabled: true, seconds: 12.5 } }],
    ['confirmations', { confirm: { holdCall: 'optimistic', makeCall: 'event' } }],
    ['a storage', { storage }],
    ['an inspecting function', { inspect: nothing }],
    ['an inspecting observer', { inspect: { next: nothing } }],
    ['personal data in clear', { revealPersonalData: true }],
    [
      'all left out',
      {
        clock: undefined,
        timeouts: undefined,
        acw: undefined,
        confirm: undefined,
        storage: undefined,
        inspect: undefined,
        revealPersonalData: undefined,
      },
    ],
  ])('%s', (_, options) => {
    expect(problemOf(options)).toBe('none');
    expect(checkOptions(options as AgentOptions)).toBe(options);
  });
});

describe('options that are wrong', () => {
  const forXState4 =
    'inspect must be a function or an observer; that of @xstate/inspect is for XState 4: take createWindowBridge or createWebSocketBridge of switchhook/inspector/xstate4';
  const ms = 'must be a number of ms above 0';
  const seconds = 'acw.seconds must be a number of seconds, 0 or more';
  const all = 'is not an option; these are clock, timeouts, acw, confirm, storage, inspect, revealPersonalData, refusals';
  const ofAcw = 'is not an option of acw; these are enabled, seconds';
  const clockMust = 'clock must have now, setTimeout and clearTimeout';
  const storageMust = 'storage must have getItem, setItem and removeItem';
  const without = (from: object, name: string) => Object.fromEntries(Object.entries(from).filter(([key]) => key !== name));

  test.each<readonly [unknown, string]>([
    [null, 'options must be an object'],
    [7, 'options must be an object'],
    [{ clok: clock }, `clok ${all}`],
    [{ clock: null }, clockMust],
    [{ clock: 7 }, clockMust],
    ...Object.keys(clock).map((name) => [{ clock: without(clock, name) }, clockMust] as const),
    ...Object.keys(storage).map((name) => [{ storage: without(storage, name) }, storageMust] as const),
    [{ clock: { ...clock, monotonic: 7 } }, 'clock must have a monotonic that is a function, or none'],
    [{ clock: { ...clock, monotonic: null } }, 'clock must have a monotonic that is a function, or none'],
    [{ refusals: 'error' }, "refusals must be 'event', or left out"],
    [{ refusals: true }, "refusals must be 'event', or left out"],
    [{ timeouts: 7 }, 'timeouts must be an object'],
    [{ timeouts: { holdcall: 1 } }, 'timeouts.holdcall is not a command, nor "default"'],
    [{ timeouts: { holdCall: 0 } }, `timeouts.holdCall ${ms}`],
    [{ timeouts: { holdCall: '1' } }, `timeouts.holdCall ${ms}`],
    [{ timeouts: { default: 0 } }, `timeouts.default ${ms}`],
    [{ timeouts: { default: Infinity } }, `timeouts.default ${ms}`],
    [{ timeouts: { default: Number.NaN } }, `timeouts.default ${ms}`],
    [{ acw: true }, 'acw must be an object'],
    [{ acw: { length: 1 } }, `acw.length ${ofAcw}`],
    [{ acw: { enabled: 'no' } }, 'acw.enabled must be true or false'],
    [{ acw: { seconds: -1 } }, seconds],
    [{ acw: { seconds: '1' } }, seconds],
    [{ acw: { seconds: Infinity } }, seconds],
    [{ confirm: 7 }, 'confirm must be an object'],
    [{ confirm: { hold: 'event' } }, 'confirm.hold is not a command'],
    [{ confirm: { holdCall: 'never' } }, "confirm.holdCall must be 'event' or 'optimistic'"],
    [{ inspect: {} }, 'inspect must be a function or an observer'],
    [{ inspect: 7 }, 'inspect must be a function or an observer'],
    [{ inspect: { send: nothing, subscribe: nothing } }, 'inspect must be a function or an observer'],
    [{ inspect: { send: nothing, subscribe: nothing, disconnect: nothing } }, forXState4],
    [{ revealPersonalData: 1 }, 'revealPersonalData must be true or false'],
    [{ acw: { seconds: -1 }, inspect: 7 }, `${seconds}; inspect must be a function or an observer`],
  ])('%j: %s', (options, problem) => {
    expect(problemOf(options)).toBe(problem);
  });
});
