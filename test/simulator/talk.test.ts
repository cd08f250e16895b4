import { describe, expect, test } from '@jest/globals';
import { conferenceScene, consultingScene, talkingScene } from './support/scenes.js';
import { covers } from '../sobot-contract/covers.js';

describe('hold', () => {
  test.each([
    ['canonical', 'EventAgentHoldCall', 'EventAgentRetrieveCall'],
    ['tlib', 'EventHeld', 'EventRetrieved'],
  ] as const)('and retrieve, by %s names', (names, held, retrieved) => {
    covers("holdCall rule: the customer hears hold sound, the agent's side is muted");
    const { desk, centre, customer } = talkingScene({ behaviour: { names } });
    desk.run('holdCall');
    expect(desk.news()).toEqual([held]);
    expect(centre.truth('1001').work).toBe('holding');
    expect(customer).toMatchObject({ state: 'held', peers: [] });
    desk.run('retrieveCall');
    expect(desk.news()).toEqual([retrieved]);
    expect(centre.truth('1001').work).toBe('talking');
    expect(customer).toMatchObject({ state: 'talking', peers: ['8001'] });
  });

  test('ends when the customer hangs up, in after-call work', () => {
    const { desk, centre, customer, rest } = talkingScene();
    desk.run('holdCall');
    customer.hangup();
    rest();
    expect(desk.news()).toEqual(['EventAgentHoldCall', 'EventReleased']);
    expect(centre.truth('1001').work).toBe('acw');
  });

  test('pressed at the phone itself is told like one that was asked for', () => {
    const { desk, centre, rest } = talkingScene();
    centre.device('8001').hold();
    rest();
    expect(desk.news()).toEqual(['EventAgentHoldCall']);
    expect(centre.truth('1001').work).toBe('holding');
    centre.device('8001').retrieve();
    rest();
    expect(desk.news()).toEqual(['EventAgentRetrieveCall']);
  });

  test('that comes too late, because the customer has just gone, is refused', () => {
    const { desk, customer, rest } = talkingScene();
    desk.sdk.holdCall();
    customer.hangup();
    rest();
    const news = desk.news();
    expect(news.filter((name) => name === 'EventReleased')).toHaveLength(1);
    expect(news).not.toContain('EventAgentRetrieveCall');
  });
});

describe('the microphone', () => {
  test('is muted and unmuted, also on hold and in a consult', () => {
    covers('muteCall rule: also during a consult');
    const { desk, centre } = consultingScene();
    desk.run('muteCall');
    expect(desk.news()).toEqual(['EventAgentMute']);
    expect(centre.truth('1001')).toMatchObject({ muted: true, work: 'consulting' });
    desk.run('unmute');
    expect(desk.news()).toEqual(['EventAgentUnmute']);
    expect(centre.truth('1001').muted).toBe(false);
  });

  test('by TLib names', () => {
    const { desk } = talkingScene({ behaviour: { names: 'tlib' } });
    desk.run('muteCall');
    desk.run('unmute');
    expect(desk.news()).toEqual(['EventMuteOn', 'EventMuteOff']);
  });

  test('is open again in the next call', () => {
    const { desk, centre, customer, rest } = talkingScene({ acwSeconds: 0 });
    desk.run('holdCall');
    desk.run('muteCall');
    expect(centre.truth('1001')).toMatchObject({ muted: true, work: 'holding' });
    customer.hangup();
    rest();
    expect(centre.truth('1001')).toMatchObject({ muted: false, work: 'idle' });
  });

  test('muted twice is refused the second time', () => {
    const { desk, centre } = talkingScene();
    desk.run('muteCall');
    desk.run('muteCall');
    expect(desk.news()).toEqual(['EventAgentMute', 'EventError']);
    expect(centre.truth('1001').muted).toBe(true);
  });
});

describe('keys', () => {
  test('reach the customer', () => {
    covers('sendDtmf(dtmfDigits) note: the table allows 1-9 * #, the example is 801#: 0 counts as a digit');
    const { desk, customer } = talkingScene();
    desk.run('sendDtmf', { dtmfDigits: ' 801# ' });
    expect(desk.news()).toEqual(['EventDtmfSent']);
    expect(desk.last('EventDtmfSent')).toMatchObject({ dtmfDigits: '801#' });
    expect(customer.keys).toBe('801#');
  });

  test('reach the third party in a consult, and everybody in a conference', () => {
    const scene = consultingScene();
    const phone = scene.centre.device('8002');
    scene.desk.run('sendDtmf', { dtmfDigits: '1' });
    expect(phone.keys).toBe('1');
    expect(scene.customer.keys).toBe('');
    scene.desk.run('consultConference');
    scene.desk.run('sendDtmf', { dtmfDigits: '2' });
    expect(phone.keys).toBe('12');
    expect(scene.customer.keys).toBe('2');
  });

  test.each([
    ['', '330130'],
    ['12A', '330131'],
    ['1'.repeat(25), '330131'],
  ])('%p are refused', (dtmfDigits, errorCode) => {
    const { desk, customer } = talkingScene();
    desk.run('sendDtmf', { dtmfDigits });
    expect(desk.last('EventError')).toMatchObject({ errorCode });
    expect(customer.keys).toBe('');
  });

  test('are refused while the customer is on hold', () => {
    const { desk } = talkingScene();
    desk.run('holdCall');
    desk.run('sendDtmf', { dtmfDigits: '1' });
    expect(desk.last('EventError')).toMatchObject({ errorCode: '391026' });
  });
});

test('a conference cannot be put on hold', () => {
  const { desk, centre } = conferenceScene();
  desk.run('holdCall');
  expect(desk.last('EventError')).toMatchObject({ errorCode: '391039' });
  expect(centre.truth('1001').work).toBe('conferencing');
});
