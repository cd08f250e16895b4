import fc from 'fast-check';
import { BEHAVIOURS, type AgentOptions, type Behaviour, type FloorOptions, type PhoneType } from '../../../simulator/index.js';
import { someOf } from '../some-of.js';

/** How large a floor may be. */
export interface FloorSize {
  /** How many agents. Default: 1 to 4. */
  readonly agents?: { readonly min?: number; readonly max?: number };
  /** Customers with a behaviour of their own, at most. Default: 4. */
  readonly customers?: number;
}

const PHONE_TYPES: readonly PhoneType[] = ['webrtc', 'sip', 'pstn'];
const QUEUES = ['support', 'sales'];
const BREAKS = [11, 12, 13, 14, 15, 16, 17, 18];

/** All of it may be left out. */
const record = <T>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) => fc.record(model, { requiredKeys: [], noNullPrototype: true });

/** The behaviour of phones, of those that come to an end by themselves and those that wait for a person. */
const script = fc.constantFrom<number | 'manual' | 'busy' | 'noAnswer' | 'reject' | 'unknown'>(
  'manual',
  0,
  700,
  5_000,
  'busy',
  'noAnswer',
  'reject',
  'unknown',
);

/** With the numbers of its place on the floor, so that none is there twice. */
function agentAt(index: number, queues: readonly string[], plans: readonly string[]): fc.Arbitrary<AgentOptions> {
  const own = {
    agentID: String(1001 + index),
    ext: String(8001 + index),
    mobile: `139000010${String(index).padStart(2, '0')}`,
    // Somebody must be there who may force others.
    supervisor: index === 0,
    queues,
  };
  const phones = fc
    .shuffledSubarray([...PHONE_TYPES], { minLength: 1 })
    .chain((phoneTypes) => fc.constantFrom(...phoneTypes).map((defaultPhoneType) => ({ phoneTypes, defaultPhoneType })));
  const more = record({
    name: fc.constantFrom('Li', 'Müller', 'O’Neill 😀'),
    supervisor: fc.boolean(),
    breaks: fc.subarray(BREAKS),
    queues: fc.subarray([...queues]),
    routes: record({ rules: fc.subarray(['1', '2', '3'] as const, { minLength: 1 }), plans: fc.subarray([...plans]) }),
  });
  return fc
    .tuple(fc.option(phones, { nil: {} }), someOf(fc.constant<Partial<AgentOptions>>({}), more))
    .map(([phone, extra]) => ({ ...own, ...phone, ...extra }));
}

/** The first value of each is the default, and what a failure shrinks to. */
const behaviour: fc.Arbitrary<Partial<Behaviour>> = record(
  Object.fromEntries(Object.entries(BEHAVIOURS).map(([name, values]) => [name, fc.constantFrom(...values)])),
);

const customerAt = (index: number) =>
  fc.tuple(script, fc.boolean()).map(([answer, blacklisted]) => ({
    number: `1351234${String(5001 + index)}`,
    answer,
    ...(blacklisted && index > 0 ? { blacklisted } : {}),
  }));

const oneEach = <T>(count: number, make: (index: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.tuple(...Array.from({ length: count }, (_, index) => make(index)));

const settings = record({
  seed: fc.nat({ max: 999 }),
  acwSeconds: fc.constantFrom(30, 5, 0, null),
  ringSeconds: fc.constantFrom(20, 5),
  dialSeconds: fc.constantFrom(60, 10),
  lockAfterMissed: fc.constantFrom(3, 1, 0),
  latency: fc.constantFrom<readonly [number, number]>([20, 80], [0, 0], [0, 500], [200, 1_500]),
  exchangeLatency: fc.constantFrom<readonly [number, number]>([2, 10], [0, 0], [50, 400]),
  webrtcGraceSeconds: fc.constantFrom(15, 1),
  latencyReportSeconds: fc.constantFrom(0, 10),
  answers: script,
  handset: fc.constantFrom<number | 'manual' | 'noAnswer' | 'reject'>(300, 'manual', 'noAnswer', 'reject'),
  extensions: fc.constantFrom([], ['8901', '8902']),
  numbers: fc.constantFrom([], ['4008001001', '4008001002']),
  privacyNumbers: fc.constantFrom({}, { 'encrypted-1': '13512345001' }),
  behaviour,
});

/**
 * A whole floor: agents with their phones, breaks and queues, customers who answer, are busy or do not exist, times,
 * and every value of `BEHAVIOURS`. `checkFloorOptions` takes each of them. Shrinks to one agent and the defaults.
 *
 * @example
 * fc.assert(fc.property(floorOptions(), (floor) => {
 *   const centre = createCallCentre({ ...floor, clock });
 *   // …
 *   centre.dispose();
 * }));
 */
export function floorOptions({ agents = {}, customers = 4 }: FloorSize = {}): fc.Arbitrary<FloorOptions> {
  const min = Math.max(1, agents.min ?? 1);
  const max = Math.max(min, agents.max ?? 4);
  return fc
    .record({
      agentCount: fc.integer({ min, max }),
      customerCount: fc.nat({ max: customers }),
      queues: fc.subarray(QUEUES),
      plans: fc.subarray(['plan-1', 'plan-2']),
    })
    .chain(({ agentCount, customerCount, queues, plans }) =>
      fc
        .tuple(
          oneEach(agentCount, (index) => agentAt(index, queues, plans)),
          oneEach(customerCount, customerAt),
          settings,
        )
        .map(([everybody, known, given]) => ({
          agents: everybody,
          customers: known,
          queues: queues.map((name, index) => ({ name, number: String(9001 + index) })),
          plans: plans.map((code) => ({ code })),
          ...given,
        })),
    );
}
