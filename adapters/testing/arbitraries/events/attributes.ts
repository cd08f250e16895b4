import fc from 'fast-check';
import { someOf } from '../some-of.js';
import { DN_ROLES, type EventName } from '../../../sobot/index.js';

type Attributes = Readonly<Record<string, unknown>>;

/** Numbers of customers and colleagues, as the wire has them. */
const DNS = ['13512345678', '8002', '135****5678', ' 13512345679 '];

/** A role by name, by the vendor's number for it, or by that number as text. */
const role = fc
  .nat({ max: DN_ROLES.length - 1 })
  .chain((number) => fc.constantFrom<string | number>(DN_ROLES[number] ?? 'Unknown', number, String(number), ` ${String(number)} `));

const some = (model: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Attributes> =>
  fc.record(model, { requiredKeys: [], noNullPrototype: true });

/** Codes as string or number; of the not-ready also those that are none: `0`, and the system's lock. */
const reasonCode = fc.constantFrom<string | number>(2, 11, '11', 12, '13', 14, ' 15 ', 16, 17, '18', '2', 0, '0', 98);
const agentState = fc.constantFrom<string | number>('1', '2', 1, 2, ' 1 ');
const workStatus = fc.constantFrom(
  'ready',
  'occupied',
  'locking',
  'calling',
  'dialing',
  'ringing',
  'talking',
  'holding',
  'consulting',
  'conferencing',
  'sorting',
  'Talking',
  '1',
  '7',
  'statusOfTomorrow',
);

const ofLeg = some({
  otherDN: fc.constantFrom(...DNS),
  thisDN: fc.constantFrom('8001', '13900001001'),
  thisDNRole: role,
  otherDNRole: role,
  thirdDN: fc.constantFrom(...DNS),
  thirdDNRole: role,
  ANI: fc.constantFrom('', ...DNS),
  DNIS: fc.constantFrom('', ...DNS),
  partyRole: fc.constantFrom('Customer', 'Agent', 'Supervisor', 'ThirdPSTN', 1),
  attachedData: fc.constantFrom<unknown>({ orderID: '4711' }, '{"orderID":"4711"}', null),
  attributeOfTomorrow: fc.json({ maxDepth: 1 }).map((text): unknown => JSON.parse(text)),
});

const ofAgent = some({ agentID: fc.constant('1001'), thisDN: fc.constant('8001'), thisQueues: fc.constant('{"q8001","q8002"}') });

const regain = fc
  .record(
    {
      agentStateInfo: fc.record(
        { agentState: someOf(agentState, fc.constant('0')), agent: fc.constant('1001'), reasonCode, workStatus },
        { requiredKeys: ['agentState'], noNullPrototype: true },
      ),
      workStatusInfo: fc.option(
        some({ otherDN: fc.constantFrom(...DNS), thisDNRole: role, thirdDN: fc.constantFrom(...DNS), thirdDNRole: role }),
        { nil: undefined },
      ),
    },
    { noNullPrototype: true },
  )
  .map(({ agentStateInfo, workStatusInfo }) => (workStatusInfo === undefined ? { agentStateInfo } : { agentStateInfo, workStatusInfo }));

/** Attributes that an event of this name may have, beyond its name, ids and times; all of them can be missing. */
export function attributesOf(name: EventName | 'EventOfTomorrow'): fc.Arbitrary<Attributes> {
  switch (name) {
    case 'EventAgentRegainStatus':
      return regain;
    case 'EventAgentNotReady':
      return some({ reasonCode, agentState: fc.constant('2'), workStatus: fc.constantFrom('occupied', 'locking', 'sorting') });
    case 'EventAgentLogin':
      return some({ reasonCode, agentState });
    case 'EventDelayCallAfterWork':
      return some({ delayTime: fc.constantFrom<string | number>(30, '60', 900, 0) });
    case 'EventJanusLatency':
      return some({
        ping: fc.constantFrom<string | number>(20, '120'),
        jitter: fc.nat({ max: 90 }),
        loss: fc.constantFrom('0.1', '12%'),
        quality: fc.constantFrom('e', 'd', 'c', 'b', 'a', 'E', 'z'),
      });
    case 'EventError':
      return some({ errorCode: fc.constantFrom<string | number>('330042', 330081, 'unknown'), errorMessage: fc.constant('refused') });
    case 'EventAgentReady':
    case 'EventAgentLogout':
    case 'EventAgentConnectionChanged':
    case 'EventAgentAfterCallWork':
    case 'EventOnline':
      return ofAgent;
    default:
      return ofLeg;
  }
}
