/*
 * Stands in for `@jest/globals` in the bundle, without the tests that take seconds: a mutant that only these would
 * catch counts as survived.
 */

/** Tests that go through hundreds of orders or random days each, and so take as long as fifty others. */
const LEFT_OUT = new RegExp(
  [
    '^while a conference forms',
    '^when the word that the conference has formed never comes',
    '^whatever (comes off|is sent, answered|the measurement)',
    '^messages that overtake each other',
    'does with every fact about its legs what the one before would have done$',
    'on random pairs of a snapshot and an event$',
    'every guard answers yes or no to every event',
    'says the same as the question about one command, and as its refusal$',
    'the guard of a command does not read the event',
    'the chart does not change while it is used$',
    'days from seed .* on$',
    'goes through any events as in XState$',
    'is what XState says of each$',
    // Of a process with hundreds of bundles in its heap, collecting takes seconds.
    'as much of the heap as it says',
    'whatever the service says and however it answers$',
  ].join('|'),
);

type Each = (rows: readonly unknown[]) => (name: string, ...more: unknown[]) => void;

/** Given to a test by the runner (`registered-tests.mjs`). */
declare global {
  var registeredTests: {
    readonly tests: {
      test(name: string, ...more: unknown[]): void;
      each: Each;
      describe(name: string, body: () => void): void;
      describeEach: Each;
      beforeEach(hook: () => void): void;
      afterEach(hook: () => void): void;
      setTimeout(timeout: number): void;
    };
    readonly expect: unknown;
    readonly mocks: Record<'fn' | 'spyOn' | 'restoreAllMocks', (...given: never[]) => unknown>;
  };
}

const { tests, mocks } = globalThis.registeredTests;

let heading = '';

const each: Each =
  (rows) =>
  (name, ...more) => {
    if (!LEFT_OUT.test(`${heading} ${name}`)) tests.each(rows)(name, ...more);
  };

const one = (name: string, ...more: unknown[]): void => {
  if (!LEFT_OUT.test(`${heading} ${name}`)) tests.test(name, ...more);
};

const describeIt = (name: string, body: () => void): void => {
  heading = name;
  tests.describe(name, body);
};

export const test = Object.assign(one, { each });
export const describe = Object.assign(describeIt, { each: tests.describeEach });
export const { expect } = globalThis.registeredTests;
export const { beforeEach, afterEach } = tests;
export const jest = {
  fn: (...given: never[]) => mocks.fn(...given),
  spyOn: (...given: never[]) => mocks.spyOn(...given),
  restoreAllMocks: () => mocks.restoreAllMocks(),
  setTimeout: tests.setTimeout,
};
