import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EVENT_ALIASES } from '../../adapters/sobot/index.js';
import { Bench, benchAt, CUSTOMER, essence, PLACE_NAMES, START } from '../support/bench/index.js';

/** A text of which no trace may be left in a report. */
const SECRET = 'SECRET-4711';
const WRONG_TYPES = [true, {}, [], [SECRET], { deep: SECRET }, () => SECRET, Symbol(SECRET)];
const HUGE = SECRET.repeat(20_000);

const throwing = (name: string) =>
  Object.defineProperty({ messageID: 'EventReleased', ...CUSTOMER }, name, {
    enumerable: true,
    get: () => {
      throw new Error(SECRET);
    },
  });
const circular = () => {
  const message: Record<string, unknown> = { messageID: 'EventReleased' };
  message['callID'] = message;
  return message;
};

const MALFORMED: readonly (readonly [string, unknown])[] = [
  ['the message is null', null],
  ['the message is undefined', undefined],
  ['the message is a number', 0],
  ['the message is no number', Number.NaN],
  ['the message is a big number', 10n],
  ['the message is a blank text', ''],
  ['the message is a text', SECRET],
  ['the message is true', true],
  ['the message is a list', [{ messageID: 'EventReleased', ...CUSTOMER }]],
  ['the message is a function', () => SECRET],
  ['the message is a symbol', Symbol(SECRET)],
  ['the message has no name', { ...CUSTOMER }],
  ['the name is no text', { messageID: { SECRET }, ...CUSTOMER }],
  ['the message has no ids', { messageID: 'EventReleased', otherDN: SECRET }],
  ['the ids are blank', { messageID: 'EventReleased', callID: ' ', partyID: '' }],
  ['the ids are null', { messageID: 'EventReleased', callID: null, partyID: null }],
  ...['callID', 'partyID', 'callType'].flatMap((name) =>
    WRONG_TYPES.map(
      (value, index) => [`${name} has wrong type ${index}`, { messageID: 'EventReleased', ...CUSTOMER, [name]: value }] as const,
    ),
  ),
  ['the callID is huge', { messageID: 'EventReleased', callID: HUGE }],
  ['an attribute is huge', { messageID: 'EventReleased', ...CUSTOMER, attachedData: HUGE }],
  ['an attribute has a huge name', { messageID: 'EventReleased', ...CUSTOMER, [HUGE]: 1 }],
  ['it sets the prototype', JSON.parse(`{"messageID":"EventReleased","callID":"call-1","__proto__":{"polluted":"${SECRET}"}}`)],
  ['reading the callID throws', throwing('callID')],
  ['reading its name throws', throwing('messageID')],
  ['reading an unknown attribute throws', throwing('unknown')],
  ['it contains itself', circular()],
  [
    'it is a proxy that throws',
    new Proxy(
      {},
      {
        get: () => {
          throw new Error(SECRET);
        },
        ownKeys: () => {
          throw new Error(SECRET);
        },
      },
    ),
  ],
  ...WRONG_TYPES.slice(0, 5).map(
    (value, index) => [`the reason has wrong type ${index}`, { messageID: 'EventAgentNotReady', reasonCode: value }] as const,
  ),
  ['the reason is no number', { messageID: 'EventAgentNotReady', reasonCode: SECRET }],
  ['the agent state has a wrong type', { messageID: 'EventAgentLogin', agentState: [SECRET] }],
  ['the extension is no number', { messageID: 'EventDelayCallAfterWork', delayTime: SECRET }],
  ['the extension is negative', { messageID: 'EventDelayCallAfterWork', delayTime: -600 }],
  ['the ping is no number', { messageID: 'EventJanusLatency', ping: SECRET }],
  ['the regain has no agentStateInfo', { messageID: 'EventAgentRegainStatus', workStatusInfo: CUSTOMER }],
  ...[null, SECRET, 7, [], true].map(
    (value) => [`agentStateInfo is ${String(value)}`, { messageID: 'EventAgentRegainStatus', agentStateInfo: value }] as const,
  ),
  ...[SECRET, 7, [CUSTOMER], true, { otherDN: SECRET }, { callID: [SECRET] }].map(
    (value, index) =>
      [
        `workStatusInfo is wrong ${index}`,
        { messageID: 'EventAgentRegainStatus', agentStateInfo: { agentState: '2' }, workStatusInfo: value },
      ] as const,
  ),
  [
    'the call of an agent who is offline is wrong',
    { messageID: 'EventAgentRegainStatus', agentStateInfo: { agentState: '0' }, workStatusInfo: SECRET },
  ],
  [
    'the reason of an agent who is offline is wrong',
    { messageID: 'EventAgentRegainStatus', agentStateInfo: { agentState: '0', reasonCode: SECRET } },
  ],
  ['the reason of an agent who is locked is wrong', { messageID: 'EventAgentNotReady', workStatus: 'locking', reasonCode: [SECRET] }],
  ['the state of an agent who is locked is wrong', { messageID: 'EventAgentLogin', workStatus: 'locking', agentState: [SECRET] }],
  ['the work status has a wrong type', { messageID: 'EventAgentRegainStatus', agentStateInfo: { agentState: '2', workStatus: {} } }],
];

const send = ({ sdk }: Bench, message: unknown, name?: string) => {
  sdk.emitRaw(message, name);
};

describe('a malformed message', () => {
  test.each(MALFORMED)('changes nothing and is reported without its values: %s', (what, message) => {
    for (const place of ['idle', 'talking', 'consulting, connected', 'acw'] as const) {
      const bench = benchAt(place, { bench: new Bench({ acw: { seconds: 60 } }) });
      const before = bench.state();
      expect(() => send(bench, message, what.startsWith('the ping') ? 'EventJanusLatency' : undefined)).not.toThrow();
      expect(bench.state()).toBe(before);
      expect(bench.malformed).toHaveLength(1);
      expect(JSON.stringify(bench.malformed)).not.toContain('SECRET');
      expect(bench.divergences).toEqual([]);
    }
  });

  test('reaches the handler of all events all the same, as the same object', () => {
    const { agent, sdk } = benchAt('talking');
    const seen: unknown[] = [];
    agent.on('EventAgentAll', (message) => seen.push(message));
    const message = { messageID: 'EventReleased', callID: [] };
    sdk.emitRaw(message);
    expect(seen[0]).toBe(message);
  });

  test('is reported with the name it gave itself, if that is the name of an event', () => {
    const bench = benchAt('talking');
    send(bench, { messageID: 'EventReleased' });
    expect(bench.malformed).toEqual([{ type: 'malformed', messageID: 'EventReleased', problem: expect.any(String) }]);
  });

  test('is reported without a name that is none', () => {
    const bench = benchAt('talking');
    send(bench, { messageID: 'call me on 13800138000', callID: [], __x: HUGE });
    expect(JSON.stringify(bench.malformed)).not.toContain('13800138000');
  });

  test('does not disturb what comes after it', () => {
    const bench = benchAt('talking');
    for (const [, message] of MALFORMED) send(bench, message);
    bench.emit('EventAgentHoldCall', CUSTOMER);
    expect(bench.state().work).toBe('holding');
  });
});

const NAMES = [...Object.keys(EVENT_ALIASES), ...Object.values<readonly string[]>(EVENT_ALIASES).flat()];
const ATTRIBUTES = [
  'callID',
  'partyID',
  'callType',
  'otherDN',
  'attachedData',
  'thirdDNRole',
  'thisDNRole',
  'reasonCode',
  'agentState',
  'workStatus',
  'agentStateInfo',
  'workStatusInfo',
  'delayTime',
  'ping',
  'jitter',
  'loss',
  'quality',
  'creationTime',
  'constructor',
  'toString',
  'toJSON',
  'hasOwnProperty',
  'prototype',
  '__proto__',
  'errorCode',
  'errorMessage',
  'length',
];
const anything = fc.anything({
  withNullPrototype: true,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSparseArray: true,
  maxDepth: 2,
});
const value = fc.oneof(
  anything,
  fc.constantFrom<unknown>('call-1', 'party-1', 'party-2', 'Inbound', 'Consult', '1', '2', 12, 'sorting', Number.MAX_VALUE, -1),
);
const plausible = fc
  .tuple(fc.constantFrom(...NAMES), fc.dictionary(fc.constantFrom(...ATTRIBUTES), value, { maxKeys: 6 }))
  .map(([messageID, attributes]) => ({ ...attributes, messageID }));
const hostile = fc.oneof(
  anything,
  plausible,
  fc.record({ messageID: anything }),
  fc.json().map((text): unknown => JSON.parse(text)),
);

const polluted = () => Object.keys(Object.prototype).length + Object.keys(Array.prototype).length;

describe('whatever comes off the wire', () => {
  test('throws nothing, pollutes nothing, and leaves a state that makes sense', () => {
    const check = fc.property(fc.constantFrom(...PLACE_NAMES), fc.array(hostile, { maxLength: 8 }), (place, messages) => {
      const bench = benchAt(place, { bench: new Bench({ acw: { seconds: 60 } }) });
      for (const message of messages) {
        const before = essence(bench.state());
        const reports = bench.malformed.length;
        send(bench, message);
        const { work, call, consult, muted, acw, pending } = bench.state();
        if (bench.malformed.length > reports) expect(essence(bench.state())).toEqual(before);
        expect(call === null).toBe(work === 'idle' || work === 'acw');
        expect(consult !== null).toBe(work === 'consulting');
        expect(acw !== null).toBe(work === 'acw');
        if (muted) expect(call?.establishedAt).not.toBeNull();
        expect(pending.every(({ deadline }) => deadline >= START)).toBe(true);
      }
      expect(() => JSON.stringify(bench.agent.actor.getPersistedSnapshot())).not.toThrow();
      bench.agent.dispose();
      expect(polluted()).toBe(0);
    });
    fc.assert(check, { numRuns: 150 });
  });
});

describe('whatever the measurement of the network is', () => {
  test('throws nothing, and is graded by a letter or not at all', () => {
    const measured = fc.record({ ping: value, jitter: value, loss: value, quality: value }, { requiredKeys: [] });
    const check = fc.property(fc.oneof(anything, measured), (message) => {
      const bench = benchAt('talking');
      send(bench, message, 'EventJanusLatency');
      expect([null, 'a', 'b', 'c', 'd', 'e']).toContain(bench.state().network?.quality ?? null);
      expect(bench.state().work).toBe('talking');
    });
    fc.assert(check, { numRuns: 60 });
  });
});
