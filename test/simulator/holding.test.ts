import { describe, expect, test } from '@jest/globals';
import { conferenceScene, consultingScene, consultRingingScene, readyScene, talkingScene, type ConsultScene } from './support/scenes.js';

/** The messages to the page since message `from`, by leg of the consult, as `H main` and `T consult`. */
function swapsTold({ desk, centre }: ConsultScene, from: number): string[] {
  const consult = centre.truth('1001').consult?.partyID;
  const letters: Readonly<Record<string, string>> = { EventAgentHoldCall: 'H', EventAgentRetrieveCall: 'T' };
  return desk.messages
    .slice(from)
    .map(({ messageID, partyID }) => `${letters[messageID] ?? messageID} ${partyID === consult ? 'consult' : 'main'}`);
}

describe('who is on hold', () => {
  test('is nobody in a talk, and the customer while it is held, by command or at the phone', () => {
    const { desk, centre, rest } = talkingScene();
    expect(centre.truth('1001').onHold).toBeNull();
    desk.run('holdCall');
    expect(centre.truth('1001').onHold).toBe('customer');
    centre.device('8001').retrieve();
    rest();
    expect(centre.truth('1001')).toMatchObject({ onHold: null, work: 'talking' });
    centre.device('8001').hold();
    rest();
    expect(centre.truth('1001')).toMatchObject({ onHold: 'customer', work: 'holding' });
    desk.run('retrieveCall');
    expect(desk.news()).toEqual(['EventAgentHoldCall', 'EventAgentRetrieveCall', 'EventAgentHoldCall', 'EventAgentRetrieveCall']);
  });

  test('is the customer in a consult, and nobody in a conference', () => {
    const scene = consultingScene();
    expect(scene.centre.truth('1001').onHold).toBe('customer');
    scene.desk.run('consultConference');
    expect(scene.centre.truth('1001').onHold).toBeNull();
  });
});

describe('a conference', () => {
  test('is held and retrieved at the phone itself, and stays a conference', () => {
    const { desk, other, centre, customer, rest } = conferenceScene();
    centre.device('8001').hold();
    rest();
    expect(desk.news()).toEqual(['EventAgentHoldCall']);
    expect(other.news()).toEqual([]);
    expect(centre.truth('1001')).toMatchObject({ work: 'conferencing', onHold: 'conference' });
    expect(centre.truth('1002')).toMatchObject({ work: 'conferencing', onHold: null });
    // The others talk on, as they do in a bridge of a real switch.
    expect(customer).toMatchObject({ state: 'talking', peers: ['8002'] });
    expect(centre.device('8002')).toMatchObject({ state: 'talking', peers: [customer.number] });
    expect(centre.device('8001').peers).toEqual([]);
    centre.device('8001').retrieve();
    rest();
    expect(desk.news()).toEqual(['EventAgentRetrieveCall']);
    expect(centre.truth('1001')).toMatchObject({ work: 'conferencing', onHold: null });
  });

  test('that is held is retrieved by retrieveCall', () => {
    const { desk, centre, rest } = conferenceScene();
    centre.device('8001').hold();
    rest();
    desk.run('retrieveCall');
    expect(desk.news()).toEqual(['EventAgentHoldCall', 'EventAgentRetrieveCall']);
    expect(centre.truth('1001')).toMatchObject({ work: 'conferencing', onHold: null });
  });

  test('that is held is a held talk of two when one leaves', () => {
    const { desk, other, customer, centre, rest } = conferenceScene();
    centre.device('8001').hold();
    rest();
    other.run('hangup');
    expect(desk.news()).toEqual(['EventAgentHoldCall', 'EventPartyDeleted']);
    expect(centre.truth('1001')).toMatchObject({ work: 'holding', onHold: 'customer' });
    expect(customer.state).toBe('held');
    desk.run('retrieveCall');
    expect(centre.truth('1001').work).toBe('talking');
    expect(customer).toMatchObject({ state: 'talking', peers: ['8001'] });
  });

  test('that a supervisor forms ends every hold', () => {
    const { desk, centre, customer, rest, signIn } = readyScene();
    const agent = signIn('1002');
    customer.dial('1002');
    rest();
    agent.run('answer');
    centre.bargeIn('1002', '1001');
    rest();
    centre.device('8002').hold();
    rest();
    expect(centre.truth('1002')).toMatchObject({ work: 'holding', onHold: 'customer' });
    desk.run('answer');
    expect(agent.news().slice(-2).sort()).toEqual(['EventAgentRetrieveCall', 'EventPartyAdded']);
    expect(centre.truth('1002')).toMatchObject({ work: 'conferencing', onHold: null });
    expect(customer.state).toBe('talking');
  });
});

describe('a swap of a consult', () => {
  test('holds the third party and retrieves the customer, and back', () => {
    const scene = consultingScene();
    const { centre, customer, rest, desk } = scene;
    const [from, phone] = [desk.messages.length, centre.device('8001')];
    phone.swap();
    rest();
    expect(swapsTold(scene, from)).toEqual(['H consult', 'T main']);
    expect(centre.truth('1001')).toMatchObject({ work: 'consulting', onHold: 'thirdParty', consult: { phase: 'talking' } });
    expect(customer).toMatchObject({ state: 'talking', peers: ['8001'] });
    expect(centre.device('8002').state).toBe('held');
    phone.swap();
    rest();
    expect(swapsTold(scene, from).slice(2)).toEqual(['H main', 'T consult']);
    expect(centre.truth('1001')).toMatchObject({ work: 'consulting', onHold: 'customer' });
    expect(customer.state).toBe('held');
    expect(centre.device('8002')).toMatchObject({ state: 'talking', peers: ['8001'] });
    expect(scene.other.news()).toEqual([]);
  });

  test('can be made of two steps: the hold key, then the other line', () => {
    const scene = consultingScene();
    const from = scene.desk.messages.length;
    scene.centre.device('8001').hold();
    scene.rest();
    expect(scene.centre.truth('1001').onHold).toBe('thirdParty');
    scene.centre.device('8001').swap();
    scene.rest();
    expect(swapsTold(scene, from)).toEqual(['H consult', 'T main']);
    expect(scene.customer.peers).toEqual(['8001']);
  });

  // Seed 502, sequence 312 of the kit.
  test('is of the talk that is left, where the first customer hung up while on hold', () => {
    const scene = consultingScene();
    const { centre, customer, desk, rest } = scene;
    customer.hangup();
    rest();
    const third = scene.signIn('1003');
    desk.run('initiateConsult', { targetType: '0', target: '1003' });
    third.run('answer');
    rest();
    const from = desk.messages.length;
    centre.device('8001').swap();
    rest();
    expect(swapsTold(scene, from)).toEqual(['H consult', 'T main']);
    centre.device('8001').swap();
    rest();
    expect(swapsTold(scene, from).slice(2)).toEqual(['H main', 'T consult']);
    expect(centre.truth('1001')).toMatchObject({ work: 'consulting', onHold: 'customer' });
  });

  test('needs a consult that was answered', () => {
    const { centre } = consultRingingScene();
    expect(() => centre.device('8001').swap()).toThrow('must be in one talk and holding another');
  });

  const swapped = (options = {}): ConsultScene => {
    const scene = consultingScene(options);
    scene.centre.device('8001').swap();
    scene.rest();
    scene.desk.news();
    return scene;
  };

  test('the customer hangs up while the third party waits: the call with the third party is held', () => {
    const { desk, centre, customer, rest } = swapped();
    customer.hangup();
    rest();
    expect(desk.news()).toEqual(['EventReleased']);
    expect(centre.truth('1001')).toMatchObject({ work: 'holding', onHold: 'customer', consult: null, call: { otherDN: '8002' } });
    desk.run('retrieveCall');
    expect(centre.truth('1001').work).toBe('talking');
    expect(centre.device('8002').peers).toEqual(['8001']);
  });

  test('the customer hangs up after a swap and back: agent and third party talk', () => {
    const { desk, centre, customer, rest } = swapped();
    centre.device('8001').swap();
    rest();
    customer.hangup();
    rest();
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', onHold: null, call: { otherDN: '8002' } });
    expect(desk.last('EventReleased')).toMatchObject({ callType: 'Inbound' });
  });

  test('the third party hangs up while it waits: agent and customer talk', () => {
    const { desk, other, centre, customer } = swapped();
    other.run('hangup');
    expect(desk.news()).toEqual(['EventReleased']);
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', onHold: null, consult: null });
    expect(customer.peers).toEqual(['8001']);
  });

  test('retrieveConsult ends the third party, and the customer need not be retrieved', () => {
    const { desk, centre, customer } = swapped();
    desk.run('retrieveConsult');
    expect(desk.news()).toEqual(['EventReleased']);
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', onHold: null, consult: null });
    expect(customer.peers).toEqual(['8001']);
    desk.run('holdCall');
    expect(desk.news()).toEqual(['EventAgentHoldCall']);
  });

  test('consultTransfer brings customer and third party together', () => {
    const { desk, centre, customer } = swapped();
    desk.run('consultTransfer');
    expect(desk.news()).toEqual(['EventReleased', 'EventReleased']);
    expect(customer.peers).toEqual(['8002']);
    expect(centre.truth('1002')).toMatchObject({ work: 'talking' });
    customer.hangup();
  });

  test('consultConference forms a conference in which nobody waits', () => {
    const { desk, centre, customer, rest } = swapped();
    desk.run('consultConference');
    expect(desk.news()).toEqual(['EventReleased', 'EventPartyAdded']);
    expect(centre.truth('1001')).toMatchObject({ work: 'conferencing', onHold: null });
    expect([...customer.peers].sort()).toEqual(['8001', '8002']);
    desk.run('hangup');
    customer.hangup();
    rest();
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('keys reach whoever the agent talks with, and are told of that leg', () => {
    const { desk, centre, customer } = swapped();
    desk.run('sendDtmf', { dtmfDigits: '7' });
    expect(customer.keys).toBe('7');
    expect(centre.device('8002').keys).toBe('');
    expect(desk.last('EventDtmfSent')).toMatchObject({ partyID: centre.truth('1001').call?.partyID });
  });

  test.each([
    ['retrieveConsult', ['8001'], 'talking'],
    ['consultTransfer', ['8002'], 'acw'],
    ['consultConference', ['8001', '8002'], 'conferencing'],
  ] as const)('that crosses %s leaves nobody alone', (command, heard, work) => {
    for (let ms = 0; ms <= 120; ms += 4) {
      const { desk, centre, customer, clock, rest } = consultingScene();
      const phone = centre.device('8001');
      desk.sdk[command]();
      clock.increment(ms);
      const isStillTwo = phone.state === 'talking' && centre.truth('1001').consult !== null;
      if (isStillTwo) phone.swap();
      rest();
      expect({ ms, peers: [...customer.peers].sort() }).toEqual({ ms, peers: heard });
      expect(centre.truth('1001')).toMatchObject({ work, onHold: null });
    }
  });
});

describe('the customer, taken back at the phone while the third party rings', () => {
  const takenBack = (): ConsultScene => {
    const scene = consultRingingScene();
    scene.centre.device('8001').retrieve();
    scene.rest();
    return scene;
  };

  test('talks, and the consult goes on', () => {
    const { desk, centre, customer } = takenBack();
    expect(desk.news()).toEqual(['EventAgentRetrieveCall']);
    expect(centre.truth('1001')).toMatchObject({ work: 'consulting', onHold: 'thirdParty', consult: { phase: 'dialing' } });
    expect(customer.peers).toEqual(['8001']);
  });

  test('waits again when the third party answers', () => {
    const { desk, other, centre, customer } = takenBack();
    other.run('answer');
    expect(desk.news()).toEqual(['EventAgentRetrieveCall', 'EventAgentHoldCall', 'EventEstablished']);
    expect(centre.truth('1001')).toMatchObject({ work: 'consulting', onHold: 'customer', consult: { phase: 'talking' } });
    expect(customer.state).toBe('held');
    expect(centre.device('8002').peers).toEqual(['8001']);
  });

  test.each([['cancelConsult'], ['rejectCall']] as const)('is in a plain talk after %s', (command) => {
    const { desk, other, centre, customer } = takenBack();
    (command === 'cancelConsult' ? desk : other).run(command);
    expect(desk.news()).toEqual(['EventAgentRetrieveCall', 'EventReleased']);
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', onHold: null, consult: null });
    expect(customer.peers).toEqual(['8001']);
    desk.run('holdCall');
    expect(desk.news()).toEqual(['EventAgentHoldCall']);
  });
});
