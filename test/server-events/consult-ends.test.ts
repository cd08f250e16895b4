import { describe, expect, test } from '@jest/globals';
import { type Bench, benchAt, CUSTOMER, endOf, THIRD } from '../support/bench/index.js';

const OWN_TALK = { callID: 'call-2', partyID: 'party-2', callType: 'Consult' };
const ask = ({ agent }: Bench) => agent.initiateConsult({ targetType: '0', target: '1002' });

describe('a consult that is refused before its leg was heard of', () => {
  test.each([
    ['of the same talk', THIRD],
    ['of a talk of its own', OWN_TALK],
    ['without a callType', { callID: CUSTOMER.callID, partyID: 'party-2' }],
  ])('%s: initiateConsult comes to nothing and the customer is talked with', async (_, leg) => {
    const bench = benchAt('talking');
    const outcome = ask(bench);
    bench.emit('EventReleased', leg);
    expect(bench.state()).toMatchObject({ work: 'talking', call: CUSTOMER, consult: null, pending: [] });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
    expect(bench.agent.can('initiateConsult')).toBe(true);
    expect(bench.divergences).toEqual([]);
  });

  test('when the customer was held for it, leaves the customer held, to be retrieved by either command', async () => {
    const bench = benchAt('talking');
    const outcome = ask(bench);
    bench.emit('EventAgentHoldCall', CUSTOMER);
    bench.emit('EventReleased', THIRD);
    expect(bench.state()).toMatchObject({ work: 'holding', call: CUSTOMER, pending: [] });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
    expect(bench.agent.can('retrieveCall')).toBe(true);
    expect(bench.agent.can('retrieveConsult')).toBe(true);
  });

  test('by an error leaves the customer as before', async () => {
    const bench = benchAt('talking');
    const outcome = ask(bench);
    bench.emit('EventError', { errorCode: '330076', errorMessage: 'offline' });
    expect(bench.state()).toMatchObject({ work: 'talking', call: CUSTOMER, pending: [] });
    await expect(outcome).rejects.toMatchObject({ code: 'REJECTED', vendorCode: '330076' });
  });

  test('and was being given up already: both commands end', async () => {
    const bench = benchAt('talking');
    const [asked, cancelled] = [ask(bench), bench.agent.cancelConsult()];
    bench.emit('EventReleased', THIRD);
    expect(bench.state()).toMatchObject({ work: 'talking', pending: [] });
    expect(await endOf(asked)).toBe('SUPERSEDED');
    expect(await endOf(cancelled)).toBe('resolved');
  });

  test('a release of a call that is over does not pass for it', async () => {
    const bench = benchAt('acw');
    bench.emit('EventAgentReady');
    const next = { callID: 'call-3', partyID: 'party-7', callType: 'Inbound' };
    bench.emit('EventRinging', next);
    bench.emit('EventEstablished', next);
    void ask(bench);
    bench.emit('EventReleased', CUSTOMER);
    expect(bench.state()).toMatchObject({ work: 'talking', pending: [{ command: 'initiateConsult' }] });
  });
});

describe('the end of the consulted leg', () => {
  test.each(['consulting, not connected', 'consulting, connected'] as const)("never ends the customer's call, while %s", (place) => {
    const bench = benchAt(place);
    bench.emit('EventReleased', THIRD);
    expect(bench.state()).toMatchObject({ work: 'holding', call: CUSTOMER, consult: null });
    expect(bench.agent.can('retrieveConsult')).toBe(true);
    expect(bench.agent.can('retrieveCall')).toBe(true);
    expect(bench.divergences).toEqual([]);
  });

  test.each([
    ['retrieved, released', ['EventAgentRetrieveCall', 'EventReleased']],
    ['released, retrieved', ['EventReleased', 'EventAgentRetrieveCall']],
    ['only released', ['EventReleased']],
    ['only retrieved', ['EventAgentRetrieveCall']],
    ['each twice', ['EventReleased', 'EventAgentRetrieveCall', 'EventReleased', 'EventAgentRetrieveCall']],
  ])('while the agent returns to the customer, told as %s: the customer is talked with', async (_, events) => {
    const bench = benchAt('consulting, connected');
    const outcome = bench.agent.retrieveConsult();
    for (const event of events) bench.emit(event, event === 'EventReleased' ? THIRD : CUSTOMER);
    expect(bench.state()).toMatchObject({ work: 'talking', call: CUSTOMER, consult: null, pending: [] });
    expect(await endOf(outcome)).toBe('resolved');
    expect(bench.divergences).toEqual([]);
  });

  test.each([
    ['retrieved, released', ['EventAgentRetrieveCall', 'EventReleased'], 'talking'],
    ['released, retrieved', ['EventReleased', 'EventAgentRetrieveCall'], 'talking'],
    ['only released', ['EventPartyCallDeleted'], 'holding'],
    ['only retrieved', ['EventAgentRetrieveCall'], 'talking'],
  ])('while it is given up, told as %s', async (_, events, work) => {
    const bench = benchAt('consulting, not connected');
    const outcome = bench.agent.cancelConsult();
    for (const event of events) bench.emit(event, event === 'EventAgentRetrieveCall' ? CUSTOMER : THIRD);
    expect(bench.state()).toMatchObject({ work, call: CUSTOMER, consult: null, pending: [] });
    expect(await endOf(outcome)).toBe('resolved');
    expect(bench.divergences).toEqual([]);
  });

  test('while the agent hangs up ends the hang-up, and the customer waits', async () => {
    const bench = benchAt('consulting, connected');
    const outcome = bench.agent.hangup();
    bench.emit('EventReleased', THIRD);
    expect(bench.state()).toMatchObject({ work: 'holding', call: CUSTOMER, pending: [] });
    expect(await endOf(outcome)).toBe('resolved');
  });

  test("crosses the third party's answer: the answer comes late and changes nothing", () => {
    const bench = benchAt('consulting, not connected');
    bench.emit('EventReleased', THIRD);
    bench.emit('EventEstablished', THIRD);
    expect(bench.state()).toMatchObject({ work: 'holding', consult: null });
  });
});

describe('a consult whose events come otherwise', () => {
  test.each([
    ['the dialing was lost', ['EventEstablished']],
    ['the dialing comes after the answer', ['EventEstablished', 'EventDialing']],
    ['all of it comes twice', ['EventDialing', 'EventDialing', 'EventEstablished', 'EventEstablished']],
  ])('%s: the third party is talked with', async (_, events) => {
    const bench = benchAt('talking');
    const outcome = ask(bench);
    for (const event of events) bench.emit(event, THIRD);
    expect(bench.state()).toMatchObject({ work: 'consulting', consult: { phase: 'talking', target: '1002' }, call: CUSTOMER });
    expect(await endOf(outcome)).toBe('resolved');
    expect(bench.divergences).toEqual([]);
  });

  test.each([
    ['before the leg starts', ['EventAgentHoldCall', 'EventDialing', 'EventEstablished']],
    ['after the leg has started', ['EventDialing', 'EventAgentHoldCall', 'EventEstablished']],
    ['at last', ['EventDialing', 'EventEstablished', 'EventAgentHoldCall']],
    ['never', ['EventDialing', 'EventEstablished']],
  ])('the customer is told as held %s', (_, events) => {
    const bench = benchAt('talking');
    void ask(bench);
    for (const event of events) bench.emit(event, event === 'EventAgentHoldCall' ? CUSTOMER : THIRD);
    expect(bench.state()).toMatchObject({ work: 'consulting', consult: { phase: 'talking' }, call: CUSTOMER, pending: [] });
    expect(bench.divergences).toEqual([]);
  });

  test('its leg has a talk of its own and calls itself outbound: it is taken for the consult that was asked for', () => {
    const bench = benchAt('talking');
    void ask(bench);
    bench.emit('EventDialing', { callID: 'call-2', partyID: 'party-2', callType: 'Outbound' });
    expect(bench.state()).toMatchObject({ work: 'consulting', consult: { phase: 'dialing' }, call: CUSTOMER });
  });
});
