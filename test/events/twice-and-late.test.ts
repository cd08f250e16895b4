import { describe, expect, test } from '@jest/globals';
import { A_DAY, dayUntil, tell } from '../support/a-day.js';
import { CUSTOMER, deskIn, endOf, essence, START, STRANGER, THIRD, type Desk } from '../support/desk.js';

const steps = A_DAY.map(({ event }, index) => [index, event] as const);

const whole = (desk: Desk) => ({ ...essence(desk.state()), pending: desk.state().pending });

describe('the day that the other tests replay', () => {
  test('is one that the chart expects', () => {
    const { state, divergences, malformed } = dayUntil(A_DAY.length - 2, true);
    expect(state()).toMatchObject({ login: 'online', work: 'idle', pending: [] });
    expect(malformed).toEqual([]);
    expect(divergences).toEqual([]);
  });
});

describe('told twice in a row', () => {
  test.each(steps)('step %i, %s, changes nothing the second time', (index) => {
    const desk = dayUntil(index, false);
    const before = desk.state();
    const reported = desk.divergences.length;
    tell(desk, index, false);
    expect(essence(desk.state())).toEqual(essence(before));
    expect(desk.divergences).toHaveLength(reported);
  });

  test.each(steps)('step %i, %s, leaves the state the same object', (index) => {
    const desk = dayUntil(index, true);
    const before = desk.state();
    tell(desk, index, true);
    expect(desk.state()).toBe(before);
  });
});

describe('told again after what came since, with its creationTime', () => {
  test.each(steps)('nothing told up to step %i, %s, changes anything', (last) => {
    const changed: string[] = [];
    let desk = dayUntil(last, true);
    for (let index = 0; index <= last; index += 1) {
      const before = whole(desk);
      tell(desk, index, true);
      if (JSON.stringify(whole(desk)) === JSON.stringify(before)) continue;
      changed.push(`${index} ${A_DAY[index]!.event}`);
      desk = dayUntil(last, true);
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
    const desk = deskIn('acw');
    const before = desk.state();
    for (const event of late) desk.emit(event, leg);
    expect(essence(desk.state())).toEqual(essence(before));
    expect(desk.divergences).toEqual([]);
  });

  test.each(references)('named %s, changes nothing during the next call', (_, leg) => {
    const desk = deskIn('acw');
    desk.emit('EventAgentReady');
    desk.emit('EventRinging', STRANGER);
    const before = desk.state();
    for (const event of late) desk.emit(event, leg);
    expect(essence(desk.state())).toEqual(essence(before));
  });

  test.each(references)('named %s, does not touch a call just asked for', (_, leg) => {
    const desk = deskIn('acw');
    desk.emit('EventAgentReady');
    void desk.agent.makeCall({ otherDN: '13700137000' });
    const before = desk.state();
    for (const event of late) desk.emit(event, leg);
    expect(desk.state()).toMatchObject({ work: 'calling', pending: before.pending });
  });

  test.each(['EventDialing', 'EventRinging', 'EventEstablished'])(
    '%s does not begin anew a call asked for whose end was the first that was heard of it',
    (event) => {
      const desk = deskIn('calling');
      const leg = { callID: 'talk-5', partyID: 'party-5', callType: 'Outbound' };
      desk.emit('EventReleased', leg);
      const before = desk.state();
      expect(before).toMatchObject({ work: 'idle', call: null });
      desk.emit(event, leg);
      expect(desk.state()).toBe(before);
    },
  );

  test.each(['EventDialing', 'EventEstablished'])(
    '%s does not begin anew a consult whose end was the first that was heard of it',
    async (event) => {
      const desk = deskIn('talking');
      const outcome = desk.agent.initiateConsult({ targetType: '0', target: '1002' });
      desk.emit('EventReleased', THIRD);
      expect(await endOf(outcome)).toBe('SUPERSEDED');
      const before = desk.state();
      expect(before).toMatchObject({ work: 'talking', consult: null });
      desk.emit(event, THIRD);
      expect(desk.state()).toBe(before);
    },
  );

  // The microphone is the agent's, and a party may be added when its own leg is gone.
  const aboutTheLeg = late.filter((event) => !/Mute|Unmute|PartyAdded|PartyChanged/.test(event));

  test.each(aboutTheLeg)('%s of a consult that is over changes nothing', (event) => {
    const desk = deskIn('consulting talking');
    desk.emit('EventReleased', THIRD);
    const before = desk.state();
    desk.emit(event, { ...THIRD });
    expect(essence(desk.state())).toEqual(essence(before));
  });

  test('an error changes nothing, and does not reject the command of the next call', () => {
    const desk = deskIn('acw');
    desk.emit('EventAgentReady');
    void desk.agent.makeCall({ otherDN: '13700137000' });
    desk.emit('EventError', { callID: CUSTOMER.callID, partyID: CUSTOMER.partyID, errorCode: '330303' });
    expect(desk.state()).toMatchObject({ work: 'calling', pending: [{ command: 'makeCall' }] });
  });
});

describe('late, by its creationTime', () => {
  const at = (seconds: number) => ({ creationTime: START + seconds * 1000 });

  test('a regain that is older than the word that the agent went on a break changes nothing', () => {
    const { emit, state } = deskIn('idle');
    emit('EventAgentNotReady', { reasonCode: 13, ...at(20) });
    emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' }, ...at(10) });
    expect(state()).toMatchObject({ login: 'break', reasonCode: 13 });
  });

  test('a not-ready that is older than a regain changes nothing', () => {
    const { emit, state } = deskIn('idle');
    emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' }, ...at(20) });
    emit('EventAgentNotReady', { reasonCode: 13, ...at(10) });
    expect(state()).toMatchObject({ login: 'online' });
  });

  test('a regain without a call that is older than the call changes nothing', () => {
    const { emit, state } = deskIn('idle');
    emit('EventRinging', { ...CUSTOMER, ...at(20) });
    emit('EventAgentRegainStatus', { agentStateInfo: { agentState: '1' }, ...at(10) });
    expect(state()).toMatchObject({ work: 'ringing' });
  });

  test('a ready from before the call does not end the after-call work of it', () => {
    const { emit, state } = deskIn('idle');
    emit('EventAgentReady', at(1));
    emit('EventRinging', { ...CUSTOMER, ...at(2) });
    emit('EventEstablished', { ...CUSTOMER, ...at(3) });
    emit('EventReleased', { ...CUSTOMER, ...at(10) });
    emit('EventAgentReady', at(1));
    expect(state()).toMatchObject({ work: 'acw' });
  });

  test('the hold is told late by a message that names the leg by fewer ids', () => {
    const { emit, state } = deskIn('talking');
    emit('EventAgentHoldCall', { ...CUSTOMER, ...at(10) });
    emit('EventAgentRetrieveCall', { callID: CUSTOMER.callID, callType: 'Inbound', ...at(20) });
    emit('EventAgentHoldCall', { ...CUSTOMER, ...at(10) });
    expect(state()).toMatchObject({ work: 'talking' });
  });

  test.each([Number.MAX_SAFE_INTEGER, 1e300, '99999999999999999'])(
    'a creationTime of %p, which is no time, does not make all later news late',
    (creationTime) => {
      const { emit, state } = deskIn('idle');
      emit('EventAgentReady', { creationTime });
      emit('EventAgentNotReady', { reasonCode: 13, ...at(10) });
      expect(state()).toMatchObject({ login: 'break', reasonCode: 13 });
    },
  );
});
