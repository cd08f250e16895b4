import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, openFloor } from './support/floor.js';
import { consultingScene, consultRingingScene, talkingScene } from './support/scenes.js';
import { covers } from '../sobot-contract/covers.js';

const THIRD = '13700000000';
const TO_AGENT = { targetType: '0', target: '1002' };

describe('a consult', () => {
  test.each([
    ['sent', ['EventAgentHoldCall', 'EventDialing']],
    ['omitted', ['EventDialing']],
  ] as const)('puts the customer on hold and calls the third party: hold is %s', (consultHold, events) => {
    const scene = talkingScene({ behaviour: { consultHold } });
    const other = scene.signIn('1002');
    scene.desk.run('initiateConsult', TO_AGENT);
    expect(scene.desk.news()).toEqual(events);
    expect(scene.desk.last('EventDialing')).toMatchObject({ callType: 'Consult', thisDN: '8001', otherDN: '8002' });
    expect(other.news()).toEqual(['EventRinging']);
    expect(other.last('EventRinging')).toMatchObject({
      callType: 'Consult',
      otherDN: '8001',
      thirdDN: '8001',
      thirdDNRole: 'ConsultBy',
    });
    expect(scene.customer.state).toBe('held');
    expect(scene.centre.truth('1001')).toMatchObject({
      work: 'consulting',
      call: { otherDN: CUSTOMER, callType: 'Inbound' },
      consult: { phase: 'dialing', target: '1002', otherDN: '8002', callType: 'Consult' },
    });
    other.run('answer');
    expect(scene.desk.news()).toEqual(['EventEstablished']);
    expect(scene.desk.last('EventEstablished')).toMatchObject({ callType: 'Consult' });
    expect(other.news()).toEqual(['EventEstablished']);
    expect(scene.centre.truth('1001').consult?.phase).toBe('talking');
    expect(scene.centre.truth('1002')).toMatchObject({ work: 'talking', call: { callType: 'Consult', otherDN: '8001' } });
    expect(scene.centre.device('8002').peers).toEqual(['8001']);
  });

  test.each([
    ['shared', true],
    ['own', false],
  ] as const)('has the callID %s', (consultCallID, same) => {
    const scene = consultingScene({ behaviour: { consultCallID } });
    const { call, consult } = scene.centre.truth('1001');
    expect(consult?.callID === call?.callID).toBe(same);
    expect(consult?.partyID).not.toBe(call?.partyID);
    expect(scene.centre.truth('1002').call?.callID).toBe(consult?.callID);
  });

  test('with a number outside', () => {
    const { desk, centre, rest } = talkingScene();
    desk.run('initiateConsult', { targetType: '1', target: THIRD });
    centre.customer(THIRD).answer();
    rest();
    expect(desk.news()).toEqual(['EventAgentHoldCall', 'EventDialing', 'EventEstablished']);
    expect(centre.customer(THIRD).peers).toEqual(['8001']);
  });

  test('with an extension that nobody is signed in with', () => {
    const { desk, centre, rest } = talkingScene({ extensions: ['8100'] });
    desk.run('initiateConsult', { targetType: '2', target: '8100' });
    centre.device('8100').answer();
    rest();
    expect(centre.truth('1001').consult).toMatchObject({ phase: 'talking', target: '8100' });
  });

  test.each([
    ['stayHeld', ['EventReleased'], 'holding'],
    ['autoRetrieve', ['EventReleased', 'EventAgentRetrieveCall'], 'talking'],
  ] as const)('that is rejected leaves the customer: %s', (consultFailed, events, work) => {
    const scene = consultRingingScene({ behaviour: { consultFailed } });
    scene.other.run('rejectCall');
    expect(scene.desk.news()).toEqual(events);
    expect(scene.desk.last('EventReleased')).toMatchObject({ callType: 'Consult' });
    expect(scene.other.news()).toEqual(['EventReleased']);
    expect(scene.centre.truth('1001')).toMatchObject({ work, consult: null });
    expect(scene.centre.truth('1002').work).toBe('idle');
  });

  test('that nobody answers ends by itself', () => {
    const scene = consultRingingScene({ dialSeconds: 15 });
    scene.pass(16_000);
    expect(scene.desk.news()).toEqual(['EventReleased']);
    expect(scene.centre.truth('1001').work).toBe('holding');
  });

  test.each([
    ['releasedOnly', ['EventAgentHoldCall', 'EventDialing', 'EventReleased']],
    ['EventDestinationBusy', ['EventAgentHoldCall', 'EventDialing', 'EventDestinationBusy', 'EventReleased']],
  ] as const)('with a busy phone: %s', (destinationBusy, events) => {
    const { desk } = talkingScene({ customers: [{ number: THIRD, answer: 'busy' }], behaviour: { destinationBusy } });
    desk.run('initiateConsult', { targetType: '1', target: THIRD });
    expect(desk.news()).toEqual(events);
  });
});

describe('cancelConsult', () => {
  test.each(['EventReleased', 'EventAbandoned'] as const)('takes the customer back, and the third party gets %s', (abandonEvent) => {
    const scene = consultRingingScene({ behaviour: { abandonEvent } });
    scene.desk.run('cancelConsult');
    expect(scene.desk.news()).toEqual(['EventReleased', 'EventAgentRetrieveCall']);
    expect(scene.desk.last('EventReleased')).toMatchObject({ callType: 'Consult' });
    expect(scene.other.news()).toEqual([abandonEvent]);
    expect(scene.centre.truth('1001')).toMatchObject({ work: 'talking', consult: null });
    expect(scene.customer.state).toBe('talking');
  });

  test('works while initiateConsult is under way', () => {
    for (let ms = 0; ms <= 130; ms += 10) {
      const scene = talkingScene();
      scene.signIn('1002');
      scene.desk.sdk.initiateConsult(TO_AGENT);
      scene.clock.increment(ms);
      scene.desk.run('cancelConsult');
      expect(scene.centre.truth('1001')).toMatchObject({ work: 'talking', consult: null });
      expect(scene.customer.state).toBe('talking');
      expect(scene.centre.truth('1002').work).toBe('idle');
    }
  });

  test('is refused once the third party is connected', () => {
    covers('cancelConsult rule: only before the consulted party is connected');
    const scene = consultingScene();
    scene.desk.run('cancelConsult');
    expect(scene.desk.last('EventError')).toMatchObject({ errorCode: '391038' });
    expect(scene.centre.truth('1001').consult?.phase).toBe('talking');
  });
});

describe('retrieveConsult', () => {
  test('ends the third party and takes the customer back', () => {
    covers("retrieveConsult rule: ends the third party's talk, resumes agent with customer");
    const scene = consultingScene();
    scene.desk.run('retrieveConsult');
    expect(scene.desk.news()).toEqual(['EventReleased', 'EventAgentRetrieveCall']);
    expect(scene.other.news()).toEqual(['EventReleased']);
    expect(scene.centre.truth('1001')).toMatchObject({ work: 'talking', consult: null });
    expect(scene.centre.truth('1002').work).toBe('acw');
  });

  test('is refused while the third party rings', () => {
    const scene = consultRingingScene();
    scene.desk.run('retrieveConsult');
    expect(scene.desk.last('EventError')).toMatchObject({ errorCode: '330039' });
    expect(scene.centre.truth('1001').consult?.phase).toBe('dialing');
  });

  test.each(['retrieveConsult', 'retrieveCall'] as const)('or %s takes the customer back when the third party has gone', (command) => {
    const scene = consultingScene();
    scene.other.run('hangup');
    expect(scene.desk.news()).toEqual(['EventReleased']);
    expect(scene.centre.truth('1001')).toMatchObject({ work: 'holding', consult: null });
    scene.desk.run(command);
    expect(scene.desk.news()).toEqual(['EventAgentRetrieveCall']);
    expect(scene.centre.truth('1001').work).toBe('talking');
  });

  test('does not retrieve a call that was only put on hold', () => {
    const { desk } = talkingScene();
    desk.run('holdCall');
    desk.run('retrieveConsult');
    expect(desk.last('EventError')).toMatchObject({ errorCode: '330303' });
  });
});

describe('consultTransfer', () => {
  test.each([
    ['mainFirst', ['Inbound', 'Consult']],
    ['consultFirst', ['Consult', 'Inbound']],
    ['mainOnly', ['Inbound']],
  ] as const)('hands the customer over, and releases %s', (consultTransferReleases, callTypes) => {
    covers("consultTransfer rule: customer to third party; the agent's own call ends");
    const scene = consultingScene({ behaviour: { consultTransferReleases } });
    scene.desk.run('consultTransfer');
    const released = scene.desk.messages.filter(({ messageID }) => messageID === 'EventReleased');
    expect(released.map((message) => message['callType'])).toEqual(callTypes);
    expect(released[0]).toMatchObject({ thirdDN: '8002', thirdDNRole: 'TransferTo' });
    expect(scene.centre.truth('1001').work).toBe('acw');
    expect(scene.other.news()).toEqual(['EventPartyChanged']);
    expect(scene.other.last('EventPartyChanged')).toMatchObject({
      callType: 'Inbound',
      otherDN: CUSTOMER,
      thirdDN: '8001',
      thirdDNRole: 'TransferBy',
    });
    expect(scene.centre.truth('1002')).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
    expect(scene.customer.peers).toEqual(['8002']);
    scene.customer.hangup();
    scene.rest();
    expect(scene.other.news()).toEqual(['EventReleased']);
    expect(scene.other.last('EventReleased')).not.toHaveProperty('thirdDN');
    expect(scene.centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('is refused while the third party rings', () => {
    const scene = consultRingingScene();
    scene.desk.run('consultTransfer');
    expect(scene.desk.last('EventError')).toMatchObject({ errorCode: '330039' });
    expect(scene.centre.truth('1001').work).toBe('consulting');
  });

  test('is refused while the third party has put the consult on hold', () => {
    const scene = consultingScene();
    scene.other.run('holdCall');
    scene.desk.run('consultTransfer');
    expect(scene.desk.last('EventError')).toMatchObject({ errorCode: '330217' });
  });
});

describe('the customer hangs up during a consult', () => {
  test('and the agent goes on talking with the third party, as a plain call', () => {
    const scene = consultingScene();
    scene.customer.hangup();
    scene.rest();
    expect(scene.desk.news()).toEqual(['EventReleased']);
    expect(scene.desk.last('EventReleased')).toMatchObject({ callType: 'Inbound' });
    expect(scene.centre.truth('1001')).toMatchObject({
      work: 'talking',
      consult: null,
      call: { callType: 'Consult', otherDN: '8002' },
    });
    expect(scene.other.news()).toEqual([]);
    scene.desk.run('holdCall');
    scene.desk.run('retrieveCall');
    scene.desk.run('hangup');
    expect(scene.desk.news()).toEqual(['EventAgentHoldCall', 'EventAgentRetrieveCall', 'EventReleased']);
    expect(scene.centre.truth('1001').work).toBe('acw');
    expect(scene.centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test.each([
    ['none', 'idle'],
    ['acw', 'acw'],
  ] as const)('before the third party answers: he dials on, and after a refusal has after-call work %s', (acwAfterLostCustomer, work) => {
    const scene = consultRingingScene({ behaviour: { acwAfterLostCustomer } });
    scene.customer.hangup();
    scene.rest();
    expect(scene.centre.truth('1001')).toMatchObject({ work: 'dialing', consult: null, call: { otherDN: '8002' } });
    scene.other.run('rejectCall');
    expect(scene.desk.news()).toEqual(['EventReleased', 'EventReleased']);
    expect(scene.centre.truth('1001').work).toBe(work);
  });

  test('before the third party answers: he talks when it does', () => {
    const scene = consultRingingScene();
    scene.customer.hangup();
    scene.rest();
    scene.other.run('answer');
    expect(scene.desk.news()).toEqual(['EventReleased', 'EventEstablished']);
    expect(scene.centre.truth('1001')).toMatchObject({ work: 'talking', call: { callType: 'Consult' } });
  });
});

describe('hangup during a consult', () => {
  test('ends both legs', () => {
    const scene = consultingScene();
    scene.desk.run('hangup');
    expect(scene.desk.news()).toEqual(['EventReleased', 'EventReleased']);
    expect(scene.other.news()).toEqual(['EventReleased']);
    expect(scene.customer.state).toBe('idle');
    expect(scene.centre.truth('1001').work).toBe('acw');
    expect(scene.centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('or only the leg of the third party', () => {
    const scene = consultingScene({ behaviour: { hangupInConsult: 'consultOnly' } });
    scene.desk.run('hangup');
    expect(scene.desk.news()).toEqual(['EventReleased']);
    expect(scene.centre.truth('1001').work).toBe('holding');
    expect(scene.customer.state).toBe('held');
  });
});

describe('a consulted agent', () => {
  test('cannot consult or transfer himself', () => {
    const scene = consultingScene();
    for (const command of ['initiateConsult', 'singleTransfer'] as const) {
      scene.other.run(command, { targetType: '1', target: THIRD });
      expect(scene.other.last('EventError')).toMatchObject({ errorCode: '391038' });
    }
    expect(scene.centre.truth('1002').work).toBe('talking');
  });
});

describe('the party to consult', () => {
  test.each([
    ['type missing', {}, '330134'],
    ['type unknown', { targetType: 'x', target: '1' }, '330071'],
    ['missing', { targetType: '1', target: ' ' }, '330135'],
    ['not found', { targetType: '0', target: '9' }, '330072'],
    ['signed out', { targetType: '0', target: '1003' }, '330074'],
    ['no number', { targetType: '1', target: '1' }, '330141'],
  ])('%s is refused, and nothing changes', (_what, params, errorCode) => {
    const { desk, centre } = talkingScene();
    const before = centre.truth('1001');
    desk.run('initiateConsult', params);
    expect(desk.news()).toEqual(['EventError']);
    expect(desk.last('EventError')).toMatchObject({ errorCode });
    expect(centre.truth('1001')).toEqual(before);
  });

  test('on a call or not ready is refused', () => {
    const scene = talkingScene();
    const other = scene.signIn('1002', { agentState: '2' });
    scene.desk.run('initiateConsult', TO_AGENT);
    expect(scene.desk.last('EventError')).toMatchObject({ errorCode: '330077' });
    other.run('makeCall', { otherDN: THIRD });
    scene.desk.run('initiateConsult', TO_AGENT);
    expect(scene.desk.last('EventError')).toMatchObject({ errorCode: '330075' });
  });
});

test('of two agents in one call, only one can consult at a time', () => {
  const floor = openFloor();
  const [first, second] = [floor.signIn('1001'), floor.signIn('1002')];
  floor.signIn('1003');
  first.run('makeCall', { otherDN: '8002' });
  second.run('answer');
  first.run('initiateConsult', { targetType: '0', target: '1003' });
  second.run('initiateConsult', { targetType: '1', target: THIRD });
  expect(second.last('EventError')).toMatchObject({ errorCode: '391038' });
});
