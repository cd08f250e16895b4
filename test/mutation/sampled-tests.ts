/*
 * Stands in for `@jest/globals` in the bundle: every survivor costs a run of all
 * tests, so long tables are sampled, and what takes seconds is left out. `npm
 * test` has it all; a mutant that only the rest would catch counts as survived.
 */

/** Rows of a table of the whole's behaviour, and of single functions'. */
const AT_MOST = { behaviour: 5, unit: 80 };

/** A table of behaviours that is run whole: each row is about another command. */
const WHOLE = /^(a call command is confirmed|a day in the field)/;

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
  ].join('|'),
);

type Each = (rows: readonly unknown[]) => (name: string, ...more: unknown[]) => void;

/** What the runner gives to a test (`registered-tests.mjs`). */
declare global {
  var registeredTests: {
    readonly tests: {
      /** Whether they are of single functions. */
      readonly areOfUnits: boolean;
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

function sample(rows: readonly unknown[]): readonly unknown[] {
  const atMost = tests.areOfUnits ? AT_MOST.unit : AT_MOST.behaviour;
  if (!Array.isArray(rows) || rows.length <= atMost || WHOLE.test(heading)) return rows;
  return Array.from({ length: atMost }, (_, index) => rows[Math.floor((index * rows.length) / atMost)]);
}

const each: Each =
  (rows) =>
  (name, ...more) => {
    if (!LEFT_OUT.test(`${heading} ${name}`)) tests.each(sample(rows))(name, ...more);
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
