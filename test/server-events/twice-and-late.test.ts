import { describe, expect, test } from '@jest/globals';
import { A_DAY, dayUntil, tell } from '../support/bench/a-day.js';
import { type Bench, benchAt, CUSTOMER, endOf, essence, START, STRANGER, THIRD } from '../support/bench/index.js';
import { ignoredOf } from './ignored.js';

const steps = A_DAY.map(({ event }, index) => [index, event] as const);

const whole = (bench: Bench) => ({ ...essence(bench.state()), pending: bench.state().pending });

describe('the day that the other tests replay', () => {
  test('is one that the chart expects', () => {
    const { state, divergences, malformed } = dayUntil(A_DAY.length - 2, true);
    expect(state()).toMatchObject({ login: 'online', work: 'idle', pending: [] });
    expect(malformed).toEqual([]);
    expect(divergences).toEqual([]);
  });
});

describe('told twice in a row', () => {
  // An extension without a stamp is another one: see below.
  test.each(steps.filter(([, event]) => event !== 'EventDelayCallAfterWork'))('step %i, %s, changes nothing the second time', (index) => {
    const bench = dayUntil(index, false);
    const before = bench.state();
    const reported = bench.divergences.length;
    tell(bench, index, false);
    expect(essence(bench.state())).toEqual(essence(before));
    expect(bench.divergences).toHaveLength(reported);
  });

  test('nothing without a stamp is known as told before: after-call work is extended anew', () => {
    const index = A_DAY.findIndex(({ event }) => event === 'EventDelayCallAfterWork');
    const bench = dayUntil(index, false);
    const { deadline } = bench.state().acw!;
    tell(bench, index, false);
    expect(bench.state().acw?.deadline).toBe(deadline! + 60_000);
  });

  test.each(steps)('step %i, %s, leaves the state the same object', (index) => {
    const bench = dayUntil(index, true);
    const before = bench.state();
    tell(bench, index, true);
    expect(bench.state()).toBe(before);
  });
});

describe('told again after what came since, with its creationTime', () => {
  test.each(steps)('nothing told up to step %i, %s, changes anything', (last) => {
    const changed: string[] = [];
    let bench = dayUntil(last, true);
    for (let index = 0; index <= last; index += 1) {
      const before = whole(bench);
      tell(bench, index, true);
      if (JSON.stringify(whole(bench)) === JSON.stringify(before)) continue;
      changed.push(`${index} ${A_DAY[index]!.event}`);
      bench = dayUntil(last, true);
    }
    expect(changed).toEqual([]);
  });
});

describe('late, for a call that is over', () => {
  const late = [
    'EventDialing',
    'EventRinging',
    'EventEstablished',
    'EventAgentHoldCall',
    'EventAgentRetrieveCall',
    'EventAgentMute',
    'EventAgentUnmute',
    'EventPartyAdded',
    'EventPartyChanged',
    'EventPartyDeleted',
    'EventDtmfSent',
    'EventReleased',
    'EventAbandoned',
  ];
  const references = [
    ['by all ids', CUSTOMER],
    ['by partyID', { partyID: CUSTOMER.partyID }],
    ['by callID and callType', { callID: CUSTOMER.callID, callType: 'Inbound' }],
    ['by callID alone', { callID: CUSTOMER.callID }],
  ] as const;

  test.each(references)('named %s, changes nothing in after-call work', (_, leg) => {
    const bench = benchAt('acw');
    const before = bench.state();
    for (const event of late) bench.emit(event, leg);
    expect(essence(bench.state())).toEqual(essence(before));
    expect(bench.divergences).toEqual([]);
  });

  test.each(references)('named %s, changes nothing during the next call', (_, leg) => {
    const bench = benchAt('acw');
    bench.emit('EventAgentReady');
    bench.emit('EventRinging', STRANGER);
    const before = bench.state();
    for (const event of late) bench.emit(event, leg);
    expect(essence(bench.state())).toEqual(essence(before));
  });

  test.each(references)('named %s, does not touch a call just asked for', (_, leg) => {
    const bench = benchAt('acw');
    bench.emit('EventAgentReady');
    void bench.agent.makeCall({ otherDN: '13700137000' });
    const before = bench.state();
    for (const event of late) bench.emit(event, leg);
    expect(bench.state()).toMatchObject({ work: 'calling', pending: before.pending });
  });

  test.each(['EventDialing', 'EventRinging'])(
    '%s does not begin anew a call asked for whose end was the first that was heard of it',
    (event) => {
      const bench = benchAt('calling');
      const leg = { callID: 'call-5', partyID: 'party-5', callType: 'Outbound' };
      bench.emit('EventReleased', leg);
      const before = bench.state();
      expect(before).toMatchObject({ work: 'idle', call: null });
      bench.emit(event, leg);
      expect(bench.state()).toBe(before);
    },
  );

  test('EventEstablished of a call asked for whose end was the first that was heard of it tells of a talk: after-call work begins', () => {
    const bench = benchAt('calling');
    const leg = { callID: 'call-5', partyID: 'party-5', callType: 'Outbound' };
    bench.emit('EventReleased', leg);
    bench.emit('EventEstablished', leg);
    expect(bench.state()).toMatchObject({ work: 'acw', call: null });
  });

  test.each(['EventAgentReady', 'EventAgentNotReady', 'EventRinging'])('but not when %s has come since the end', (event) => {
    const bench = benchAt('calling');
    const leg = { callID: 'call-5', partyID: 'party-5', callType: 'Outbound' };
    bench.emit('EventReleased', leg);
    bench.emit(event, event === 'EventRinging' ? STRANGER : { reasonCode: 12 });
    const before = bench.state();
    bench.emit('EventEstablished', leg);
    expect(bench.state()).toBe(before);
  });

  test.each(['EventDialing', 'EventEstablished'])(
    '%s does not begin anew a consult whose end was the first that was heard of it',
    async (event) => {
      const bench = benchAt('talking');
      const outcome = bench.agent.initiateConsult({ targetType: '0', target: '1002' });
      bench.emit('EventReleased', THIRD);
      expect(await endOf(outcome)).toBe('SUPERSEDED');
      const before = bench.state();
      expect(before).toMatchObject({ work: 'talking', consult: null });
      bench.emit(event, THIRD);
      expect(bench.state()).toBe(before);
    },
  );

  // The microphone is the agent's, and a party may be added when its own leg is gone.
  const aboutTheLeg = late.filter((event) => !/Mute|Unmute|PartyAdded|PartyChanged/.test(event));

  test.each(aboutTheLeg)('%s of a consult that is over changes nothing', (event) => {
    const bench = benchAt('consulting, connected');
    bench.emit('EventReleased', THIRD);
    const before = bench.state();
    bench.emit(event, { ...THIRD });
    expect(essence(bench.state())).toEqual(essence(before));
  });

  test('an error changes nothing, and does not reject the command of the next call', () => {
    const bench = benchAt('acw');
    bench.emit('EventAgentReady');
    void bench.agent.makeCall({ otherDN: '13700137000' });
    bench.emit('EventError', { callID: CUSTOMER.callID, partyID: CUSTOMER.partyID, errorCode: '330303' });
    expect(bench.state()).toMatchObject({ work: 'calling', pending: [{ command: 'makeCall' }] });
  });
});

describe('of a call with several legs', () => {
  const A = { callID: 'call-1', partyID: 'a', callType: 'Inbound' };
  const B = { ...A, partyID: 'b' };
  const at = (seconds: number) => ({ creationTime: START + seconds * 1000 });

  test('a leg that is offered anew when another has been answered changes nothing and is reported as ignored', () => {
    const bench = benchAt('idle');
    const ignored = ignoredOf(bench);
    bench.emit('EventRinging', { ...A, ...at(0) });
    bench.emit('EventRinging', { ...B, ...at(0) });
    bench.emit('EventEstablished', { ...B, ...at(2) });
    bench.emit('EventReleased', { ...A, ...at(2) });
    expect(bench.state()).toMatchObject({ work: 'talking', call: B });
    bench.emit('EventRinging', { ...A, ...at(8) });
    expect(bench.state()).toMatchObject({ work: 'talking', call: B, waiting: [] });
    expect(ignored).toEqual(['EventRinging answered']);
    bench.emit('EventReleased', { ...B, ...at(9) });
    expect(bench.state()).toMatchObject({ work: 'acw', call: null });
  });

  test('unanswered, the release of the last one ends it', () => {
    const bench = benchAt('idle');
    for (const leg of [A, B]) bench.emit('EventRinging', leg);
    bench.emit('EventReleased', B);
    expect(bench.state()).toMatchObject({ work: 'ringing', call: A });
    bench.emit('EventReleased', A);
    expect(bench.state()).toMatchObject({ work: 'idle', call: null });
  });

  test('answered, the release of the one established last ends it', () => {
    const bench = benchAt('idle');
    for (const leg of [A, B]) bench.emit('EventRinging', leg);
    for (const leg of [A, B]) bench.emit('EventEstablished', leg);
    bench.emit('EventReleased', A);
    expect(bench.state()).toMatchObject({ work: 'talking', call: B });
    bench.emit('EventReleased', B);
    expect(bench.state()).toMatchObject({ work: 'acw', call: null });
  });
});

describe('late, by its creationTime', () => {
  const at = (seconds: number) => ({ creationTime: START + seconds * 1000 });

  test('a regain that is older than the word that the agent went on a break changes nothing', () => {
    const { emit, state } = benchAt('idle');
    emit('EventAgentNotReady', { reasonCode: 13, ...at(20) });
    emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' }, ...at(10) });
    expect(state()).toMatchObject({ login: 'break', reasonCode: 13 });
  });

  test('a not-ready that is older than a regain changes nothing', () => {
    const { emit, state } = benchAt('idle');
    emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' }, ...at(20) });
    emit('EventAgentNotReady', { reasonCode: 13, ...at(10) });
    expect(state()).toMatchObject({ login: 'online' });
  });

  test('a regain without a call that is older than the call changes nothing', () => {
    const { emit, state } = benchAt('idle');
    emit('EventRinging', { ...CUSTOMER, ...at(20) });
    emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' }, ...at(10) });
    expect(state()).toMatchObject({ work: 'ringing' });
  });

  test('a ready from before the call does not end the after-call work of it', () => {
    const { emit, state } = benchAt('idle');
    emit('EventAgentReady', at(1));
    emit('EventRinging', { ...CUSTOMER, ...at(2) });
    emit('EventEstablished', { ...CUSTOMER, ...at(3) });
    emit('EventReleased', { ...CUSTOMER, ...at(10) });
    emit('EventAgentReady', at(1));
    expect(state()).toMatchObject({ work: 'acw' });
  });

  test('the hold is told late by a message that names the leg by fewer ids', () => {
    const { emit, state } = benchAt('talking');
    emit('EventAgentHoldCall', { ...CUSTOMER, ...at(10) });
    emit('EventAgentRetrieveCall', { callID: CUSTOMER.callID, callType: 'Inbound', ...at(20) });
    emit('EventAgentHoldCall', { ...CUSTOMER, ...at(10) });
    expect(state()).toMatchObject({ work: 'talking' });
  });

  test.each([Number.MAX_SAFE_INTEGER, 1e300, '99999999999999999'])(
    'a creationTime of %p, which is no time, does not make all later news late',
    (creationTime) => {
      const { emit, state } = benchAt('idle');
      emit('EventAgentReady', { creationTime });
      emit('EventAgentNotReady', { reasonCode: 13, ...at(10) });
      expect(state()).toMatchObject({ login: 'break', reasonCode: 13 });
    },
  );
});
