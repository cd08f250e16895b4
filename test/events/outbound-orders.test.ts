import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, deskIn, endOf, essence, newDesk, connect, STRANGER } from '../support/desk.js';

const AGENTS_PHONE = { callID: 'talk-1', partyID: 'party-1', callType: 'Outbound', thisDNRole: 'Destination' };
const OUT = { callID: 'talk-1', partyID: 'party-1', callType: 'Outbound', otherDN: '13800138000' };
const OTHER_PARTY = { ...OUT, partyID: 'party-2' };

function callOut() {
  const desk = newDesk();
  connect(desk);
  void desk.agent.login({ phoneType: 'pstn', bindExt: '', bindMobile: '13600136000', agentState: '1' });
  desk.sdk.succeed('login');
  return { desk, outcome: desk.agent.makeCall({ otherDN: '13800138000', agentANI: '4000' }) };
}

describe('a call out by the agent\'s own phone', () => {
  const R = 'EventRinging';
  const D = 'EventDialing';
  const E = 'EventEstablished';
  const orders: readonly (readonly string[])[] = [
    [R, E, D, E], [D, R, E, E], [R, D, E, E], [D, E, E], [R, E, E], [D, E, R, E], [E, E], [R, E, D], [D, R, R, D, E],
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
      const { desk } = callOut();
      let established = 0;
      for (const event of order) {
        const isFirst = event === R || (event === E && established++ === 0 && order.includes(R));
        desk.emit(event, isFirst ? first : second);
      }
      const { work, call } = desk.state();
      return [order.join(' '), work, call?.callID];
    });
    expect(results).toEqual(answered.map((order) => [order.join(' '), 'talking', 'talk-1']));
  });

  test.each(orders.map((order) => [order.join(' '), order] as const))(
    '%s on one leg is expected, and ends in after-call work',
    async (_, order) => {
      const { desk, outcome } = callOut();
      for (const event of order) desk.emit(event, OUT);
      expect(desk.divergences).toEqual([]);
      expect(await endOf(outcome)).toBe('resolved');
      desk.emit('EventReleased', OUT);
      expect(desk.state()).toMatchObject({ work: 'acw', call: null });
    },
  );

  test('that rings first cannot be answered or rejected from here', () => {
    const { desk } = callOut();
    desk.emit(R, AGENTS_PHONE);
    expect(desk.state().work).toBe('dialing');
    expect(desk.agent.can('answer')).toBe(false);
    expect(desk.agent.can('hangup')).toBe(true);
  });

  test.each([
    ['before anything was heard', []],
    ['while the own phone rings', [R]],
    ['while the customer\'s phone rings', [R, D]],
  ])('that fails %s is followed by no after-call work', async (_, events) => {
    const { desk, outcome } = callOut();
    for (const event of events) desk.emit(event, OUT);
    desk.emit('EventReleased', OUT);
    expect(desk.state()).toMatchObject({ work: 'idle', call: null, pending: [] });
    expect(await endOf(outcome)).toBe(events.length === 0 ? 'SUPERSEDED' : 'resolved');
  });

  test('whose callee is busy goes on dialing until it is released', () => {
    const { desk } = callOut();
    desk.emit(D, OUT);
    desk.emit('EventDestinationBusy', OUT);
    expect(desk.state().work).toBe('dialing');
  });

  test('whose answer was lost can still be talked on: held, retrieved, released', () => {
    const { desk } = callOut();
    desk.emit(D, OUT);
    desk.emit('EventAgentHoldCall', OUT);
    expect(desk.state().work).toBe('holding');
    desk.emit('EventAgentRetrieveCall', OUT);
    desk.emit('EventReleased', OUT);
    expect(desk.state().work).toBe('acw');
  });
});

describe('a call out that crosses an inbound one', () => {
  test('before it was heard of: the inbound one rings, the other comes to nothing', async () => {
    const { desk, outcome } = callOut();
    desk.emit('EventRinging', CUSTOMER);
    expect(desk.state()).toMatchObject({ work: 'ringing', call: CUSTOMER, pending: [] });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
    expect(desk.agent.can('answer')).toBe(true);
    expect(desk.agent.can('rejectCall')).toBe(true);
  });

  test('and is refused by an error: the inbound one rings on', async () => {
    const { desk } = callOut();
    desk.emit('EventRinging', CUSTOMER);
    desk.emit('EventError', { errorCode: '391043', errorMessage: 'an inbound call is assigned' });
    expect(desk.state()).toMatchObject({ work: 'ringing', call: CUSTOMER });
  });

  test('by a talk that a supervisor is called to break into: it rings, and is no own call', async () => {
    const { desk, outcome } = callOut();
    desk.emit('EventRinging', { ...STRANGER, callType: 'Outbound', thisDNRole: 'BargeinBy' });
    expect(desk.state()).toMatchObject({ work: 'ringing', call: { callID: STRANGER.callID } });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
  });

  test('when it dials already: the inbound one rings and is reported', () => {
    const { desk } = callOut();
    desk.emit('EventDialing', OUT);
    desk.emit('EventRinging', STRANGER);
    expect(desk.state()).toMatchObject({ work: 'ringing', call: { callID: STRANGER.callID } });
    expect(desk.divergences).toEqual(['EventRinging']);
  });

  test.each(['EventRinging', 'EventEstablished', 'EventReleased', 'EventAgentHoldCall'])(
    'with a late %s of the last call: that changes nothing',
    (event) => {
      const desk = deskIn('acw');
      desk.emit('EventAgentReady');
      void desk.agent.makeCall({ otherDN: '13700137000' });
      const before = essence(desk.state());
      desk.emit(event, CUSTOMER);
      expect(essence(desk.state())).toEqual(before);
      expect(desk.state().pending).toMatchObject([{ command: 'makeCall' }]);
    },
  );
});

describe('the number that was asked for', () => {
  test('is shown until the server names one', () => {
    const { desk } = callOut();
    expect(desk.state().call).toMatchObject({ otherDN: '13800138000', callID: null });
    desk.emit('EventDialing', { callID: 'talk-1' });
    expect(desk.state().call).toMatchObject({ otherDN: '13800138000', callID: 'talk-1' });
    desk.emit('EventEstablished', { callID: 'talk-1', callType: 'Outbound', DNIS: '13800138001' });
    expect(desk.state().call).toMatchObject({ otherDN: '13800138001' });
  });
});
