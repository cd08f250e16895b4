import { describe, expect, test } from '@jest/globals';
import { messageIDOf, normalise } from '../../adapters/sobot/events/normalise.js';
import { Confidential, revealed } from '../../machines/index.js';

const CUSTOMER = { callID: 'talk-1', partyID: 'party-1', callType: 'Inbound' };
const LEG = { leg: CUSTOMER };

/** What is read of a message, its details in clear. */
function read(message: unknown, subscribedAs: string | null = null) {
  const news = normalise(message, subscribedAs);
  if (news?.kind !== 'fact') return news;
  const open = Object.entries(news.fact).map(([name, value]) => [name, value instanceof Confidential ? revealed(value) : value] as const);
  return { ...news, fact: Object.fromEntries(open) };
}
const factOf = (message: object) => (read(message) as { fact: Record<string, unknown> }).fact;
const detailsOf = (message: object) => factOf({ messageID: 'EventReleased', callID: 'talk-1', ...message })['details'];
const problemOf = (message: unknown) => (read(message) as { problem: string }).problem;

describe('what a message says', () => {
  test.each<readonly [object, object]>([
    [{ messageID: 'EventDialing', ...CUSTOMER }, { type: 'call.dialing', ...LEG, details: {} }],
    [{ messageID: 'EventEstablished', ...CUSTOMER }, { type: 'call.established', ...LEG, details: {} }],
    [{ messageID: 'EventReleased', ...CUSTOMER }, { type: 'call.released', ...LEG, details: {} }],
    [{ messageID: 'EventAgentHoldCall', ...CUSTOMER }, { type: 'call.held', ...LEG, details: {} }],
    [{ messageID: 'EventAgentRetrieveCall', ...CUSTOMER }, { type: 'call.retrieved', ...LEG, details: {} }],
    [{ messageID: 'EventAgentMute', ...CUSTOMER }, { type: 'microphone.muted', ...LEG, details: {} }],
    [{ messageID: 'EventAgentUnmute', ...CUSTOMER }, { type: 'microphone.unmuted', ...LEG, details: {} }],
    [{ messageID: 'EventPartyAdded', ...CUSTOMER }, { type: 'conference.formed', ...LEG, details: {} }],
    [{ messageID: 'EventPartyDeleted', ...CUSTOMER }, { type: 'conference.partyDeleted', ...LEG, details: {} }],
    [{ messageID: 'EventDtmfSent', ...CUSTOMER }, { type: 'dtmf.sent', ...LEG, details: {} }],
    [{ messageID: ' EventHeld ', ...CUSTOMER }, { type: 'call.held', ...LEG, details: {} }],

    [{ messageID: 'EventRinging', ...CUSTOMER }, { type: 'call.ringing', ...LEG, details: {} }],
    [{ messageID: 'EventRinging', ...CUSTOMER, thisDNRole: 'Destination' }, { type: 'call.ringing', ...LEG, isIncoming: true, details: { thisDNRole: 'Destination' } }],
    [{ messageID: 'EventRinging', ...CUSTOMER, thisDNRole: 'Origination' }, { type: 'call.dialing', ...LEG, details: { thisDNRole: 'Origination' } }],
    [{ messageID: 'EventRinging', ...CUSTOMER, thisDNRole: 'Unknown' }, { type: 'call.ringing', ...LEG, details: { thisDNRole: 'Unknown' } }],
    [{ messageID: 'EventRinging', ...CUSTOMER, callType: 'outbound' }, { type: 'call.dialing', leg: { ...CUSTOMER, callType: 'Outbound' }, details: {} }],
    [{ messageID: 'EventRinging', ...CUSTOMER, callType: 'Outbound', thisDNRole: 0 }, { type: 'call.dialing', leg: { ...CUSTOMER, callType: 'Outbound' }, details: { thisDNRole: 'Unknown' } }],
    [{ messageID: 'EventRinging', ...CUSTOMER, callType: 'Outbound', thisDNRole: 2 }, { type: 'call.dialing', leg: { ...CUSTOMER, callType: 'Outbound' }, details: { thisDNRole: 'Destination' } }],
    [{ messageID: 'EventRinging', ...CUSTOMER, callType: 'Outbound', thisDNRole: 'BargeinBy' }, { type: 'call.ringing', leg: { ...CUSTOMER, callType: 'Outbound' }, isIncoming: true, details: { thisDNRole: 'BargeinBy' } }],
    [{ messageID: 'EventRinging', ...CUSTOMER, callType: 'Outbound', otherDNRole: 'TransferBy' }, { type: 'call.ringing', leg: { ...CUSTOMER, callType: 'Outbound' }, details: { otherDNRole: 'TransferBy' } }],

    [{ messageID: 'EventRinging', ...CUSTOMER, thisDNRole: 'Origination', otherDNRole: 'TransferBy' }, { type: 'call.ringing', ...LEG, details: { thisDNRole: 'Origination', otherDNRole: 'TransferBy' } }],

    [{ messageID: 'EventPartyChanged', ...CUSTOMER }, { type: 'conference.formed', ...LEG, details: {} }],
    [{ messageID: 'EventPartyChanged', ...CUSTOMER, thirdDNRole: 'TransferBy' }, { type: 'call.partyChanged', ...LEG, details: { thirdDNRole: 'TransferBy' } }],
    [{ messageID: 'EventPartyChanged', ...CUSTOMER, otherDNRole: 13 }, { type: 'call.partyChanged', ...LEG, details: { otherDNRole: 'TransferTo' } }],
    [{ messageID: 'EventPartyChanged', ...CUSTOMER, thisDNRole: 'TransferTo' }, { type: 'call.partyChanged', ...LEG, details: { thisDNRole: 'TransferTo' } }],
    [{ messageID: 'EventPartyChanged', ...CUSTOMER, thirdDNRole: 'ConferenceBy' }, { type: 'conference.formed', ...LEG, details: { thirdDNRole: 'ConferenceBy' } }],

    [{ messageID: 'EventAgentReady' }, { type: 'agent.ready' }],
    [{ messageID: 'EventAgentNotReady' }, { type: 'agent.notReady' }],
    [{ messageID: 'EventAgentNotReady', reasonCode: '12' }, { type: 'agent.notReady', reasonCode: 12 }],
    [{ messageID: 'EventAgentNotReady', reasonCode: 12, workStatus: 'Locking' }, { type: 'agent.notReady', reasonCode: 98 }],
    [{ messageID: 'EventAgentLogin' }, { type: 'agent.loggedIn' }],
    [{ messageID: 'EventAgentLogin', agentState: '1', reasonCode: 12 }, { type: 'agent.loggedIn', reasonCode: null }],
    [{ messageID: 'EventAgentLogin', agentState: 2 }, { type: 'agent.loggedIn', reasonCode: 2 }],
    [{ messageID: 'EventAgentLogin', agentState: '2', reasonCode: 0 }, { type: 'agent.loggedIn', reasonCode: 2 }],
    [{ messageID: 'EventAgentLogin', agentState: '2', reasonCode: 14 }, { type: 'agent.loggedIn', reasonCode: 14 }],
    [{ messageID: 'EventAgentLogin', reasonCode: 14 }, { type: 'agent.loggedIn', reasonCode: 14 }],
    [{ messageID: 'EventAgentLogin', agentState: '1', workStatus: 'locking' }, { type: 'agent.loggedIn', reasonCode: 98 }],
    [{ messageID: 'RequestAgentLogout' }, { type: 'agent.loggedOut' }],
    [{ messageID: 'EventAgentConnectionChanged' }, { type: 'connection.displaced' }],
    [{ messageID: 'EventAgentAfterCallWork' }, { type: 'acw.started' }],
    [{ messageID: 'EventDelayCallAfterWork' }, { type: 'acw.extended' }],
    [{ messageID: 'EventDelayCallAfterWork', delayTime: ' 60 ' }, { type: 'acw.extended', seconds: 60 }],
    [{ messageID: 'EventDelayCallAfterWork', delayTime: 0 }, { type: 'acw.extended', seconds: 0 }],
    [{ messageID: 'EventError' }, { type: 'call.error' }],
    [{ messageID: 'EventError', errorCode: '330303' }, { type: 'call.error', says: 'callIsOver' }],
    [{ messageID: 'EventError', errorCode: 330102 }, { type: 'call.error', says: 'acwIsOver' }],
    [{ messageID: 'EventError', callID: 'talk-1' }, { type: 'call.error', leg: { callID: 'talk-1', partyID: undefined, callType: undefined } }],
    [{ messageID: 'EventError', partyID: 'party-1' }, { type: 'call.error', leg: { callID: undefined, partyID: 'party-1', callType: undefined } }],
    [{ messageID: 'EventJanusLatency' }, { type: 'network.measured', reading: { ping: null, jitter: null, loss: null, quality: null } }],
    [{ messageID: 'EventJanusLatency', ping: '12', jitter: 3, loss: 0, quality: 'E' }, { type: 'network.measured', reading: { ping: 12, jitter: 3, loss: '0', quality: 'e' } }],
    [{ messageID: 'EventJanusLatency', quality: 'toString' }, { type: 'network.measured', reading: { ping: null, jitter: null, loss: null, quality: null } }],
  ])('%j', (message, fact) => {
    expect(factOf(message)).toStrictEqual(fact);
  });

  test('a measurement cannot be changed by who sees it', () => {
    expect(Object.isFrozen(factOf({ messageID: 'EventJanusLatency' })['reading'])).toBe(true);
  });

  test.each(['EventOnline', 'EventOfTomorrow', 'EventAgentAll', 'toString', '__proto__'])('nothing, if it is %s', (messageID) => {
    expect(normalise({ messageID })).toBeNull();
  });
});

describe('a regain', () => {
  const regain = (agentStateInfo: object, workStatusInfo?: unknown) => factOf({ messageID: 'EventAgentRegainStatus', agentStateInfo, workStatusInfo });
  const none = { type: 'connection.regained', status: null, statusIsNews: false, leg: null };

  test.each<readonly [object, unknown, object]>([
    [{}, undefined, none],
    [{ agentState: '0' }, CUSTOMER, { type: 'agent.loggedOut' }],
    [{ agentState: '1', workStatus: 'Ready' }, null, { ...none, status: 'idle', reasonCode: null }],
    [{ agentState: '2', reasonCode: 11, workStatus: 'sorting' }, {}, { ...none, status: 'acw', reasonCode: 11 }],
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
    expect(regain({ agentState: '1', workStatus: 'locking' })).toEqual({ ...none, status: 'idle', reasonCode: 98 });
  });

  test('says since when the work status is so', () => {
    const message = { messageID: 'EventAgentRegainStatus', creationTime: 5, agentStateInfo: { workStatusTimestamp: '7' } };
    expect(read(message)).toMatchObject({ kind: 'fact', stamp: 5, statusStamp: 7, message, messageID: 'EventAgentRegainStatus' });
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
    expect(detailsOf({ thisDNRole: 1, otherDNRole: 'x', DNRoleOfNobody: 1 })).toEqual({ thisDNRole: 'Origination', otherDNRole: 'x', DNRoleOfNobody: 1 });
  });

  test.each([['INBOUND', 'Inbound'], ['consult', 'Consult'], ['internal', 'Internal'], ['Other', 'Other'], ['', undefined]])('has the type %p as %p', (callType, known) => {
    expect(factOf({ messageID: 'EventReleased', callID: 1, callType })['leg']).toEqual({ callID: '1', partyID: undefined, callType: known });
  });
});

describe('the time of a message', () => {
  const stampOf = (creationTime: unknown) => (read({ messageID: 'EventAgentReady', creationTime }) as { stamp?: number }).stamp;

  test.each<readonly [unknown, number | undefined]>([
    [1, 1], ['17', 17], [8.64e15, 8.64e15], [8.64e15 + 1, undefined], [0, undefined], [-1, undefined], ['', undefined], ['x', undefined], [undefined, undefined], [null, undefined],
  ])('%p is %p', (given, stamp) => {
    expect(stampOf(given)).toBe(stamp);
  });
});

describe('the name of a message', () => {
  test('is what it was subscribed to, where it has none', () => {
    expect(read({ ping: 1 }, 'EventJanusLatency')).toMatchObject({ kind: 'fact', messageID: 'EventJanusLatency' });
  });

  test.each<readonly [unknown, string | null]>([[{ messageID: ' a ' }, 'a'], [{ messageID: 7 }, null], [{}, null], [null, null], [undefined, null]])('of %p is %p', (message, name) => {
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
    expect(read({ messageID: 'EventError', errorCode: '330049' })).toMatchObject({ failure: { vendorCode: '330049', vendorClass: { name: 'displaced' } } });
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
    [{ get messageID() { throw new Error('x'); } }, 'the message cannot be read'],
  ])('is said: %#', (message, problem) => {
    expect(problemOf(message)).toBe(problem);
  });

  test.each([{ callID: 'x'.repeat(256) }, { ['x'.repeat(256)]: 1 }, { x: 'x'.repeat(65_536) }])('is not that it is as long as it may be: %#', (more) => {
    expect(read({ ...released, ...more })).toMatchObject({ kind: 'fact' });
  });

  test.each([{ partyID: 'p', callID: undefined }, { partyID: 'p', callID: null }, { partyID: 'p', callID: ' ' }])('is not that one id is blank: %j', (more) => {
    expect(factOf({ ...released, ...more })['leg']).toEqual({ callID: undefined, partyID: 'p', callType: undefined });
  });
});
