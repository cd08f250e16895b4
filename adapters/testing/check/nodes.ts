import fc from 'fast-check';
import type { NodeOptions } from '../../simulator/index.js';

const HOUR = 3_600_000;
/** Stamps in whole seconds among others are up to a second behind, whatever the nodes' clocks say. */
const UNITS = ['ms', 's', 'us'] as const;

/** One clock, wrong by much or little. */
const oneClock: fc.Arbitrary<readonly NodeOptions[]> = fc
  .record({ offsetMs: fc.constantFrom(-HOUR, 300, 37 * HOUR), stamps: fc.constantFrom(...UNITS) }, { noNullPrototype: true })
  .map((node) => [node]);

/** Clocks that are up to a second apart, as those of one service are; however long it takes, they do not drift further apart. */
const near: fc.Arbitrary<readonly NodeOptions[]> = fc
  .tuple(fc.constantFrom(0, 37 * HOUR), fc.constantFrom(100, 400, 900), fc.constantFrom(0, -200), fc.constantFrom('ms', 'us'))
  .map(([both, apart, driftPpm, stamps]) => [{ offsetMs: both }, { offsetMs: both + apart, driftPpm, stamps }]);

/** The same clock, written in seconds here and in microseconds there. */
const inTwoUnits: fc.Arbitrary<readonly NodeOptions[]> = fc
  .constantFrom('ms' as const, 'us' as const)
  .map((stamps) => [{ stamps: 's' }, { stamps }]);

/** Clocks that disagree: of two nodes, or of one before and after it is set. */
const apart: fc.Arbitrary<readonly NodeOptions[]> = fc.oneof(
  fc.constantFrom(-HOUR, HOUR).map((offsetMs) => [{}, { offsetMs }]),
  fc.tuple(fc.constantFrom(20, 60, 150), fc.constantFrom(-HOUR, HOUR)).map(([atSeconds, byMs]) => [{ steps: [{ atSeconds, byMs }] }]),
);

/** The clocks of a service: mostly one that is right. */
export const someNodes: fc.Arbitrary<readonly NodeOptions[]> = fc.oneof(
  { weight: 8, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: oneClock },
  { weight: 2, arbitrary: near },
  { weight: 1, arbitrary: inTwoUnits },
  { weight: 2, arbitrary: apart },
);
