import fc from 'fast-check';
import { someOf } from '../some-of.js';

/** A value that the contract refuses, and why. */
export interface WrongValue {
  readonly value: unknown;
  /** As the end of a sentence that begins with the parameter's name: `is a list`. */
  readonly problem: string;
}

/** The values that a parameter takes, and those that it does not. */
export interface ParameterKind {
  readonly valid: fc.Arbitrary<unknown>;
  readonly wrong: fc.Arbitrary<WrongValue>;
}

const wrongValues = (...values: readonly (readonly [unknown, string])[]): fc.Arbitrary<WrongValue> =>
  fc.constantFrom(...values.map(([value, problem]) => ({ value, problem })));

/** No text, and nothing that could stand for one. */
const NO_TEXT = [
  [true, 'is true'],
  [{}, 'is an object'],
  [[], 'is an empty list'],
  [['1'], 'is a list'],
  [() => '1', 'is a function'],
] as const;

/** Without blanks first, so that a failure is shown without them if they do not matter. */
const padding = fc.constantFrom('', ' ', '  ', '\t');

/** The text, perhaps with blanks around it. */
const padded = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(text, padding, padding).map(([inner, before, after]) => `${before}${inner}${after}`);

/** Texts that stand for "the default". */
export const blank = fc.constantFrom('', ' ', '   ');

/** Values that a parameter that must be there cannot have. */
export const blanks = wrongValues(['', 'is empty'], ['   ', 'is blank'], [null, 'is null'], [undefined, 'is undefined']);

/** One of these texts. */
export function textOf(values: readonly string[]): ParameterKind {
  return { valid: padded(fc.constantFrom(...values)), wrong: wrongValues(...NO_TEXT) };
}

/** One of these codes, as string or as number. */
export function codeOf(...codes: readonly string[]): ParameterKind {
  const numbers = codes.map(Number).filter((code) => Number.isFinite(code));
  const asText = padded(fc.constantFrom(...codes));
  const others = ['-7', 'none', '99'].map((code) => [code, `is ${code}, which is no code of it`] as const);
  return {
    valid: numbers.length === 0 ? asText : someOf(asText, fc.constantFrom(...numbers)),
    wrong: wrongValues(...others, [77, 'is 77, which is no code of it'], ...NO_TEXT),
  };
}

/** A whole number of these, as number or as string. */
export function wholeNumberOf(allowed: fc.Arbitrary<number>, refused: readonly number[]): ParameterKind {
  return {
    valid: someOf(allowed, padded(allowed.map(String))),
    wrong: wrongValues(
      ...refused.flatMap((value) => [[value, `is ${value}`] as const, [String(value), `is the text ${value}`] as const]),
      [30.5, 'is no whole number'],
      [Number.NaN, 'is not a number'],
      [Number.POSITIVE_INFINITY, 'is infinite'],
      ['sixty', 'is a word'],
      ['60s', 'has a unit'],
      ...NO_TEXT,
    ),
  };
}

export const flag: ParameterKind = {
  valid: fc.boolean(),
  wrong: wrongValues([2, 'is 2'], ['perhaps', 'is a word'], [{}, 'is an object'], [[true], 'is a list']),
};

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '*', '#'];
const NO_KEYS = ['A', 'b', 'x', '+', '-', ',', ';', '('];

/** 1 to 24 keys of a telephone. */
export const keys: ParameterKind = {
  valid: padded(fc.array(fc.constantFrom(...KEYS), { minLength: 1, maxLength: 24 }).map((pressed) => pressed.join(''))),
  wrong: someOf(
    wrongValues(['1'.repeat(25), 'has 25 keys'], ['1 2', 'has a blank within'], ['１', 'has a digit of another script']),
    fc.constantFrom(...NO_KEYS).map((letter) => ({ value: `1${letter}2`, problem: `has the key ${letter}` })),
    wrongValues([1.5, 'has a point'], [-1, 'has a sign'], ...NO_TEXT),
  ),
};
