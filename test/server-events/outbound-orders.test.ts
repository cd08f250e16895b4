import { describe, expect, test } from '@jest/globals';
import { Bench, benchAt, connect, CUSTOMER, endOf, essence, STRANGER } from '../support/bench/index.js';

const AGENTS_PHONE = { callID: 'call-1', partyID: 'party-1', callType: 'Outbound', thisDNRole: 'Destination' };
const OUT = { callID: 'call-1', partyID: 'party-1', callType: 'Outbound', otherDN: '13800138000' };
const OTHER_PARTY = { ...OUT, partyID: 'party-2' };

function callOut() {
  const bench = new Bench();
  connect(bench);
  void bench.agent.login({ phoneType: 'pstn', bindExt: '', bindMobile: '13600136000', agentState: '1' });
  bench.sdk.succeed('login');
  return { bench, outcome: bench.agent.makeCall({ otherDN: '13800138000', agentANI: '4000' }) };
}

describe("a call out by the agent's own phone", () => {
  const R = 'EventRinging';
  const D = 'EventDialing';
  const E = 'EventEstablished';
  const orders: readonly (readonly string[])[] = [
    [R, E, D, E],
    [D, R, E, E],
    [R, D, E, E],
    [D, E, E],
    [R, E, E],
    [D, E, R, E],
    [E, E],
    [R, E, D],
    [D, R, R, D, E],
  ];

  test.each([
    ['one leg', OUT, OUT],
    ['a leg for each phone', OUT, OTHER_PARTY],
    ['its own ringing told without a callType', { ...AGENTS_PHONE, callType: undefined }, OUT],
    ['a leg that is internal at first', { ...OUT, callType: 'Internal', partyID: 'party-0' }, OUT],
  ])('ends up talking in every order, with %s', (_, first, second) => {
    // Where the customer's phone rings last, nobody has answered it yet.
    const answered = orders.filter((order) => order.at(-1) === E);
    const results = answered.map((order) => {
      const { bench } = callOut();
      let established = 0;
      for (const event of order) {
        const isFirst = event === R || (event === E && established++ === 0 && order.includes(R));
        bench.emit(event, isFirst ? first : second);
      }
      const { work, call } = bench.state();
      return [order.join(' '), work, call?.callID];
    });
    expect(results).toEqual(answered.map((order) => [order.join(' '), 'talking', 'call-1']));
  });

  test.each(orders.map((order) => [order.join(' '), order] as const))(
    '%s on one leg is expected, and ends in after-call work',
    async (_, order) => {
      const { bench, outcome } = callOut();
      for (const event of order) bench.emit(event, OUT);
      expect(bench.divergences).toEqual([]);
      expect(await endOf(outcome)).toBe('resolved');
      bench.emit('EventReleased', OUT);
      expect(bench.state()).toMatchObject({ work: 'acw', call: null });
    },
  );

  test('that rings first can be answered and rejected all the same, and leaves makeCall in flight until it is established', async () => {
    const { bench, outcome } = callOut();
    bench.emit(R, AGENTS_PHONE);
    expect(bench.state()).toMatchObject({ work: 'dialing', pending: [{ command: 'makeCall' }] });
    expect(['answer', 'rejectCall', 'hangup'].map((name) => bench.agent.can(name as 'answer'))).toEqual([true, true, true]);
    expect(await endOf(outcome)).toBe('pending');
    bench.emit(E, AGENTS_PHONE);
    expect(await endOf(outcome)).toBe('resolved');
  });

  test('that rings first is an offered call once makeCall is refused', async () => {
    const { bench, outcome } = callOut();
    bench.emit(R, AGENTS_PHONE);
    bench.emit('EventError', { errorCode: '391043' });
    expect(bench.state()).toMatchObject({ work: 'ringing', pending: [], call: { callID: AGENTS_PHONE.callID } });
    expect(await endOf(outcome)).toBe('REJECTED');
    expect(bench.agent.can('answer')).toBe(true);
  });

  test("that rings first is an offered call once a leg that is the agent's own comes: this one waits", () => {
    const { bench } = callOut();
    bench.emit(R, AGENTS_PHONE);
    bench.emit(D, { callID: 'call-2', partyID: 'party-3', callType: 'Outbound', thisDNRole: 'Origination' });
    expect(bench.state()).toMatchObject({ work: 'ringing', call: { callID: 'call-1' }, waiting: [{ callID: 'call-2', work: 'dialing' }] });
    expect(bench.divergences).toEqual([]);
  });

  test.each([
    ['before anything was heard', []],
    ['while the own phone rings', [R]],
    ["while the customer's phone rings", [R, D]],
  ])('that fails %s is followed by no after-call work', async (_, events) => {
    const { bench, outcome } = callOut();
    for (const event of events) bench.emit(event, OUT);
    bench.emit('EventReleased', OUT);
    expect(bench.state()).toMatchObject({ work: 'idle', call: null, pending: [] });
    expect(await endOf(outcome)).toBe(events.length === 0 ? 'SUPERSEDED' : 'resolved');
  });

  test('whose callee is busy goes on dialing until it is released', () => {
    const { bench } = callOut();
    bench.emit(D, OUT);
    bench.emit('EventDestinationBusy', OUT);
    expect(bench.state().work).toBe('dialing');
  });

  test('whose answer was lost can still be talked on: held, retrieved, released', () => {
    const { bench } = callOut();
    bench.emit(D, OUT);
    bench.emit('EventAgentHoldCall', OUT);
    expect(bench.state().work).toBe('holding');
    bench.emit('EventAgentRetrieveCall', OUT);
    bench.emit('EventReleased', OUT);
    expect(bench.state().work).toBe('acw');
  });
});

describe('a call out that crosses an inbound one', () => {
  test('before it was heard of: the inbound one rings, the other comes to nothing', async () => {
    const { bench, outcome } = callOut();
    bench.emit('EventRinging', CUSTOMER);
    expect(bench.state()).toMatchObject({ work: 'ringing', call: CUSTOMER, pending: [] });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
    expect(bench.agent.can('answer')).toBe(true);
    expect(bench.agent.can('rejectCall')).toBe(true);
  });

  test('and is refused by an error: the inbound one rings on', async () => {
    const { bench } = callOut();
    bench.emit('EventRinging', CUSTOMER);
    bench.emit('EventError', { errorCode: '391043', errorMessage: 'an inbound call is assigned' });
    expect(bench.state()).toMatchObject({ work: 'ringing', call: CUSTOMER });
  });

  test('by a talk that a supervisor is called to break into: it rings, and is no own call', async () => {
    const { bench, outcome } = callOut();
    bench.emit('EventRinging', { ...STRANGER, callType: 'Outbound', thisDNRole: 'BargeinBy' });
    expect(bench.state()).toMatchObject({ work: 'ringing', call: { callID: STRANGER.callID } });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
  });

  test('when it dials already: the inbound one waits, can be answered, and is the call when it is talked on', async () => {
    const { bench } = callOut();
    bench.emit('EventDialing', OUT);
    bench.emit('EventRinging', STRANGER);
    expect(bench.state()).toMatchObject({
      work: 'dialing',
      call: { callID: OUT.callID },
      waiting: [{ callID: STRANGER.callID, work: 'ringing' }],
    });
    const answer = bench.agent.answer();
    bench.emit('EventEstablished', STRANGER);
    expect(await endOf(answer)).toBe('resolved');
    expect(bench.state()).toMatchObject({
      work: 'talking',
      call: { callID: STRANGER.callID },
      waiting: [{ callID: OUT.callID, work: 'dialing' }],
    });
    expect(bench.divergences).toEqual([]);
  });

  test.each(['EventRinging', 'EventEstablished', 'EventReleased', 'EventAgentHoldCall'])(
    'with a late %s of the last call: that changes nothing',
    (event) => {
      const bench = benchAt('acw');
      bench.emit('EventAgentReady');
      void bench.agent.makeCall({ otherDN: '13700137000' });
      const before = essence(bench.state());
      bench.emit(event, CUSTOMER);
      expect(essence(bench.state())).toEqual(before);
      expect(bench.state().pending).toMatchObject([{ command: 'makeCall' }]);
    },
  );
});

describe('the number that was asked for', () => {
  test('is shown until the server names one', () => {
    const { bench } = callOut();
    expect(bench.state().call).toMatchObject({ otherDN: '13800138000', callID: null });
    bench.emit('EventDialing', { callID: 'call-1' });
    expect(bench.state().call).toMatchObject({ otherDN: '13800138000', callID: 'call-1' });
    bench.emit('EventEstablished', { callID: 'call-1', callType: 'Outbound', DNIS: '13800138001' });
    expect(bench.state().call).toMatchObject({ otherDN: '13800138001' });
  });
});
