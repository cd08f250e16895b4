import { describe, expect, test } from '@jest/globals';
import { refusedBy } from '../../adapters/sobot/errors/error-classes.js';
import { messageIDOf, normalise } from '../../adapters/sobot/events/normalise.js';
import { Confidential, revealed } from '../../machines/index.js';

const CUSTOMER = { callID: 'talk-1', partyID: 'party-1', callType: 'Inbound' };
const LEG = { leg: CUSTOMER };

/** The reading of a message, its details in clear. */
function read(message: unknown, subscribedAs: string | null = null) {
  const news = normalise(message, subscribedAs);
  if (news.kind !== 'fact') return news;
  const open = Object.entries(news.fact).map(([name, value]) => [name, value instanceof Confidential ? revealed(value) : value] as const);
  return { ...news, fact: Object.fromEntries(open) };
}
const factOf = (message: object) => (read(message) as { fact: Record<string, unknown> }).fact;
const detailsOf = (message: object) => factOf({ messageID: 'EventReleased', callID: 'talk-1', ...message })['details'];
const problemOf = (message: unknown) => (read(message) as { problem: string }).problem;

describe('what a message says', () => {
  test.each<readonly [object, object]>([
    [
      { messageID: 'EventDialing', ...CUSTOMER },
      { type: 'call.dialing', ...LEG, details: {} },
    ],
    [
      { messageID: 'EventEstablished', ...CUSTOMER },
      { type: 'call.established', ...LEG, details: {} },
    ],
    [
      { messageID: 'EventReleased', ...CUSTOMER },
      { type: 'call.released', ...LEG, details: {} },
    ],
    [
      { messageID: 'EventReleased', ...CUSTOMER, thirdDNRole: 'TransferTo' },
      { type: 'call.released', ...LEG, isHandedOver: true, details: { thirdDNRole: 'TransferTo' } },
    ],
    [
      { messageID: 'EventReleased', ...CUSTOMER, thirdDNRole: 'ConsultBy' },
      { type: 'call.released', ...LEG, details: { thirdDNRole: 'ConsultBy' } },
    ],
    [
      { messageID: 'EventReleased', ...CUSTOMER, otherDNRole: 'TransferTo' },
      { type: 'call.released', ...LEG, details: { otherDNRole: 'TransferTo' } },
    ],
    [
      { messageID: 'EventAgentHoldCall', ...CUSTOMER },
      { type: 'call.held', ...LEG, details: {} },
    ],
    [
      { messageID: 'EventAgentRetrieveCall', ...CUSTOMER },
      { type: 'call.retrieved', ...LEG, details: {} },
    ],
    [
      { messageID: 'EventAgentMute', ...CUSTOMER },
      { type: 'microphone.muted', ...LEG, details: {} },
    ],
    [
      { messageID: 'EventAgentUnmute', ...CUSTOMER },
      { type: 'microphone.unmuted', ...LEG, details: {} },
    ],
    [
      { messageID: 'EventPartyAdded', ...CUSTOMER },
      { type: 'conference.formed', ...LEG, details: {} },
    ],
    [
      { messageID: 'EventPartyDeleted', ...CUSTOMER },
      { type: 'conference.partyDeleted', ...LEG, details: {} },
    ],
    [
      { messageID: 'EventDtmfSent', ...CUSTOMER },
      { type: 'dtmf.sent', ...LEG, details: {} },
    ],
    [
      { messageID: ' EventHeld ', ...CUSTOMER },
      { type: 'call.held', ...LEG, details: {} },
    ],

    [
      { messageID: 'EventRinging', ...CUSTOMER },
      { type: 'call.ringing', ...LEG, details: {} },
    ],
    [
      { messageID: 'EventRinging', ...CUSTOMER, thisDNRole: 'Destination' },
      { type: 'call.ringing', ...LEG, isIncoming: true, details: { thisDNRole: 'Destination' } },
    ],
    [
      { messageID: 'EventRinging', ...CUSTOMER, thisDNRole: 'Origination' },
      { type: 'call.dialing', ...LEG, details: { thisDNRole: 'Origination' } },
    ],
    [
      { messageID: 'EventRinging', ...CUSTOMER, thisDNRole: 'Unknown' },
      { type: 'call.ringing', ...LEG, details: { thisDNRole: 'Unknown' } },
    ],
    [
      { messageID: 'EventRinging', ...CUSTOMER, callType: 'outbound' },
      { type: 'call.dialing', leg: { ...CUSTOMER, callType: 'Outbound' }, details: {} },
    ],
    [
      { messageID: 'EventRinging', ...CUSTOMER, callType: 'Outbound', thisDNRole: 0 },
      { type: 'call.dialing', leg: { ...CUSTOMER, callType: 'Outbound' }, details: { thisDNRole: 'Unknown' } },
    ],
    [
      { messageID: 'EventRinging', ...CUSTOMER, callType: 'Outbound', thisDNRole: 2 },
      { type: 'call.ringing', leg: { ...CUSTOMER, callType: 'Outbound' }, isIncoming: true, details: { thisDNRole: 'Destination' } },
    ],
    [
      { messageID: 'EventRinging', ...CUSTOMER, callType: 'Outbound', thisDNRole: 'Origination' },
      { type: 'call.dialing', leg: { ...CUSTOMER, callType: 'Outbound' }, details: { thisDNRole: 'Origination' } },
    ],
    [
      { messageID: 'EventRinging', ...CUSTOMER, callType: 'Internal', thisDNRole: 'Destination' },
      { type: 'call.ringing', leg: { ...CUSTOMER, callType: 'Internal' }, isIncoming: true, details: { thisDNRole: 'Destination' } },
    ],
    [
      { messageID: 'EventRinging', ...CUSTOMER, callType: 'Outbound', thisDNRole: 'BargeinBy' },
      {
        type: 'call.ringing',
        leg: { ...CUSTOMER, callType: 'Outbound' },
        isIncoming: true,
        isBroughtIn: true,
        details: { thisDNRole: 'BargeinBy' },
      },
    ],
    [
      { messageID: 'EventRinging', ...CUSTOMER, callType: 'Outbound', otherDNRole: 'TransferBy' },
      { type: 'call.ringing', leg: { ...CUSTOMER, callType: 'Outbound' }, details: { otherDNRole: 'TransferBy' } },
    ],

    [
      { messageID: 'EventRinging', ...CUSTOMER, thisDNRole: 'Origination', otherDNRole: 'TransferBy' },
      { type: 'call.ringing', ...LEG, details: { thisDNRole: 'Origination', otherDNRole: 'TransferBy' } },
    ],

    [
      { messageID: 'EventPartyChanged', ...CUSTOMER },
      { type: 'conference.formed', ...LEG, details: {} },
    ],
    [
      { messageID: 'EventPartyChanged', ...CUSTOMER, thirdDNRole: 'TransferBy' },
      { type: 'call.partyChanged', ...LEG, details: { thirdDNRole: 'TransferBy' } },
    ],
    [
      { messageID: 'EventPartyChanged', ...CUSTOMER, otherDNRole: 13 },
      { type: 'call.partyChanged', ...LEG, details: { otherDNRole: 'TransferTo' } },
    ],
    // A supervisor has taken the other side's place. Found by sequence 3,597,60,f52,861.
    [
      { messageID: 'EventPartyChanged', ...CUSTOMER, otherDNRole: 'InterceptBy', thirdDNRole: 'InterceptBy' },
      { type: 'call.partyChanged', ...LEG, details: { otherDNRole: 'InterceptBy', thirdDNRole: 'InterceptBy' } },
    ],
    [
      { messageID: 'EventPartyChanged', ...CUSTOMER, thirdDNRole: 'InterceptTo' },
      { type: 'call.partyChanged', ...LEG, details: { thirdDNRole: 'InterceptTo' } },
    ],
    [
      { messageID: 'EventPartyChanged', ...CUSTOMER, thisDNRole: 'TransferTo' },
      { type: 'call.partyChanged', ...LEG, details: { thisDNRole: 'TransferTo' } },
    ],
    [
      { messageID: 'EventPartyChanged', ...CUSTOMER, thirdDNRole: 'ConferenceBy' },
      { type: 'conference.formed', ...LEG, details: { thirdDNRole: 'ConferenceBy' } },
    ],

    [{ messageID: 'EventAgentReady' }, { type: 'agent.ready' }],
    [{ messageID: 'EventAgentNotReady' }, { type: 'agent.notReady' }],
    [
      { messageID: 'EventAgentNotReady', reasonCode: '12' },
      { type: 'agent.notReady', reason: 'training' },
    ],
    [
      { messageID: 'EventAgentNotReady', reasonCode: 0 },
      { type: 'agent.notReady', reason: 'none' },
    ],
    [
      { messageID: 'EventAgentNotReady', reasonCode: 99 },
      { type: 'agent.notReady', reason: 'other' },
    ],
    [
      { messageID: 'EventAgentNotReady', reasonCode: 12, workStatus: 'Locking' },
      { type: 'agent.notReady', reason: 'locked' },
    ],
    [{ messageID: 'EventAgentLogin' }, { type: 'agent.loggedIn' }],
    [
      { messageID: 'EventAgentLogin', agentState: '1', reasonCode: 12 },
      { type: 'agent.loggedIn', reason: null },
    ],
    [
      { messageID: 'EventAgentLogin', agentState: 2 },
      { type: 'agent.loggedIn', reason: 'dnd' },
    ],
    [
      { messageID: 'EventAgentLogin', agentState: '2', reasonCode: 0 },
      { type: 'agent.loggedIn', reason: 'dnd' },
    ],
    [
      { messageID: 'EventAgentLogin', agentState: '2', reasonCode: 14 },
      { type: 'agent.loggedIn', reason: 'dining' },
    ],
    [
      { messageID: 'EventAgentLogin', reasonCode: 14 },
      { type: 'agent.loggedIn', reason: 'dining' },
    ],
    [
      { messageID: 'EventAgentLogin', reasonCode: 0 },
      { type: 'agent.loggedIn', reason: null },
    ],
    [
      { messageID: 'EventAgentLogin', reasonCode: 99 },
      { type: 'agent.loggedIn', reason: 'other' },
    ],
    [
      { messageID: 'EventAgentLogin', agentState: '1', workStatus: 'locking' },
      { type: 'agent.loggedIn', reason: 'locked' },
    ],
    [{ messageID: 'RequestAgentLogout' }, { type: 'agent.loggedOut' }],
    [{ messageID: 'EventAgentConnectionChanged' }, { type: 'connection.displaced' }],
    [{ messageID: 'EventAgentAfterCallWork' }, { type: 'acw.started' }],
    [{ messageID: 'EventDelayCallAfterWork' }, { type: 'acw.extended' }],
    [
      { messageID: 'EventDelayCallAfterWork', delayTime: ' 60 ' },
      { type: 'acw.extended', seconds: 60 },
    ],
    [
      { messageID: 'EventDelayCallAfterWork', delayTime: 0 },
      { type: 'acw.extended', seconds: 0 },
    ],
    [
      { messageID: 'EventDestinationBusy', ...CUSTOMER },
      { type: 'call.destinationBusy', ...LEG, details: {} },
    ],
    [{ messageID: 'EventRegistered' }, { type: 'device.registered' }],
    [{ messageID: 'EventDNBackInService' }, { type: 'device.registered' }],
    [{ messageID: 'EventUnregistered' }, { type: 'device.lost' }],
    [{ messageID: 'EventUnreachable', thisDN: ' ' }, { type: 'device.lost' }],
    [{ messageID: 'EventDNOutOfService' }, { type: 'device.lost' }],
    [{ messageID: 'EventError' }, { type: 'call.error' }],
    [
      { messageID: 'EventError', errorCode: '330303' },
      { type: 'call.error', refuses: refusedBy('330303'), says: 'callIsOver' },
    ],
    [
      { messageID: 'EventError', errorCode: 330102 },
      { type: 'call.error', refuses: ['delayACW', 'completeACW', 'completeACWToBusy'], says: 'acwIsOver' },
    ],
    [
      { messageID: 'EventError', callID: 'talk-1' },
      { type: 'call.error', leg: { callID: 'talk-1', partyID: undefined, callType: undefined } },
    ],
    [
      { messageID: 'EventError', partyID: 'party-1' },
      { type: 'call.error', leg: { callID: undefined, partyID: 'party-1', callType: undefined } },
    ],
    [{ messageID: 'EventJanusLatency' }, { type: 'network.measured', reading: { ping: null, jitter: null, loss: null, quality: null } }],
    [
      { messageID: 'EventJanusLatency', ping: '12', jitter: 3, loss: 0, quality: 'E' },
      { type: 'network.measured', reading: { ping: 12, jitter: 3, loss: '0', quality: 'veryGood' } },
    ],
    [
      { messageID: 'EventJanusLatency', quality: 'toString' },
      { type: 'network.measured', reading: { ping: null, jitter: null, loss: null, quality: null } },
    ],
  ])('%j', (message, fact) => {
    expect(factOf(message)).toStrictEqual(fact);
  });

  test.each([undefined, null, ''])('the leg is to nobody whose number is known, if it is %j', (otherDN) => {
    expect(factOf({ messageID: 'EventRinging', ...CUSTOMER, otherDN })['leg']).toStrictEqual(CUSTOMER);
  });

  test('the leg is to the number that is named, which no record of it shows', () => {
    const { other } = factOf({ messageID: 'EventRinging', ...CUSTOMER, otherDN: '13800138000' })['leg'] as { other: Confidential<string> };
    expect(other.reveal()).toBe('13800138000');
    expect(JSON.stringify({ other })).not.toContain('138');
  });

  test('a measurement cannot be changed by who sees it', () => {
    expect(Object.isFrozen(factOf({ messageID: 'EventJanusLatency' })['reading'])).toBe(true);
  });

  test.each(['EventOnline', 'EventOfTomorrow', 'EventAgentAll', 'toString', '__proto__'])(
    'nothing but that the service is there, if it is %s',
    (messageID) => {
      expect(normalise({ messageID, creationTime: 1_700_000_000_000, callID: 7 })).toEqual({
        kind: 'other',
        stamp: 1_700_000_000_000,
        messageID,
      });
      expect(normalise({ messageID })).toEqual({ kind: 'other', stamp: undefined, messageID });
    },
  );
});

describe('why a leg has ended', () => {
  const causeOf = (attributes: object) => factOf({ messageID: 'EventReleased', callID: 'talk-1', ...attributes })['cause'];

  // FreeSWITCH's own table of hangup causes, as far as the contract tells its causes apart.
  test.each<readonly [string, string]>([
    ['USER_BUSY', 'busy'],
    ['NO_ANSWER', 'noAnswer'],
    ['NO_USER_RESPONSE', 'noAnswer'],
    ['CALL_REJECTED', 'declined'],
    ['UNALLOCATED_NUMBER', 'noSuchNumber'],
    ['LOSE_RACE', 'answeredElsewhere'],
    ['PICKED_OFF', 'answeredElsewhere'],
  ])('%s is %s', (hangupCause, cause) => {
    expect(causeOf({ hangupCause })).toBe(cause);
    expect(causeOf({ hangupCause: ` ${hangupCause.toLowerCase()} ` })).toBe(cause);
    expect(causeOf({ hangupCause: hangupCause.replaceAll('_', ' ') })).toBe(cause);
    expect(causeOf({ hangupCause: hangupCause.replaceAll('_', ' - ') })).toBe(cause);
    expect(causeOf({ earlyDetectCause: hangupCause })).toBe(cause);
    expect(causeOf({ cause: hangupCause })).toBe(cause);
    expect(causeOf({ hangupCause: 'NORMAL_CLEARING', cause: hangupCause })).toBe(cause);
  });

  test.each<readonly [string, string]>([
    ['no answer', 'noAnswer'],
    ['No Answer.', 'noAnswer'],
    ['user busy', 'busy'],
    ['the line is BUSY', 'busy'],
    ['call rejected', 'declined'],
    ['the number does not exist', 'noSuchNumber'],
    ['空号', 'noSuchNumber'],
    ['busy, no answer', 'noAnswer'],
  ])('heard before anybody answered, "%s" is %s', (earlyDetectCause, cause) => {
    expect(causeOf({ earlyDetectCause })).toBe(cause);
    expect(causeOf({ hangupCause: 'ORIGINATOR_CANCEL', earlyDetectCause })).toBe(cause);
  });

  test('is what the release names, whatever was heard before', () => {
    expect(causeOf({ hangupCause: 'CALL_REJECTED', earlyDetectCause: 'busy' })).toBe('declined');
  });

  test.each([
    {},
    { hangupCause: 'NORMAL_CLEARING' },
    { hangupCause: 'ORIGINATOR_CANCEL' },
    { hangupCause: '' },
    { hangupCause: 17 },
    { hangupCause: {} },
    { hangupCause: 'toString' },
    { cause: null },
    { cause: [] },
    { earlyDetectCause: 'ringback' },
    { earlyDetectCause: 7 },
    { earlyDetectCause: ['busy'] },
    { hangupDisposition: 3 },
    { hangupDisposition: 'busy' },
  ])('is not said by %j, and the release is believed', (attributes) => {
    const fact = factOf({ messageID: 'EventReleased', callID: 'talk-1', ...attributes });
    expect(fact).toMatchObject({ type: 'call.released' });
    expect(Object.hasOwn(fact, 'cause')).toBe(false);
  });

  test('is said of the end only', () => {
    expect(factOf({ messageID: 'EventEstablished', callID: 'talk-1', hangupCause: 'USER_BUSY' })).not.toHaveProperty('cause');
  });

  test('stays among the attributes of the leg', () => {
    expect(detailsOf({ hangupCause: 'USER_BUSY' })).toEqual({ hangupCause: 'USER_BUSY' });
  });
});

describe('what is said of an extension', () => {
  const newsOf = (attributes: object, bound: string | null) => normalise({ messageID: 'EventUnregistered', ...attributes }, null, bound);

  test("is said of the agent's phone if it names none, or the one bound", () => {
    expect(newsOf({}, null)).toMatchObject({ kind: 'fact', fact: { type: 'device.lost' } });
    expect(newsOf({}, '1000')).toMatchObject({ kind: 'fact', fact: { type: 'device.lost' } });
    expect(newsOf({ thisDN: ' 1000 ' }, '1000')).toMatchObject({ kind: 'fact', fact: { type: 'device.lost' } });
    expect(newsOf({ thisDN: 1000 }, '1000')).toMatchObject({ kind: 'fact', fact: { type: 'device.lost' } });
  });

  test('is nothing to the agent if it names another', () => {
    expect(newsOf({ thisDN: '1001' }, '1000')).toEqual({ kind: 'other', messageID: 'EventUnregistered' });
    expect(newsOf({ thisDN: '1001' }, null)).toEqual({ kind: 'other', messageID: 'EventUnregistered' });
  });
});

describe('the number of the request that has led to a message', () => {
  test.each<readonly [unknown, string | undefined]>([
    [123456, '123456'],
    [' 7 ', '7'],
    [0, '0'],
    ['', undefined],
    [undefined, undefined],
    [null, undefined],
    [{}, undefined],
    ['x'.repeat(257), undefined],
  ])('%p is %p', (referenceID, read) => {
    expect(normalise({ messageID: 'EventAgentReady', referenceID })).toMatchObject({ kind: 'fact', referenceID: read });
    expect(normalise({ messageID: 'EventAgentRegainStatus', agentStateInfo: {}, referenceID })).toMatchObject({
      kind: 'fact',
      referenceID: read,
    });
  });
});

describe('a message with a `then` of its own', () => {
  const then = () => undefined;

  test('counts, and a promise may be settled with it', () => {
    const message = { messageID: 'EventAgentHoldCall', ...CUSTOMER, then };
    const news = read(message);
    expect(news).toMatchObject({ kind: 'fact', fact: { type: 'call.held', details: {} } });
    expect((news as { message: object }).message).toEqual({ messageID: 'EventAgentHoldCall', ...CUSTOMER });
  });

  test('counts also where it is a getter that throws', () => {
    const message = {
      messageID: 'EventAgentReady',
      get then() {
        throw new Error('x');
      },
    };
    expect(normalise(message)).toMatchObject({ kind: 'fact', fact: { type: 'agent.ready' }, message: { messageID: 'EventAgentReady' } });
  });

  test('that is plain text is as it came', () => {
    const message = { messageID: 'EventAgentHoldCall', ...CUSTOMER, then: 'soon' };
    expect(read(message)).toMatchObject({ fact: { details: { then: 'soon' } } });
    expect((read(message) as { message: object }).message).toBe(message);
  });
});

describe('a regain', () => {
  const regain = (agentStateInfo: object, workStatusInfo?: unknown) =>
    factOf({ messageID: 'EventAgentRegainStatus', agentStateInfo, workStatusInfo });
  const none = { type: 'connection.regained', status: null, statusIsNews: false, leg: null };

  test.each<readonly [object, unknown, object]>([
    [{}, undefined, none],
    [{ agentState: '0' }, CUSTOMER, { type: 'agent.loggedOut' }],
    [{ agentState: '1', workStatus: 'Ready' }, null, { ...none, status: 'idle', reason: null }],
    [{ agentState: '2', reasonCode: 11, workStatus: 'sorting' }, {}, { ...none, status: 'acw', reason: 'general' }],
    [{ workStatus: '1' }, undefined, { ...none, status: 'idle' }],
    [{ workStatus: 'toString' }, undefined, none],
    [{ workStatus: 'talking' }, CUSTOMER, { ...none, status: 'talking', ...LEG, details: {} }],
    [{ workStatus: 'occupied' }, { ...CUSTOMER, skill: 'x' }, { ...none, status: 'idle', ...LEG, details: { skill: 'x' } }],
    [{}, { ...CUSTOMER, thirdDN: '1002' }, { ...none, ...LEG, details: { thirdDN: '1002' }, consultDetails: { otherDN: '1002' } }],
  ])('of %j with %j', (agent, work, fact) => {
    expect(regain(agent, work)).toStrictEqual(fact);
  });

  test.each(['calling', 'dialing', 'talking', 'holding', 'ringing', 'consulting', 'conferencing'])('names %s', (workStatus) => {
    expect(regain({ workStatus }, CUSTOMER)['status']).toBe(workStatus);
  });

  test('a locked agent is locked, and idle', () => {
    expect(regain({ agentState: '1', workStatus: 'locking' })).toEqual({ ...none, status: 'idle', reason: 'locked' });
  });

  test('says since when the work status is so', () => {
    const message = {
      messageID: 'EventAgentRegainStatus',
      creationTime: 1_700_000_000_000,
      agentStateInfo: { workStatusTimestamp: '1699999990' },
    };
    expect(read(message)).toMatchObject({
      kind: 'fact',
      stamp: 1_700_000_000_000,
      statusStamp: 1_699_999_990_000,
      message,
      messageID: 'EventAgentRegainStatus',
    });
  });
});

describe('what a message says of a leg', () => {
  test('is all that is not of the message itself', () => {
    const envelope = { creationTime: 1, referenceID: 2, companyId: 3, partyID: 'p', callType: 'Internal' };
    expect(detailsOf({ ...envelope, skill: ' x ', extra: { deep: 1 } })).toStrictEqual({ skill: 'x', extra: { deep: 1 } });
  });

  test.each<readonly [object, unknown]>([
    [{ callType: 'Inbound', ANI: '139', DNIS: '400' }, '139'],
    [{ callType: 'Outbound', ANI: '139', DNIS: '400' }, '400'],
    [{ callType: 'Internal', ANI: '139', DNIS: '400' }, undefined],
    [{ callType: 'Inbound', otherDN: 7, ANI: '139' }, '7'],
    [{}, undefined],
  ])('names the other side: %j', (message, otherDN) => {
    expect((detailsOf(message) as Record<string, unknown>)['otherDN']).toBe(otherDN);
  });

  test('names roles, known ones by name', () => {
    expect(detailsOf({ thisDNRole: 1, otherDNRole: 'x', DNRoleOfNobody: 1 })).toEqual({
      thisDNRole: 'Origination',
      otherDNRole: 'x',
      DNRoleOfNobody: 1,
    });
  });

  test.each([
    ['INBOUND', 'Inbound'],
    ['consult', 'Consult'],
    ['internal', 'Internal'],
    ['Other', 'Other'],
    ['', undefined],
  ])('has the type %p as %p', (callType, known) => {
    expect(factOf({ messageID: 'EventReleased', callID: 1, callType })['leg']).toEqual({
      callID: '1',
      partyID: undefined,
      callType: known,
    });
  });
});

describe('the time of a message', () => {
  const stampOf = (creationTime: unknown) => (read({ messageID: 'EventAgentReady', creationTime }) as { stamp?: number }).stamp;

  test.each<readonly [unknown, number | undefined]>([
    // In ms, in s, in µs.
    [1_700_000_000_000, 1_700_000_000_000],
    [1_700_000_000, 1_700_000_000_000],
    [1_700_000_000_000_000, 1_700_000_000_000],
    [' 1700000000 ', 1_700_000_000_000],
    [1_700_000_000.5, 1_700_000_000_500],
    [1_700_000_000_000_999, 1_700_000_000_000],
    // Where one ends and the next begins.
    [99_999_999_999, 99_999_999_999_000],
    [1e11, 1e11],
    [1e14 - 1, 1e14 - 1],
    [1e14, 1e11],
    [1, 1000],
    [0, undefined],
    [-1, undefined],
    [8.64e15, 8.64e12],
    [Number.MAX_SAFE_INTEGER, undefined],
    ['', undefined],
    ['x', undefined],
    [undefined, undefined],
    [null, undefined],
    [{}, undefined],
    [[5], undefined],
    [Infinity, undefined],
  ])('%p is %p', (given, stamp) => {
    expect(stampOf(given)).toBe(stamp);
  });
});

describe('the name of a message', () => {
  test('is what it was subscribed to, where it has none', () => {
    expect(read({ ping: 1 }, 'EventJanusLatency')).toMatchObject({ kind: 'fact', messageID: 'EventJanusLatency' });
  });

  test.each<readonly [unknown, string | null]>([
    [{ messageID: ' a ' }, 'a'],
    [{ messageID: 7 }, null],
    [{}, null],
    [null, null],
    [undefined, null],
  ])('of %p is %p', (message, name) => {
    expect(messageIDOf(message)).toBe(name);
  });

  test.each<readonly [string, string | null]>([
    ['EventReleased', 'EventReleased'],
    ['_x:.-1', '_x:.-1'],
    ['1Event', null],
    ['Event of 139', null],
    ['a', 'a'],
    ['-a', null],
    [`E${'x'.repeat(63)}`, `E${'x'.repeat(63)}`],
    [`E${'x'.repeat(64)}`, null],
  ])('%s is reported as %p', (messageID, reported) => {
    expect(normalise({ messageID, unreadable: 'x'.repeat(70_000) })).toMatchObject({ kind: 'malformed', messageID: reported });
  });
});

describe('the failure that a message tells', () => {
  test('is told with an error', () => {
    expect(read({ messageID: 'EventError', errorCode: '330049' })).toMatchObject({
      failure: { vendorCode: '330049', vendorClass: { name: 'displaced' } },
    });
  });

  test('is not told with anything else', () => {
    expect(read({ messageID: 'EventReleased', callID: '1', errorCode: '330049' })).toMatchObject({ failure: undefined });
  });
});

describe('what is wrong with a message', () => {
  const released = { messageID: 'EventReleased', callID: '1' };
  const long = 'x'.repeat(257);
  test.each<readonly [unknown, string]>([
    [null, 'the message must be an object'],
    ['x', 'the message must be an object'],
    [[], 'the message must be an object'],
    [{}, 'messageID is missing'],
    [{ messageID: 'EventReleased' }, 'callID and partyID are both missing'],
    [{ ...released, callID: {} }, 'callID must be a string'],
    [{ ...released, callID: true }, 'callID must be a string'],
    [{ ...released, callID: long }, 'callID is too long'],
    [{ ...released, [long]: 1 }, 'the message is too long'],
    [{ ...released, x: 'x'.repeat(65_537) }, 'the message is too long'],
    [JSON.parse('{"messageID":"EventReleased","callID":"1","__proto__":1}'), 'the message has a forbidden attribute'],
    [{ messageID: 'EventAgentNotReady', reasonCode: 'x' }, 'reasonCode must be a number'],
    [{ messageID: 'EventDelayCallAfterWork', delayTime: -1 }, 'delayTime must not be negative'],
    [{ messageID: 'EventAgentRegainStatus' }, 'agentStateInfo must be an object'],
    [{ messageID: 'EventAgentRegainStatus', agentStateInfo: {}, workStatusInfo: 1 }, 'workStatusInfo must be an object'],
    [
      {
        get messageID() {
          throw new Error('x');
        },
      },
      'the message cannot be read',
    ],
  ])('is said: %#', (message, problem) => {
    expect(problemOf(message)).toBe(problem);
  });

  test.each([{ callID: 'x'.repeat(256) }, { ['x'.repeat(256)]: 1 }, { x: 'x'.repeat(65_536) }])(
    'is not that it is as long as it may be: %#',
    (more) => {
      expect(read({ ...released, ...more })).toMatchObject({ kind: 'fact' });
    },
  );

  test.each([
    { partyID: 'p', callID: undefined },
    { partyID: 'p', callID: null },
    { partyID: 'p', callID: ' ' },
  ])('is not that one id is blank: %j', (more) => {
    expect(factOf({ ...released, ...more })['leg']).toEqual({ callID: undefined, partyID: 'p', callType: undefined });
  });
});
