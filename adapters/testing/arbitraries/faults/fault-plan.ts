import fc from 'fast-check';
import { COMMANDS } from '../../../../src/index.js';
import { ERROR_TEXTS } from '../../../simulator/index.js';
import { AGENT_EVENTS, LEG_EVENTS } from '../events/names.js';
import { someOf } from '../some-of.js';
import type { FaultPlan, PlannedFault } from './fault.js';

/** The agents that faults can be about, and the size of a plan. */
export interface FaultSource {
  /** Work numbers of the floor's agents. Default: `1001`. */
  readonly agentIDs?: readonly string[];
  /** How many faults a plan has at most. Default: 5. */
  readonly maxLength?: number;
}

const record = <T>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }): fc.Arbitrary<T> => fc.record(model, { noNullPrototype: true });

/** Finite, so that every floor is whole again at the end. */
const times = fc.integer({ min: 1, max: 3 });
const event = fc.constantFrom(...LEG_EVENTS, ...AGENT_EVENTS, '*');

/** Longer than a message takes, longer than a person waits, longer than some deadlines. */
const lateness = fc.constantFrom(100, 500, 2_000, 12_000, 40_000);
const range = fc.constantFrom<readonly [number, number]>([0, 0], [20, 80], [0, 2_000], [800, 1_200], [4_000, 9_000]);

/**
 * One fault that the simulated call centre can be given.
 *
 * @example
 * fc.assert(fc.property(fault({ agentIDs: centre.agentIDs }), (one) => { applyFault(one, centre); }));
 */
export function fault({ agentIDs = ['1001'] }: FaultSource = {}): fc.Arbitrary<PlannedFault> {
  const agentID = fc.constantFrom(...(agentIDs.length === 0 ? ['1001'] : agentIDs));
  const forOne = fc.option(agentID, { nil: undefined });
  const toWhom = <T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T & { agentID?: string }> =>
    fc.tuple(arbitrary, forOne).map(([planned, one]) => (one === undefined ? planned : { ...planned, agentID: one }));
  const kind = <Kind extends string>(name: Kind) => fc.constant(name);
  return someOf(
    { weight: 4, arbitrary: toWhom(record({ fault: kind('drop'), event, times })) },
    {
      weight: 3,
      arbitrary: toWhom(
        record({ fault: fc.constantFrom('delay' as const, 'duplicate' as const, 'reorder' as const), event, times, ms: lateness }),
      ),
    },
    { weight: 2, arbitrary: toWhom(record({ fault: kind('loseCallbacks'), command: fc.constantFrom('*' as const, ...COMMANDS), times })) },
    {
      weight: 2,
      arbitrary: toWhom(
        record({
          fault: kind('failNext'),
          command: fc.constantFrom(...COMMANDS),
          errorCode: fc.constantFrom(...Object.keys(ERROR_TEXTS)),
          times,
        }),
      ),
    },
    { weight: 1, arbitrary: toWhom(record({ fault: kind('latency'), range })) },
    { weight: 2, arbitrary: record({ fault: fc.constantFrom('disconnect' as const, 'interrupt' as const), agentID, ms: lateness }) },
    { weight: 1, arbitrary: record({ fault: kind('secondEnd'), agentID }) },
    {
      weight: 1,
      arbitrary: record({ fault: kind('rivalLogin'), agentID, order: fc.constantFrom('rivalFirst' as const, 'rivalLast' as const) }),
    },
  );
}

/**
 * The faults of a floor, as data; `applyFaultPlan` sets it up, `faultPlanInWords` says it. Shrinks to fewer
 * faults.
 *
 * @example
 * fc.assert(fc.property(faultPlan({ agentIDs: ['1001'] }), (plan) => {
 *   const centre = createCallCentre({ agents: [{ agentID: '1001' }], clock });
 *   applyFaultPlan(plan, centre);
 * }));
 */
export function faultPlan(source: FaultSource = {}): fc.Arbitrary<FaultPlan> {
  return fc.array(fault(source), { maxLength: source.maxLength ?? 5 });
}
