import fc from 'fast-check';
import type { EventName } from '../../../sobot/index.js';
import { someOf } from '../some-of.js';
import { attributesOf } from './attributes.js';
import { AGENT_EVENTS, LEG_EVENTS, OTHER_EVENTS, spellingOf } from './names.js';
import { twistInWords, VALUE_NAMES, WHOLE_NAMES, type ValueName } from './twists.js';
import type { LegChoice, Naming, Twist, WireEvent } from './wire-event.js';

type Name = (typeof LEG_EVENTS)[number] | (typeof AGENT_EVENTS)[number] | (typeof OTHER_EVENTS)[number];

const LEGS: Readonly<Record<LegChoice, string>> = {
  customer: "of the customer's leg",
  consult: "of the third party's leg",
  stranger: 'of a leg nobody knows',
  none: '',
};

/** Attributes that decide what an event says. */
const TELLING = ['reasonCode', 'agentState', 'workStatus', 'delayTime', 'thisDNRole', 'errorCode'];

function told(attributes: Readonly<Record<string, unknown>>): string[] {
  const inner = { ...attributes, ...(attributes['agentStateInfo'] as object | undefined) } as Readonly<Record<string, unknown>>;
  const said = TELLING.filter((name) => inner[name] !== undefined).map((name) => `${name} ${String(inner[name])}`);
  if ('agentStateInfo' in attributes) said.push('workStatusInfo' in attributes ? 'with a call' : 'without a call');
  return said;
}

function inWords({ messageID, leg, naming, age, attributes, twist }: Omit<WireEvent, 'words'>): string {
  const about = leg === 'none' || (messageID.includes('Regain') && !('workStatusInfo' in attributes)) ? '' : ` ${LEGS[leg]}`;
  const parts = [
    `${messageID.trim()}${about}`,
    ...(about === '' || naming === 'callID and partyID' ? [] : [`named by ${naming}`]),
    ...told(attributes),
    ...(age === null ? ['without a time'] : age > 0 ? [`${String(age / 1000)} s late`] : []),
    ...(twist === null ? [] : [`but ${twistInWords(twist)}`]),
  ];
  return parts.join(', ');
}

const NAMINGS: readonly Naming[] = ['callID and partyID', 'callID', 'partyID', 'callID and callType'];

/** Mostly about what is there. */
const someLeg = someOf(
  { weight: 5, arbitrary: fc.constant<LegChoice>('customer') },
  { weight: 3, arbitrary: fc.constant<LegChoice>('consult') },
  { weight: 1, arbitrary: fc.constant<LegChoice>('stranger') },
);

/** Mostly on time. */
const someAge = someOf(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom(50, 1_000, 5_000, 60_000) },
);

function isWithoutLeg(name: Name): boolean {
  return (AGENT_EVENTS as readonly Name[]).includes(name) && name !== 'EventAgentRegainStatus';
}

type Drawn = Omit<WireEvent, 'words'>;

function eventNamed(name: Name): fc.Arbitrary<Drawn> {
  return fc.record(
    {
      kind: fc.constant('wellFormed' as const),
      messageID: spellingOf(name),
      leg: isWithoutLeg(name) ? fc.constant<LegChoice>('none') : someLeg,
      naming: someOf({ weight: 4, arbitrary: fc.constant(NAMINGS[0] as Naming) }, { weight: 1, arbitrary: fc.constantFrom(...NAMINGS) }),
      number: fc.integer({ min: 1, max: 3 }),
      callType: fc.constantFrom('Inbound' as const, 'Outbound' as const, 'Internal' as const),
      age: someAge,
      attributes: attributesOf(name),
      twist: fc.constant(null),
    },
    { noNullPrototype: true },
  );
}

const withWords = (drawn: Drawn): WireEvent => ({ ...drawn, words: inWords(drawn) });

const someName = someOf(
  { weight: 8, arbitrary: fc.constantFrom<Name>(...LEG_EVENTS) },
  { weight: 4, arbitrary: fc.constantFrom<Name>(...AGENT_EVENTS) },
  { weight: 1, arbitrary: fc.constantFrom<Name>(...OTHER_EVENTS) },
);

const drawn = someName.chain(eventNamed);

/**
 * A message that makes sense, though perhaps not now: every event of the vendor's under every name it may come
 * under, about each leg, with roles by name and by number, late, without a time.
 *
 * @param names the canonical names it may have, each as likely; default: all, those that change most more often
 *
 * @example
 * fc.assert(fc.property(fc.array(wellFormedEvent()), (events) => {
 *   for (const event of events) deliver(messageOf(event, agent.getSnapshot(), clock.now()));
 * }));
 */
export function wellFormedEvent(names?: readonly EventName[]): fc.Arbitrary<WireEvent> {
  return (names === undefined ? drawn : fc.constantFrom(...names).chain(eventNamed)).map(withWords);
}

const NO_ID: readonly ValueName[] = ['list', 'object', 'true', 'huge'];
const NO_NUMBER: readonly ValueName[] = ['word', 'list', 'object', 'true', 'huge'];

/** The ways to make an event of this name senseless: which attribute, by which values. */
function senseless(name: Name): readonly (readonly [string, readonly ValueName[]])[] {
  const always = [
    ['messageID', ['missing', 'null', 'blank', 'list', 'object', 'true', 'huge']],
    ['attachedData', ['huge']],
  ] as const;
  if ((LEG_EVENTS as readonly Name[]).includes(name))
    return [['callID', NO_ID], ['partyID', NO_ID], ['callType', ['list', 'object', 'true']], ...always];
  switch (name) {
    case 'EventAgentNotReady':
    case 'EventAgentLogin':
      return [['reasonCode', NO_NUMBER], ['workStatus', ['list', 'object', 'true']], ...always];
    case 'EventDelayCallAfterWork':
      return [['delayTime', [...NO_NUMBER, 'negative']], ...always];
    case 'EventAgentRegainStatus':
      return [
        ['agentStateInfo', ['missing', 'null', 'word', 'list', 'true']],
        ['agentStateInfo.workStatus', ['list', 'object', 'true']],
        ['agentStateInfo.reasonCode', NO_NUMBER],
        ['workStatusInfo', ['word', 'list', 'true', 'object']],
        ...always,
      ];
    default:
      return always;
  }
}

function senselessTwist(name: Name): fc.Arbitrary<Twist> {
  const places = senseless(name).map(([at, values]) => fc.constantFrom(...values).map((by): Twist => ({ at, by })));
  return someOf(...places, fc.constant<Twist>({ at: null, by: 'has an attribute __proto__' }));
}

/** A leg event that names no leg at all. */
const withoutLeg = fc
  .constantFrom<Name>(...LEG_EVENTS)
  .chain(eventNamed)
  .map((event): Drawn => ({ ...event, leg: 'none', twist: { at: 'callID', by: 'missing' } }));

/**
 * A message that JSON can carry and that makes no sense: an id, a code or the name is missing, of a wrong type or
 * huge, or there is an attribute `__proto__`. It changes nothing, throws nothing, and is reported.
 *
 * @example
 * fc.assert(fc.property(malformedEvent(), (event) => {
 *   const before = agent.getSnapshot();
 *   deliver(messageOf(event, before, clock.now()));
 *   return agent.getSnapshot() === before;
 * }));
 */
export function malformedEvent(): fc.Arbitrary<WireEvent> {
  const spoilt = fc
    .constantFrom<Name>(...LEG_EVENTS, ...AGENT_EVENTS)
    .chain((name) => fc.tuple(eventNamed(name), senselessTwist(name)).map(([event, twist]): Drawn => ({ ...event, twist })));
  return someOf({ weight: 5, arbitrary: spoilt }, { weight: 1, arbitrary: withoutLeg }).map((event) =>
    withWords({ ...event, kind: 'malformed' }),
  );
}

/** Attributes of the wire that an adapter may read. */
const READ = [
  'messageID',
  'creationTime',
  'callID',
  'partyID',
  'callType',
  'thisDNRole',
  'otherDNRole',
  'thirdDNRole',
  'otherDN',
  'ANI',
  'DNIS',
  'attachedData',
  'reasonCode',
  'agentState',
  'workStatus',
  'delayTime',
  'errorCode',
  'errorMessage',
  'quality',
  'agentStateInfo',
  'agentStateInfo.agentState',
  'agentStateInfo.workStatusTimestamp',
  'workStatusInfo',
  'workStatusInfo.callID',
  'workStatusInfo.thirdDN',
  'attributeOfTomorrow',
];

const hostileTwist: fc.Arbitrary<Twist> = someOf(
  fc.record({ at: fc.constantFrom(...READ), by: fc.constantFrom(...VALUE_NAMES) }, { noNullPrototype: true }),
  fc.record({ at: fc.constant(null), by: fc.constantFrom(...WHOLE_NAMES) }, { noNullPrototype: true }),
);

/**
 * Anything at all: wrong types wherever something is read, huge texts, `__proto__` and `constructor` as attributes,
 * getters and proxies that throw, cycles, big integers, dates that are none, frozen objects, and messages that are
 * no objects. It throws nothing and leaves a state of which all invariants are true.
 *
 * @example
 * fc.assert(fc.property(hostileEvent(), (event) => { deliver(messageOf(event, null, 0)); }));
 */
export function hostileEvent(): fc.Arbitrary<WireEvent> {
  return fc.tuple(drawn, hostileTwist).map(([event, twist]) => withWords({ ...event, kind: 'hostile', twist }));
}

/** Any message: nine of twelve make sense. */
export function serverEvent(): fc.Arbitrary<WireEvent> {
  return someOf(
    { weight: 9, arbitrary: wellFormedEvent() },
    { weight: 1, arbitrary: malformedEvent() },
    { weight: 2, arbitrary: hostileEvent() },
  );
}
