import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { invalidParameters, validParameters } from '../../adapters/testing/arbitraries/index.js';
import { COMMANDS } from '../../src/index.js';
import { errorOf } from '../support/bench/index.js';
import { benchFor } from '../support/bench/flights.js';

const RUNS = { seed: 640, numRuns: 60 };

describe.each(COMMANDS)('the parameters of %s', (command) => {
  test('that are valid are taken and reach the SDK', () => {
    const { agent } = benchFor(command);
    fc.assert(
      fc.property(validParameters(command), (parameters) => {
        expect(agent.whyNot(command, parameters)).toBeNull();
      }),
      RUNS,
    );
    const [parameters] = fc.sample(validParameters(command), { seed: 1, numRuns: 1 });
    const bench = benchFor(command);
    bench.leave(command, parameters);
    expect(bench.sdk.sent.at(-1)).toBe(command);
  });

  test('that are invalid are refused before anything is sent', async () => {
    const bench = benchFor(command);
    const { sentCount } = bench;
    await fc.assert(
      fc.asyncProperty(invalidParameters(command), async ({ parameters, problem }) => {
        expect({ problem, code: bench.agent.whyNot(command, parameters)?.code }).toEqual({ problem, code: 'INVALID_PARAMETER' });
        expect((await errorOf(bench.send(command, parameters)))['code']).toBe('INVALID_PARAMETER');
      }),
      RUNS,
    );
    expect(bench.sentCount).toBe(sentCount);
  });

  test('are the same for the same seed', () => {
    const draw = (seed: number) =>
      JSON.stringify(
        fc.sample(
          fc.tuple(
            validParameters(command),
            invalidParameters(command).map(({ problem }) => problem),
          ),
          { seed, numRuns: 10 },
        ),
      );
    expect(draw(7)).toBe(draw(7));
  });
});
