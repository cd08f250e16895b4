import { describe, expect, test } from '@jest/globals';
import { Bench, signIn } from '../support/bench/index.js';

const ONE = { callID: 'c', partyID: 'phone-1', callType: 'Inbound' };
const OTHER = { callID: 'c', partyID: 'phone-2', callType: 'Inbound' };
const THIRD = { callID: 'c', partyID: 'third', callType: 'Consult' };
const NOON = 1_700_000_000_000;

/** One call rings on two phones of the agent's. */
function ringing(): Bench {
  const bench = new Bench();
  signIn(bench);
  bench.emit('EventRinging', { ...ONE, creationTime: NOON });
  bench.emit('EventRinging', { ...OTHER, creationTime: NOON });
  return bench;
}

describe('a call that rings on two phones', () => {
  test.each([
    ['is called', false],
    ['talks', true],
  ])('the phone that was not taken stops while the third party %s: it is still a consult', (_, isAnswered) => {
    const { agent, emit, state } = ringing();
    emit('EventEstablished', { ...ONE, creationTime: NOON + 5000 });
    void agent.initiateConsult({ targetType: '0', target: '1002' });
    emit('EventDialing', { ...THIRD, creationTime: NOON + 5300 });
    if (isAnswered) emit('EventEstablished', { ...THIRD, creationTime: NOON + 5500 });
    emit('EventReleased', { ...OTHER, creationTime: NOON + 5000 });
    expect(state()).toMatchObject({ work: 'consulting', consult: { phase: isAnswered ? 'talking' : 'dialing' }, call: { callID: 'c' } });
  });

  test('it is missed, and rings again on both: it is one call', () => {
    const { emit, state } = ringing();
    emit('EventReleased', { ...ONE, creationTime: NOON + 5000 });
    emit('EventReleased', { ...OTHER, creationTime: NOON + 5000 });
    expect(state()).toMatchObject({ work: 'idle' });
    emit('EventRinging', { ...ONE, creationTime: NOON + 20_000 });
    emit('EventRinging', { ...OTHER, creationTime: NOON + 20_000 });
    expect(state()).toMatchObject({ work: 'ringing', call: { callID: 'c' }, waiting: [] });
    emit('EventReleased', { ...ONE, creationTime: NOON + 25_000 });
    expect(state()).toMatchObject({ work: 'ringing' });
    emit('EventReleased', { ...OTHER, creationTime: NOON + 25_000 });
    expect(state()).toMatchObject({ work: 'idle' });
  });

  test('it waits, is missed, and rings again on both: it is one call', () => {
    const bench = new Bench();
    signIn(bench);
    const { emit, state } = bench;
    const talk = { callID: 't', partyID: 'p', callType: 'Inbound' };
    emit('EventRinging', { ...talk, creationTime: NOON - 9000 });
    emit('EventEstablished', { ...talk, creationTime: NOON - 5000 });
    for (const leg of [ONE, OTHER]) emit('EventRinging', { ...leg, creationTime: NOON });
    for (const leg of [ONE, OTHER]) emit('EventReleased', { ...leg, creationTime: NOON + 5000 });
    for (const leg of [ONE, OTHER]) emit('EventRinging', { ...leg, creationTime: NOON + 20_000 });
    expect(state()).toMatchObject({ work: 'talking', waiting: [{ callID: 'c', work: 'ringing' }] });
    for (const leg of [ONE, OTHER]) emit('EventReleased', { ...leg, creationTime: NOON + 25_000 });
    expect(state()).toMatchObject({ work: 'talking', waiting: [] });
  });

  test('one has stopped before it is heard that it rings: it does not ring', () => {
    const bench = new Bench();
    signIn(bench);
    const { emit, state } = bench;
    emit('EventRinging', { ...ONE, creationTime: NOON });
    emit('EventReleased', { ...OTHER, creationTime: NOON + 500 });
    emit('EventReleased', { ...ONE, creationTime: NOON + 500 });
    emit('EventRinging', { ...OTHER, creationTime: NOON });
    expect(state()).toMatchObject({ work: 'idle', call: null });
  });
});

test('answer is for the call that rings, also after a regain of the talk: its refusal ends no other', () => {
  const bench = new Bench();
  signIn(bench);
  const { agent, emit, state } = bench;
  emit('EventRinging', { callID: 't', partyID: 'p', callType: 'Inbound' });
  emit('EventEstablished', { callID: 't', partyID: 'p', callType: 'Inbound' });
  emit('EventRinging', { callID: 'r', partyID: 'q', callType: 'Inbound' });
  emit('EventAgentRegainStatus', {
    agentStateInfo: { agentState: '1', workStatus: 'talking' },
    workStatusInfo: { callID: 't', callType: 'Inbound' },
  });
  void agent.answer();
  emit('EventError', { errorCode: '330303' });
  expect(state()).toMatchObject({ work: 'talking', call: { callID: 't' }, waiting: [] });
});

test('a call that a refusal has ended, of which the release is heard afterwards, can be offered anew', () => {
  const bench = new Bench();
  signIn(bench);
  const { agent, emit, state } = bench;
  emit('EventRinging', { ...ONE, creationTime: NOON });
  void agent.answer();
  emit('EventError', { errorCode: '330303' });
  emit('EventReleased', { ...ONE, creationTime: NOON + 5000 });
  expect(state()).toMatchObject({ work: 'idle' });
  emit('EventRinging', { ...ONE, creationTime: NOON + 9000 });
  expect(state()).toMatchObject({ work: 'ringing', call: ONE });
});

test('answer is for the call that rings, not for the own one that is being dialed: its refusal ends no other', () => {
  const bench = new Bench();
  signIn(bench);
  const { agent, emit, state } = bench;
  void agent.makeCall({ otherDN: '13800138000' });
  emit('EventDialing', { callID: 'd', partyID: 'p', callType: 'Outbound' });
  emit('EventRinging', ONE);
  void agent.answer();
  emit('EventError', { errorCode: '330303' });
  expect(state()).toMatchObject({ work: 'dialing', call: { callID: 'd' }, waiting: [] });
});
