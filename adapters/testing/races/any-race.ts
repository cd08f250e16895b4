import fc from 'fast-check';
import { COMMANDS } from '../../../src/index.js';
import { validParameters } from '../arbitraries/parameters/valid.js';
import { serverEvent } from '../arbitraries/events/server-events.js';
import { someOf } from '../arbitraries/some-of.js';
import type { Race, RaceStep } from './race.js';
import { SCENE_NAMES } from './scenes.js';

const record = <T>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }): fc.Arbitrary<T> => fc.record(model, { noNullPrototype: true });

const send = fc
  .constantFrom(...COMMANDS)
  .chain((command) => validParameters(command).map((parameters): RaceStep => ({ send: command, parameters })));

const step: fc.Arbitrary<RaceStep> = someOf(
  { weight: 4, arbitrary: send },
  { weight: 4, arbitrary: serverEvent().map((wire): RaceStep => ({ wire })) },
  { weight: 2, arbitrary: record({ answer: fc.constantFrom(...COMMANDS), by: fc.constantFrom('success' as const, 'error' as const) }) },
  { weight: 1, arbitrary: record({ pass: fc.constantFrom(1_000, 10_000, 30_000) }) },
);

/**
 * Anything against anything: some scene, and up to four threads of commands, answers, events and time. Shrinks to few
 * steps. Nothing is known of how it ends but the invariants.
 *
 * @example
 * fc.assert(fc.asyncProperty(anyRace(), fc.scheduler(), async (race, scheduler) => {
 *   const { problems } = await runRace(makeSdk, race, scheduler);
 *   return problems.length === 0;
 * }));
 */
export function anyRace(): fc.Arbitrary<Race> {
  return record({
    name: fc.constant('anything against anything'),
    from: fc.constantFrom(...SCENE_NAMES),
    threads: fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
  });
}
