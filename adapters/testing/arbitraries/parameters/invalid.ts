import fc from 'fast-check';
import { someOf } from '../some-of.js';
import type { CommandName } from '../../../sobot/index.js';
import { blanks, type WrongValue } from './kinds.js';
import { parameterSets, type ParameterRule, type ParameterSet } from './rules.js';
import { resolveSource, type ParameterSource } from './source.js';
import { ofSet, type Parameters } from './valid.js';

/** Parameters that the contract refuses, and what is wrong with them in words. */
export interface InvalidParameters {
  readonly parameters: unknown;
  readonly problem: string;
}

/** Parameters that are no object. A list is one of JavaScript's, but none of parameters. */
const NO_OBJECT: readonly InvalidParameters[] = [
  { parameters: '13512345678', problem: 'the parameters are a text' },
  { parameters: 5, problem: 'the parameters are a number' },
  { parameters: true, problem: 'the parameters are true' },
  { parameters: [], problem: 'the parameters are an empty list' },
  { parameters: [{}], problem: 'the parameters are a list' },
  { parameters: Symbol('parameters'), problem: 'the parameters are a symbol' },
];

type Change = (valid: Parameters) => InvalidParameters;

const leaveOut =
  ({ name, because }: ParameterRule): Change =>
  (valid) => {
    const { [name]: _, ...parameters } = valid;
    return { parameters, problem: `${name} is missing${because === undefined ? '' : `, ${because}`}` };
  };

const put =
  ({ name }: ParameterRule, { value, problem }: WrongValue): Change =>
  (valid) => ({
    parameters: { ...valid, [name]: value },
    problem: `${name} ${problem}`,
  });

/** Reading the parameter throws. */
const trap =
  ({ name }: ParameterRule): Change =>
  (valid) => ({
    parameters: Object.defineProperty({ ...valid }, name, {
      enumerable: true,
      get: () => {
        throw new Error('reading a parameter throws');
      },
    }),
    problem: `reading ${name} throws`,
  });

function changesOf(rule: ParameterRule): fc.Arbitrary<Change> {
  const { presence, kind } = rule;
  const changes = [kind.wrong.map((wrong) => put(rule, wrong)), fc.constant(trap(rule))];
  if (presence === 'required' || presence === 'present') changes.unshift(fc.constant(leaveOut(rule)));
  if (presence === 'required') changes.push(blanks.map((wrong) => put(rule, wrong)));
  return someOf(...changes);
}

function brokenSet(set: ParameterSet): fc.Arbitrary<InvalidParameters> {
  return fc.tuple(ofSet(set), someOf(...set.map(changesOf))).map(([valid, change]) => change(valid));
}

/** Pairs of parameters that are right each on its own, and wrong together. */
function excluding(command: CommandName, from: Required<ParameterSource>): fc.Arbitrary<InvalidParameters>[] {
  if (command !== 'makeCall') return [];
  return [
    fc
      .record(
        {
          otherDN: fc.constantFrom(...from.numbers),
          ANI: fc.constantFrom(...from.shownNumbers),
          outboundPlanCode: fc.constantFrom(...from.plans),
        },
        { noNullPrototype: true },
      )
      .map((parameters) => ({ parameters, problem: 'ANI and outboundPlanCode exclude each other' })),
  ];
}

/**
 * Parameters that are refused before anything is sent (`INVALID_PARAMETER`), each wrong in one way: one is missing,
 * blank, out of range or of a wrong type, throws when it is read, or excludes another. A command without parameters
 * of its own refuses only what is no object, so that is what it gets.
 *
 * @param from as of `validParameters`
 *
 * @example
 * fc.assert(fc.property(invalidParameters('delayACW'), ({ parameters, problem }) => !agent.can('delayACW', parameters)));
 */
export function invalidParameters(command: CommandName, from: ParameterSource = {}): fc.Arbitrary<InvalidParameters> {
  const source = resolveSource(from);
  const sets = parameterSets(command, source).filter((set) => set.length > 0);
  const broken = [...sets.map(brokenSet), ...excluding(command, source)];
  const noObject = fc.constantFrom(...NO_OBJECT);
  if (broken.length === 0) return noObject;
  return someOf({ weight: 8, arbitrary: someOf(...broken) }, { weight: 1, arbitrary: noObject });
}
