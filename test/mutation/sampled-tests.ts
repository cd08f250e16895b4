import * as jest from '@jest/globals';

/*
 * Stands in for `@jest/globals` in the bundle: every survivor costs a run of all
 * tests, so long tables are sampled, and what takes seconds is left out. `npm
 * test` has it all; a mutant that only the rest would catch counts as survived.
 */

/** Rows of a table of the whole's behaviour, and of single functions'. */
const AT_MOST = { behaviour: 3, unit: 80 };

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
  ].join('|'),
);

let heading = '';

type Each = (rows: readonly unknown[], ...rest: unknown[]) => (name: string, ...more: unknown[]) => void;

/** Set by the bundle while the tests of single functions are declared. */
declare global {
  var areUnits: boolean;
}

function sample(rows: readonly unknown[]): readonly unknown[] {
  const atMost = areUnits ? AT_MOST.unit : AT_MOST.behaviour;
  if (!Array.isArray(rows) || rows.length <= atMost || WHOLE.test(heading)) return rows;
  return Array.from({ length: atMost }, (_, index) => rows[Math.floor((index * rows.length) / atMost)]);
}

const testEach = jest.test.each as unknown as Each;
const testOne = jest.test as unknown as (name: string, ...more: unknown[]) => void;

const each: Each = (rows, ...rest) => (name, ...more) => {
  if (!LEFT_OUT.test(`${heading} ${name}`)) testEach(sample(rows), ...rest)(name, ...more);
};

const one = (name: string, ...more: unknown[]): void => {
  if (!LEFT_OUT.test(`${heading} ${name}`)) testOne(name, ...more);
};

const describeIt = (name: string, ...rest: unknown[]): void => {
  heading = name;
  (jest.describe as unknown as (...all: unknown[]) => void)(name, ...rest);
};

export const test = Object.assign(one, { each });
export const it = test;
export const describe = Object.assign(describeIt, { each: jest.describe.each });
export const { expect, jest: mocks, beforeEach, afterEach } = jest;
export { mocks as jest };
