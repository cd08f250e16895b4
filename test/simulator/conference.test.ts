import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, openFloor } from './support/floor.js';
import { conferenceScene, consultingScene } from './support/scenes.js';
import { covers } from '../sobot-contract/covers.js';

describe('consultConference', () => {
  test.each([
    ['retrievedFirst', ['EventAgentRetrieveCall', 'EventReleased', 'EventPartyAdded']],
    ['releasedFirst', ['EventReleased', 'EventAgentRetrieveCall', 'EventPartyAdded']],
  ] as const)('brings three parties together, %s', (conferenceOrder, events) => {
    covers('consultConference rule: third party joins: three parties talk');
    const scene = consultingScene({ behaviour: { conferenceOrder } });
    const { consult } = scene.centre.truth('1001');
    scene.desk.run('consultConference');
    expect(scene.desk.news()).toEqual(events);
    expect(scene.desk.last('EventReleased')).toMatchObject({ callType: 'Consult', partyID: consult?.partyID });
    expect(scene.desk.last('EventPartyAdded')).toMatchObject({
      otherDN: CUSTOMER,
      thirdDN: '8002',
      thirdDNRole: 'NewParty',
    });
    expect(scene.other.news()).toEqual(['EventPartyChanged']);
    expect(scene.other.last('EventPartyChanged')).toMatchObject({
      callType: 'Inbound',
      otherDN: CUSTOMER,
      thirdDN: '8001',
      thirdDNRole: 'ConferenceBy',
    });
    expect(scene.centre.truth('1001')).toMatchObject({ work: 'conferencing', consult: null });
    expect(scene.centre.truth('1002')).toMatchObject({ work: 'conferencing', call: { otherDN: CUSTOMER } });
    expect([...scene.customer.peers].sort()).toEqual(['8001', '8002']);
  });

  test('fails when the customer has just gone, and the consult goes on as a plain call', () => {
    // At every moment of the operation.
    for (let ms = 0; ms <= 120; ms += 4) {
      const scene = consultingScene();
      scene.desk.sdk.consultConference();
      scene.clock.increment(ms);
      scene.customer.hangup();
      scene.rest();
      expect(scene.centre.truth('1001')).toMatchObject({ work: 'talking', consult: null, call: { otherDN: '8002' } });
      expect(scene.centre.truth('1002')).toMatchObject({ work: 'talking', call: { otherDN: '8001' } });
      expect(scene.centre.device('8001').peers).toEqual(['8002']);
      expect(scene.centre.device('8002').peers).toEqual(['8001']);
    }
  });

  test('fails when the third party has just gone, and the customer is not lost', () => {
    for (let ms = 0; ms <= 120; ms += 4) {
      const scene = consultingScene();
      scene.desk.sdk.consultConference();
      scene.clock.increment(ms);
      scene.other.run('hangup');
      const { work, consult } = scene.centre.truth('1001');
      expect(['holding', 'talking']).toContain(work);
      expect(consult).toBeNull();
      expect(scene.customer.state).toBe(work === 'holding' ? 'held' : 'talking');
    }
  });

  test('of agents tells each what has changed for him', () => {
    const floor = openFloor();
    const [first, second, third] = [floor.signIn('1001'), floor.signIn('1002'), floor.signIn('1003')];
    first.run('makeCall', { otherDN: '8002' });
    second.run('answer');
    first.run('initiateConsult', { targetType: '0', target: '1003' });
    third.run('answer');
    second.news();
    first.run('consultConference');
    expect(second.news()).toEqual(['EventPartyAdded']);
    expect(second.last('EventPartyAdded')).toMatchObject({ otherDN: '8001', thirdDN: '8003', thirdDNRole: 'NewParty' });
    for (const id of ['1001', '1002', '1003']) expect(floor.centre.truth(id).work).toBe('conferencing');
  });
});

describe('a conference', () => {
  test('becomes a talk of two when the agent who was added leaves', () => {
    const scene = conferenceScene();
    scene.other.run('hangup');
    expect(scene.other.news()).toEqual(['EventReleased']);
    expect(scene.desk.news()).toEqual(['EventPartyDeleted']);
    expect(scene.desk.last('EventPartyDeleted')).toMatchObject({ thirdDN: '8002', thirdDNRole: 'DeletedParty' });
    expect(scene.centre.truth('1001').work).toBe('talking');
    expect(scene.centre.truth('1002').work).toBe('acw');
  });

  test('goes on when the agent who has formed it leaves', () => {
    const scene = conferenceScene();
    scene.desk.run('hangup');
    expect(scene.desk.news()).toEqual(['EventReleased']);
    expect(scene.other.news()).toEqual(['EventPartyDeleted']);
    expect(scene.centre.truth('1002')).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
    expect(scene.customer.peers).toEqual(['8002']);
  });

  test('goes on between the agents when the customer leaves', () => {
    const scene = conferenceScene();
    scene.customer.hangup();
    scene.rest();
    expect(scene.desk.news()).toEqual(['EventPartyDeleted']);
    expect(scene.other.news()).toEqual(['EventPartyDeleted']);
    expect(scene.centre.truth('1001')).toMatchObject({ work: 'talking', call: { otherDN: '8002' } });
    expect(scene.centre.truth('1002')).toMatchObject({ work: 'talking', call: { otherDN: '8001' } });
    scene.desk.run('hangup');
    expect(scene.centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('can be muted by each agent for himself', () => {
    const scene = conferenceScene();
    scene.other.run('muteCall');
    expect(scene.other.news()).toEqual(['EventAgentMute']);
    expect(scene.desk.news()).toEqual([]);
    expect(scene.centre.truth('1001').muted).toBe(false);
  });
});
