import { describe, expect, test } from '@jest/globals';
import type { Command, Desk } from './support/floor.js';
import { consultingScene, talkingScene, type Scene } from './support/scenes.js';

const TARGET = { targetType: '1', target: '13700000000' };

function errorsOf({ messages }: Desk): unknown[] {
  return messages.filter(({ messageID }) => messageID === 'EventError').map(({ errorCode }) => errorCode);
}

const UNDER_WAY: readonly [Command, object, () => Scene][] = [
  ['holdCall', {}, talkingScene],
  ['singleTransfer', TARGET, talkingScene],
  ['initiateConsult', TARGET, talkingScene],
  ['retrieveConsult', {}, consultingScene],
  ['consultConference', {}, consultingScene],
];

describe('the microphone has a lane of its own', () => {
  test.each(UNDER_WAY)('and is muted and unmuted while %s is under way', (command, params, make) => {
    const { desk, centre, rest } = make();
    desk.sdk[command](params);
    desk.sdk.muteCall();
    rest();
    expect(errorsOf(desk)).toEqual([]);
    expect(centre.truth('1001').muted).toBe(true);
    desk.run('unmute');
    expect(errorsOf(desk)).toEqual([]);
    expect(centre.truth('1001').muted).toBe(false);
  });

  test('while a transfer rings at its target', () => {
    const { desk, centre } = talkingScene();
    desk.run('singleTransfer', TARGET);
    expect(centre.customer(TARGET.target).state).toBe('ringing');
    desk.run('muteCall');
    expect(desk.news()).toEqual(['EventAgentMute']);
  });

  test('which holds one command at a time', () => {
    const { desk, rest } = talkingScene();
    desk.sdk.muteCall();
    desk.sdk.unmute();
    rest();
    expect(errorsOf(desk)).toEqual(['330007']);
    expect(desk.news()).toContain('EventAgentMute');
  });

  test('and keeps no other command waiting', () => {
    const { desk, centre, rest } = talkingScene();
    desk.sdk.muteCall();
    desk.sdk.holdCall();
    rest();
    expect(errorsOf(desk)).toEqual([]);
    expect(centre.truth('1001')).toMatchObject({ muted: true, work: 'holding' });
  });

  test('which ends with the call, in silence', () => {
    for (let ms = 0; ms <= 130; ms += 10) {
      const { desk, centre, rest, clock, customer } = talkingScene({ acwSeconds: 0 });
      desk.sdk.muteCall();
      clock.increment(ms);
      customer.hangup();
      rest();
      expect(centre.truth('1001')).toMatchObject({ muted: false, work: 'idle' });
      expect(errorsOf(desk).filter((code) => code !== '330039')).toEqual([]);
    }
  });
});

describe('keys', () => {
  test('pressed one after the other reach the other side in order, also while something else is under way', () => {
    const { desk, customer, rest } = talkingScene();
    for (const key of '123') desk.sdk.sendDtmf({ dtmfDigits: key });
    desk.sdk.muteCall();
    desk.sdk.sendDtmf({ dtmfDigits: '4' });
    rest();
    expect(errorsOf(desk)).toEqual([]);
    expect(customer.keys).toBe('1234');
  });
});
