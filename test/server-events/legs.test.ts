import { describe, expect, test } from '@jest/globals';
import { Bench, benchAt, CUSTOMER, essence, regain, signIn, START, THIRD } from '../support/bench/index.js';
import { ignoredOf } from './ignored.js';

type Ids = Record<string, unknown>;

/** A consult between these two legs, as far as the third party has answered. */
function consultOf(customer: Ids, third: Ids): Bench {
  const bench = new Bench();
  signIn(bench);
  bench.emit('EventRinging', customer);
  bench.emit('EventEstablished', customer);
  void bench.agent.initiateConsult({ targetType: '0', target: '1002' });
  bench.emit('EventDialing', third);
  bench.emit('EventEstablished', third);
  expect(bench.state()).toMatchObject({ work: 'consulting', consult: { phase: 'talking' } });
  return bench;
}

const WAYS: readonly (readonly [string, Ids, Ids])[] = [
  [
    'partyID, callID and callType shared',
    { callID: 'c', partyID: 'p1', callType: 'Inbound' },
    { callID: 'c', partyID: 'p2', callType: 'Inbound' },
  ],
  ['partyID, callID shared, no callType', { callID: 'c', partyID: 'p1' }, { callID: 'c', partyID: 'p2' }],
  ['partyID alone', { partyID: 'p1' }, { partyID: 'p2' }],
  ['partyID, each with a callID of its own', { callID: 'c1', partyID: 'p1' }, { callID: 'c2', partyID: 'p2' }],
  ['callID, each with one of its own', { callID: 'c1' }, { callID: 'c2' }],
  ['callID of their own and callType', { callID: 'c1', callType: 'Inbound' }, { callID: 'c2', callType: 'Consult' }],
  ['callType, callID shared', { callID: 'c', callType: 'Inbound' }, { callID: 'c', callType: 'Consult' }],
  [
    'callType, callID shared, partyID for the customer only',
    { callID: 'c', partyID: 'p1', callType: 'Inbound' },
    { callID: 'c', callType: 'Consult' },
  ],
  [
    'callType, callID shared, partyID for the third party only',
    { callID: 'c', callType: 'Inbound' },
    { callID: 'c', partyID: 'p2', callType: 'Consult' },
  ],
];

describe.each(WAYS)('legs told apart by %s', (_, customer, third) => {
  test('the end of the consulted leg leaves the customer held', () => {
    const { emit, state } = consultOf(customer, third);
    emit('EventReleased', third);
    expect(state()).toMatchObject({ work: 'holding', consult: null });
    emit('EventAgentRetrieveCall', customer);
    expect(state()).toMatchObject({ work: 'talking', call: customer });
  });

  test('the end of the customer leaves agent and third party talking', () => {
    const { emit, state } = consultOf(customer, third);
    emit('EventReleased', customer);
    expect(state()).toMatchObject({ work: 'talking', call: third, consult: null });
  });

  test('the end of the customer, told twice, does not end the talk with the third party', () => {
    const { emit, state } = consultOf(customer, third);
    emit('EventReleased', customer);
    emit('EventReleased', customer);
    expect(state()).toMatchObject({ work: 'talking', call: third });
  });

  test('the end of the third party, told twice, does not end the customer', () => {
    const { emit, state } = consultOf(customer, third);
    emit('EventReleased', third);
    emit('EventReleased', third);
    expect(state()).toMatchObject({ work: 'holding', call: customer });
  });

  test('the customer being told as held changes nothing, as retrieved swaps the two', () => {
    const { emit, state, divergences } = consultOf(customer, third);
    emit('EventAgentHoldCall', customer);
    expect(state()).toMatchObject({ work: 'consulting', consult: { phase: 'talking' }, onHold: 'customer' });
    emit('EventAgentRetrieveCall', customer);
    expect(state()).toMatchObject({ work: 'consulting', call: customer, consult: { phase: 'talking' }, onHold: 'thirdParty' });
    emit('EventAgentHoldCall', customer);
    expect(state()).toMatchObject({ work: 'consulting', call: customer, consult: { phase: 'talking' }, onHold: 'customer' });
    expect(divergences).toEqual([]);
  });

  test('the third party being told as held and retrieved swaps the two', () => {
    const { emit, state, divergences } = consultOf(customer, third);
    emit('EventAgentHoldCall', third);
    expect(state()).toMatchObject({ work: 'consulting', call: customer, consult: { phase: 'talking' }, onHold: 'thirdParty' });
    emit('EventAgentRetrieveCall', third);
    expect(state()).toMatchObject({ work: 'consulting', call: customer, consult: { phase: 'talking' }, onHold: 'customer' });
    expect(divergences).toEqual([]);
  });

  test('the customer, retrieved, stays when the held third party has gone', () => {
    const { emit, state } = consultOf(customer, third);
    emit('EventAgentRetrieveCall', customer);
    emit('EventReleased', third);
    expect(state()).toMatchObject({ work: 'talking', call: customer, consult: null, onHold: null });
  });

  test('a second consult in the same call is not taken for the first', () => {
    const { agent, emit, state } = consultOf(customer, third);
    emit('EventReleased', third);
    emit('EventAgentRetrieveCall', customer);
    void agent.initiateConsult({ targetType: '0', target: '1003' });
    const next = {
      ...third,
      ...('partyID' in third ? { partyID: 'p3' } : {}),
      ...('callID' in third && third['callID'] !== customer['callID'] ? { callID: 'c3' } : {}),
    };
    emit('EventDialing', next);
    expect(state()).toMatchObject({ work: 'consulting', consult: { phase: 'dialing', target: '1003' } });
    emit('EventEstablished', next);
    expect(state()).toMatchObject({ work: 'consulting', consult: { phase: 'talking' } });
    emit('EventReleased', next);
    expect(state()).toMatchObject({ work: 'holding', call: customer });
  });

  test('a conference forms and ends', () => {
    const { agent, emit, state } = consultOf(customer, third);
    void agent.consultConference();
    emit('EventReleased', third);
    expect(state()).toMatchObject({ work: 'consulting' });
    emit('EventPartyAdded', customer);
    expect(state()).toMatchObject({ work: 'conferencing', call: customer, consult: null });
    emit('EventReleased', customer);
    expect(state()).toMatchObject({ work: 'acw', call: null });
  });
});

describe('a leg that one side names by fewer ids', () => {
  test("is the customer where the partyID is the customer's, though the consult has the same callID", () => {
    const { emit, state } = consultOf({ callID: 'c', partyID: 'p1', callType: 'Inbound' }, { callID: 'c', callType: 'Consult' });
    emit('EventReleased', { callID: 'c', partyID: 'p1' });
    expect(state()).toMatchObject({ work: 'talking', call: { callType: 'Consult' } });
  });

  test('is the consult where the callType says so, though the customer has the same callID', () => {
    const { emit, state } = consultOf(CUSTOMER, THIRD);
    emit('EventReleased', { callID: CUSTOMER.callID, callType: 'Consult' });
    expect(state()).toMatchObject({ work: 'holding', call: CUSTOMER });
  });

  test('is rather the consult than the customer where a release names the shared callID alone', () => {
    const { emit, state } = consultOf(CUSTOMER, THIRD);
    emit('EventReleased', { callID: CUSTOMER.callID });
    expect(state()).toMatchObject({ work: 'holding', call: CUSTOMER });
  });

  test('gets the ids it lacked, and is known by each of them from then on', () => {
    const bench = new Bench();
    signIn(bench);
    bench.emit('EventRinging', { callID: 'c' });
    bench.emit('EventEstablished', { callID: 'c', partyID: 'p1', callType: 'Inbound' });
    expect(bench.state().call).toMatchObject({ callID: 'c', partyID: 'p1', callType: 'Inbound' });
    bench.emit('EventAgentHoldCall', { partyID: 'p1' });
    expect(bench.state()).toMatchObject({ work: 'holding' });
    bench.emit('EventReleased', { callID: 'c' });
    expect(bench.state()).toMatchObject({ work: 'acw' });
  });

  test.each([
    ['another partyID', { callID: CUSTOMER.callID, partyID: 'party-7' }],
    ['another partyID and callType', { callID: CUSTOMER.callID, partyID: 'party-7', callType: 'Internal' }],
  ])('is another leg of the call with %s: its release changes nothing and is reported as ignored', (_, leg) => {
    const bench = benchAt('talking');
    const ignored = ignoredOf(bench);
    const before = essence(bench.state());
    bench.emit('EventReleased', leg);
    expect(essence(bench.state())).toEqual(before);
    expect(ignored).toEqual(['EventReleased otherLeg']);
    expect(bench.divergences).toEqual([]);
  });

  test('is another leg of the call where the agent was consulted: no consult on a consult begins unasked', () => {
    const bench = new Bench();
    signIn(bench);
    const consulted = { callID: 'c', callType: 'Consult' };
    bench.emit('EventRinging', { ...consulted, partyID: 'p1' });
    bench.emit('EventEstablished', { ...consulted, partyID: 'p1' });
    bench.emit('EventDialing', { ...consulted, partyID: 'p2' });
    bench.emit('EventEstablished', { ...consulted, partyID: 'p3' });
    expect(bench.state()).toMatchObject({ work: 'talking', consult: null, waiting: [] });
  });

  test('takes its new type and number where a regain has named the call by its id alone, and its party is known', () => {
    const bench = new Bench();
    signIn(bench);
    const consulted = { callID: 'c', partyID: 'p1', callType: 'Consult', otherDN: '8002' };
    bench.emit('EventRinging', consulted);
    bench.emit('EventEstablished', consulted);
    bench.emit('EventAgentRegainStatus', {
      agentStateInfo: { agentState: '1', workStatus: 'talking' },
      workStatusInfo: { callID: 'c', callType: 'Consult', otherDN: '8002' },
    });
    bench.emit('EventPartyChanged', { ...consulted, callType: 'Outbound', otherDN: '13511110002' });
    expect(bench.state().call).toMatchObject({ callID: 'c', partyID: 'p1', callType: 'Outbound', otherDN: '13511110002' });
  });

  test.each([
    ['with the third party ends the consult', '8003', { work: 'holding', consult: null }],
    [
      'with the one who consults him leaves the third party',
      '8002',
      { work: 'talking', call: { otherDN: null, callID: null }, consult: null },
    ],
  ])('of an agent who was consulted and consults on, named by call, type and number after a regain: %s', (_, otherDN, seen) => {
    const bench = new Bench();
    signIn(bench);
    const consulted = { callID: 'c', partyID: 'p1', callType: 'Consult', otherDN: '8002' };
    bench.emit('EventRinging', consulted);
    bench.emit('EventEstablished', { ...consulted, creationTime: START + 1000 });
    void bench.agent.initiateConsult({ targetType: '1', target: '8003' });
    regain(bench, { workStatus: 'consulting', workStatusTimestamp: START + 2000 }, { callID: 'c', callType: 'Consult', otherDN: '8002' });
    expect(bench.state()).toMatchObject({ work: 'consulting' });
    bench.emit('EventReleased', { callID: 'c', partyID: 'p9', callType: 'Consult', otherDN });
    expect(bench.state()).toMatchObject(seen);
  });

  test.each(['talking', 'idle'] as const)(
    'is named by keys that were sent in it, once a regain has named the call while %s, and moves on to another call with its party',
    (work) => {
      const bench = benchAt(work);
      regain(bench, { workStatus: undefined }, { callID: CUSTOMER.callID });
      bench.emit('EventDtmfSent', { ...CUSTOMER, dtmfDigits: '4711' });
      expect(JSON.stringify(bench.state().call)).not.toContain('4711');
      bench.emit('EventPartyChanged', { ...CUSTOMER, callID: 'call-2' });
      expect(bench.state()).toMatchObject({ call: { callID: 'call-2', partyID: CUSTOMER.partyID }, waiting: [] });
    },
  );

  test('does not take a call that waits along into the call in hand, though its own message says so: each call is in one place', () => {
    const bench = benchAt('talking');
    const waits = { callID: 'call-5', partyID: 'party-5', callType: 'Inbound' };
    bench.emit('EventRinging', waits);
    bench.emit('EventPartyChanged', { ...waits, callID: CUSTOMER.callID });
    expect(bench.state()).toMatchObject({ call: { callID: CUSTOMER.callID }, waiting: [{ callID: 'call-5', partyID: 'party-5' }] });
    bench.emit('EventPartyChanged', { ...waits, callID: 'call-6' });
    expect(bench.state()).toMatchObject({ waiting: [{ callID: 'call-6', partyID: 'party-5' }] });
  });

  test.each([
    ['another callID and no partyID', { callID: 'call-7' }],
    ['another callType and no partyID', { callID: CUSTOMER.callID, callType: 'Outbound' }],
  ])('is not the customer with %s: its release changes nothing and is reported', (_, leg) => {
    const { emit, state, divergences } = benchAt('talking');
    const before = essence(state());
    emit('EventReleased', leg);
    expect(essence(state())).toEqual(before);
    expect(divergences).toEqual(['EventReleased']);
  });

  test('ids may come as numbers, and be padded', () => {
    const { emit, state } = benchAt('idle');
    emit('EventRinging', { callID: 123, partyID: ' 456 ', callType: ' inbound ' });
    emit('EventEstablished', { callID: ' 123 ', partyID: 456, callType: 'Inbound' });
    expect(state()).toMatchObject({ work: 'talking', call: { callID: '123', partyID: '456', callType: 'Inbound' } });
  });
});

describe('a leg that gets another callID by a transfer', () => {
  test('is known by the new one', () => {
    const { emit, state } = benchAt('idle');
    const consulted = { callID: 'call-5', partyID: 'party-5', callType: 'Consult' };
    emit('EventRinging', consulted);
    emit('EventEstablished', consulted);
    emit('EventPartyChanged', { callID: 'call-1', partyID: 'party-5', thirdDNRole: 'TransferBy', otherDN: '13800138000' });
    expect(state()).toMatchObject({ work: 'talking', call: { callID: 'call-1', otherDN: '13800138000' } });
    emit('EventReleased', { callID: 'call-1' });
    expect(state()).toMatchObject({ work: 'acw' });
  });
});
