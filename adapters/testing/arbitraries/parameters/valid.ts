import fc from 'fast-check';
import { someOf } from '../some-of.js';
import type { CommandName } from '../../../sobot/index.js';
import { blank } from './kinds.js';
import { parameterSets, type ParameterRule, type ParameterSet } from './rules.js';
import { resolveSource, type ParameterSource } from './source.js';

/** The parameters of a command, as the vendor's methods take them. */
export type Parameters = Readonly<Record<string, unknown>>;

/** No parameter is called so, today. */
const UNKNOWN = ['parameterOfTomorrow', 'note', 'x-y'];

/** Parameters that no document names: they pass through. */
const extras: fc.Arbitrary<Parameters> = someOf(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...UNKNOWN), fc.jsonValue({ maxDepth: 1 }), { noNullPrototype: true }) },
);

function given({ presence, kind }: ParameterRule): fc.Arbitrary<unknown> {
  return presence === 'optional' ? someOf(kind.valid, blank) : kind.valid;
}

/** Parameters of one set that pass. */
export function ofSet(set: ParameterSet): fc.Arbitrary<Parameters> {
  return fc.record(Object.fromEntries(set.map((rule) => [rule.name, given(rule)])), {
    requiredKeys: set.filter(({ presence }) => presence !== 'optional').map(({ name }) => name),
    noNullPrototype: true,
  });
}

/**
 * Parameters that the command takes, whatever the state: codes as string or number, blanks around, blank for "the
 * default", now and then parameters that nobody knows. A command without parameters gets `{}`, or unknown ones.
 *
 * Shrinks to the plainest: no blanks, no unknown parameters, none that can be left out.
 *
 * @param from where numbers, extensions and work numbers are taken from. Default: a few made-up ones
 *
 * @example
 * fc.assert(fc.property(validParameters('makeCall'), (parameters) => agent.can('makeCall', parameters)));
 */
export function validParameters(command: CommandName, from: ParameterSource = {}): fc.Arbitrary<Parameters> {
  const sets = parameterSets(command, resolveSource(from)).map(ofSet);
  return fc.tuple(someOf(...sets), extras).map(([known, unknown]) => ({ ...unknown, ...known }));
}
