import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, deskIn, endOf, THIRD, type Desk } from '../support/desk.js';

const OWN_TALK = { callID: 'talk-2', partyID: 'party-2', callType: 'Consult' };
const ask = ({ agent }: Desk) => agent.initiateConsult({ targetType: '0', target: '1002' });

describe('a consult that is refused before its leg was heard of', () => {
  test.each([
    ['of the same talk', THIRD],
    ['of a talk of its own', OWN_TALK],
    ['without a callType', { callID: CUSTOMER.callID, partyID: 'party-2' }],
  ])('%s: initiateConsult comes to nothing and the customer is talked with', async (_, leg) => {
    const desk = deskIn('talking');
    const outcome = ask(desk);
    desk.emit('EventReleased', leg);
    expect(desk.state()).toMatchObject({ work: 'talking', call: CUSTOMER, consult: null, pending: [] });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
    expect(desk.agent.can('initiateConsult')).toBe(true);
    expect(desk.divergences).toEqual([]);
  });

  test('when the customer was held for it, leaves the customer held, to be retrieved by either command', async () => {
    const desk = deskIn('talking');
    const outcome = ask(desk);
    desk.emit('EventAgentHoldCall', CUSTOMER);
    desk.emit('EventReleased', THIRD);
    expect(desk.state()).toMatchObject({ work: 'holding', call: CUSTOMER, pending: [] });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
    expect(desk.agent.can('retrieveCall')).toBe(true);
    expect(desk.agent.can('retrieveConsult')).toBe(true);
  });

  test('by an error leaves the customer as before', async () => {
    const desk = deskIn('talking');
    const outcome = ask(desk);
    desk.emit('EventError', { errorCode: '330076', errorMessage: 'offline' });
    expect(desk.state()).toMatchObject({ work: 'talking', call: CUSTOMER, pending: [] });
    await expect(outcome).rejects.toMatchObject({ code: 'REJECTED', vendorCode: '330076' });
  });

  test('and was being given up already: both commands end', async () => {
    const desk = deskIn('talking');
    const [asked, cancelled] = [ask(desk), desk.agent.cancelConsult()];
    desk.emit('EventReleased', THIRD);
    expect(desk.state()).toMatchObject({ work: 'talking', pending: [] });
    expect(await endOf(asked)).toBe('SUPERSEDED');
    expect(await endOf(cancelled)).toBe('resolved');
  });

  test('a release of a call that is over does not pass for it', async () => {
    const desk = deskIn('acw');
    desk.emit('EventAgentReady');
    const next = { callID: 'talk-3', partyID: 'party-7', callType: 'Inbound' };
    desk.emit('EventRinging', next);
    desk.emit('EventEstablished', next);
    void ask(desk);
    desk.emit('EventReleased', CUSTOMER);
    expect(desk.state()).toMatchObject({ work: 'talking', pending: [{ command: 'initiateConsult' }] });
  });
});

describe('the end of the consulted leg', () => {
  test.each(['consulting dialing', 'consulting talking'] as const)('never ends the customer\'s call, while %s', (situation) => {
    const desk = deskIn(situation);
    desk.emit('EventReleased', THIRD);
    expect(desk.state()).toMatchObject({ work: 'holding', call: CUSTOMER, consult: null });
    expect(desk.agent.can('retrieveConsult')).toBe(true);
    expect(desk.agent.can('retrieveCall')).toBe(true);
    expect(desk.divergences).toEqual([]);
  });

  test.each([
    ['retrieved, released', ['EventAgentRetrieveCall', 'EventReleased']],
    ['released, retrieved', ['EventReleased', 'EventAgentRetrieveCall']],
    ['only released', ['EventReleased']],
    ['only retrieved', ['EventAgentRetrieveCall']],
    ['each twice', ['EventReleased', 'EventAgentRetrieveCall', 'EventReleased', 'EventAgentRetrieveCall']],
  ])('while the agent returns to the customer, told as %s: the customer is talked with', async (_, events) => {
    const desk = deskIn('consulting talking');
    const outcome = desk.agent.retrieveConsult();
    for (const event of events) desk.emit(event, event === 'EventReleased' ? THIRD : CUSTOMER);
    expect(desk.state()).toMatchObject({ work: 'talking', call: CUSTOMER, consult: null, pending: [] });
    expect(await endOf(outcome)).toBe('resolved');
    expect(desk.divergences).toEqual([]);
  });

  test.each([
    ['retrieved, released', ['EventAgentRetrieveCall', 'EventReleased'], 'talking'],
    ['released, retrieved', ['EventReleased', 'EventAgentRetrieveCall'], 'talking'],
    ['only released', ['EventPartyCallDeleted'], 'holding'],
    ['only retrieved', ['EventAgentRetrieveCall'], 'talking'],
  ])('while it is given up, told as %s', async (_, events, work) => {
    const desk = deskIn('consulting dialing');
    const outcome = desk.agent.cancelConsult();
    for (const event of events) desk.emit(event, event === 'EventAgentRetrieveCall' ? CUSTOMER : THIRD);
    expect(desk.state()).toMatchObject({ work, call: CUSTOMER, consult: null, pending: [] });
    expect(await endOf(outcome)).toBe('resolved');
    expect(desk.divergences).toEqual([]);
  });

  test('while the agent hangs up ends the hang-up, and the customer waits', async () => {
    const desk = deskIn('consulting talking');
    const outcome = desk.agent.hangup();
    desk.emit('EventReleased', THIRD);
    expect(desk.state()).toMatchObject({ work: 'holding', call: CUSTOMER, pending: [] });
    expect(await endOf(outcome)).toBe('resolved');
  });

  test('crosses the third party\'s answer: the answer comes late and changes nothing', () => {
    const desk = deskIn('consulting dialing');
    desk.emit('EventReleased', THIRD);
    desk.emit('EventEstablished', THIRD);
    expect(desk.state()).toMatchObject({ work: 'holding', consult: null });
  });
});

describe('a consult whose events come otherwise', () => {
  test.each([
    ['the dialing was lost', ['EventEstablished']],
    ['the dialing comes after the answer', ['EventEstablished', 'EventDialing']],
    ['all of it comes twice', ['EventDialing', 'EventDialing', 'EventEstablished', 'EventEstablished']],
  ])('%s: the third party is talked with', async (_, events) => {
    const desk = deskIn('talking');
    const outcome = ask(desk);
    for (const event of events) desk.emit(event, THIRD);
    expect(desk.state()).toMatchObject({ work: 'consulting', consult: { phase: 'talking', target: '1002' }, call: CUSTOMER });
    expect(await endOf(outcome)).toBe('resolved');
    expect(desk.divergences).toEqual([]);
  });

  test.each([
    ['before the leg starts', ['EventAgentHoldCall', 'EventDialing', 'EventEstablished']],
    ['after the leg has started', ['EventDialing', 'EventAgentHoldCall', 'EventEstablished']],
    ['at last', ['EventDialing', 'EventEstablished', 'EventAgentHoldCall']],
    ['never', ['EventDialing', 'EventEstablished']],
  ])('the customer is told as held %s', (_, events) => {
    const desk = deskIn('talking');
    void ask(desk);
    for (const event of events) desk.emit(event, event === 'EventAgentHoldCall' ? CUSTOMER : THIRD);
    expect(desk.state()).toMatchObject({ work: 'consulting', consult: { phase: 'talking' }, call: CUSTOMER, pending: [] });
    expect(desk.divergences).toEqual([]);
  });

  test('its leg has a talk of its own and calls itself outbound: it is taken for the consult that was asked for', () => {
    const desk = deskIn('talking');
    void ask(desk);
    desk.emit('EventDialing', { callID: 'talk-2', partyID: 'party-2', callType: 'Outbound' });
    expect(desk.state()).toMatchObject({ work: 'consulting', consult: { phase: 'dialing' }, call: CUSTOMER });
  });
});
