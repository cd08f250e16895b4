import { describe, expect, test } from '@jest/globals';
import { Bench, benchAt, CUSTOMER, endOf, START, THIRD } from '../support/bench/index.js';

const OWN_TALK = { ...THIRD, callID: 'call-2' };

describe('the customer hangs up during a consult', () => {
  test('and agent and third party go on talking', () => {
    const { agent, emit, state, divergences } = benchAt('consulting, connected');
    emit('EventReleased', CUSTOMER);
    expect(state()).toMatchObject({ work: 'talking', call: THIRD, consult: null, pending: [] });
    expect(state().call?.establishedAt).not.toBeNull();
    expect(agent.can('holdCall')).toBe(true);
    expect(agent.can('hangup')).toBe(true);
    expect(divergences).toEqual([]);
  });

  test('and the agent stays muted', () => {
    const { emit, state } = benchAt('consulting, connected');
    emit('EventAgentMute', CUSTOMER);
    emit('EventReleased', CUSTOMER);
    expect(state()).toMatchObject({ work: 'talking', muted: true });
  });

  test('and the agent still waits for a third party who has not answered', () => {
    const { emit, state } = benchAt('consulting, not connected');
    emit('EventReleased', CUSTOMER);
    expect(state()).toMatchObject({ work: 'dialing', call: THIRD, consult: null });
    emit('EventEstablished', THIRD);
    expect(state()).toMatchObject({ work: 'talking', call: THIRD });
  });

  test('and after-call work follows when the third party has gone too', () => {
    const { emit, state } = benchAt('consulting, connected');
    emit('EventReleased', CUSTOMER);
    emit('EventReleased', THIRD);
    expect(state()).toMatchObject({ work: 'acw', call: null });
  });

  test('and after-call work follows when the third party has never answered', () => {
    const { emit, state } = benchAt('consulting, not connected');
    emit('EventReleased', CUSTOMER);
    emit('EventReleased', THIRD);
    expect(state()).toMatchObject({ work: 'acw', call: null });
  });

  test('and after-call work follows at once when the third party had gone before', () => {
    const { emit, state } = benchAt('consulting, connected');
    emit('EventReleased', THIRD);
    emit('EventReleased', CUSTOMER);
    expect(state()).toMatchObject({ work: 'acw', call: null, consult: null });
  });

  test('and what is told of the customer afterwards changes nothing', () => {
    const { emit, state } = benchAt('consulting, connected');
    emit('EventReleased', CUSTOMER);
    const before = state();
    for (const event of ['EventReleased', 'EventAgentRetrieveCall', 'EventAgentHoldCall', 'EventEstablished']) {
      emit(event, CUSTOMER);
    }
    expect(state()).toMatchObject({ work: 'talking', call: before.call, since: before.since });
  });
});

describe('the customer hangs up before the third party is called', () => {
  test.each([
    ['and what is left of the consult ends no after-call work', {}, {}, 'acw'],
    [
      'afterwards, and what is left of the consult ends no after-call work',
      { creationTime: START + 2000 },
      { creationTime: START + 3000 },
      'acw',
    ],
    ['before that already: after-call work comes after the last', { creationTime: START + 3000 }, { creationTime: START + 2500 }, 'acw'],
  ])('who is called nevertheless, %s', async (_, released, dialed, after) => {
    const { agent, emit, state } = benchAt('talking');
    const outcome = agent.initiateConsult({ targetType: '0', target: '1002' });
    emit('EventAgentHoldCall', CUSTOMER);
    emit('EventReleased', { ...CUSTOMER, ...released });
    expect(state()).toMatchObject({ work: 'acw', pending: [] });
    emit('EventDialing', { ...OWN_TALK, ...dialed });
    expect(state()).toMatchObject({ work: 'dialing', call: OWN_TALK, acw: null });
    emit('EventReleased', OWN_TALK);
    expect(state()).toMatchObject({ work: after, call: null });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
  });

  test("and a call of one's own afterwards, which nobody answers, is followed by no after-call work", () => {
    const { emit, state } = benchAt('acw');
    emit('EventDialing', { ...CUSTOMER, callID: 'call-3', partyID: 'party-3', callType: 'Outbound' });
    emit('EventReleased', { callID: 'call-3', partyID: 'party-3' });
    expect(state()).toMatchObject({ work: 'idle', call: null });
  });
});

describe('the customer hangs up while a command is in flight', () => {
  test('that asks for the consult: after-call work begins', async () => {
    const { agent, emit, state } = benchAt('talking');
    const outcome = agent.initiateConsult({ targetType: '0', target: '1002' });
    emit('EventReleased', CUSTOMER);
    expect(state()).toMatchObject({ work: 'acw', pending: [] });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
  });

  test.each([THIRD, OWN_TALK])('that forms a conference: agent and third party go on talking', async (third) => {
    const { agent, emit, state } = benchAt('talking');
    void agent.initiateConsult({ targetType: '0', target: '1002' });
    emit('EventDialing', third);
    emit('EventEstablished', third);
    const outcome = agent.consultConference();
    emit('EventReleased', CUSTOMER);
    expect(state()).toMatchObject({ work: 'talking', call: third, consult: null, pending: [] });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
  });

  test('that forms a conference, and had been retrieved already: agent and third party go on talking', async () => {
    const { agent, emit, state } = benchAt('consulting, connected');
    const outcome = agent.consultConference();
    emit('EventAgentRetrieveCall', CUSTOMER);
    emit('EventReleased', CUSTOMER);
    expect(state()).toMatchObject({ work: 'talking', call: THIRD, consult: null, pending: [] });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
  });

  test("that returns to the customer: agent and third party talk until the third party's leg ends too", async () => {
    const { agent, emit, state } = benchAt('consulting, connected');
    const outcome = agent.retrieveConsult();
    emit('EventReleased', CUSTOMER);
    expect(state()).toMatchObject({ work: 'talking', call: THIRD, pending: [] });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
    emit('EventReleased', THIRD);
    expect(state()).toMatchObject({ work: 'acw' });
  });

  test('that gives up the consult: the third party still rings until its leg ends too', async () => {
    const { agent, emit, state } = benchAt('consulting, not connected');
    const outcome = agent.cancelConsult();
    emit('EventReleased', CUSTOMER);
    expect(state()).toMatchObject({ work: 'dialing', call: THIRD, pending: [] });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
    emit('EventReleased', THIRD);
    expect(state().call).toBeNull();
  });

  test('that hangs up: it has its way, and can be used again for the third party', async () => {
    const { agent, emit, state } = benchAt('consulting, connected');
    const outcome = agent.hangup();
    emit('EventReleased', CUSTOMER);
    expect(state()).toMatchObject({ work: 'talking', call: THIRD, pending: [] });
    expect(await endOf(outcome)).toBe('resolved');
    expect(agent.can('hangup')).toBe(true);
  });

  test.each(['muteCall', 'sendDtmf'] as const)('that is %s: it comes to nothing', async (command) => {
    const bench = new Bench({ confirm: { sendDtmf: 'event' } });
    const { agent, emit, state } = benchAt('consulting, connected', { bench });
    const outcome = command === 'muteCall' ? agent.muteCall() : agent.sendDtmf({ dtmfDigits: '1' });
    emit('EventReleased', CUSTOMER);
    expect(state()).toMatchObject({ work: 'talking', pending: [] });
    expect(await endOf(outcome)).toBe('SUPERSEDED');
  });
});
