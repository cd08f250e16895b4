import { describe, expect, test } from '@jest/globals';
import { advance } from '../../adapters/simulator/index.js';
import { CUSTOMER, openFloor } from './support/floor.js';
import { ScriptedExchange } from './support/scripted-exchange.js';
import { consultingScene, talkingScene } from './support/scenes.js';

describe('a restart of the switch', () => {
  test('ends all calls as lost; agents are told, and stay signed in', () => {
    const { centre, desk, other, rest, customer } = consultingScene();
    centre.faults.restartSwitch();
    rest();
    expect(desk.news()).toEqual(['EventReleased', 'EventReleased']);
    expect(other.news()).toEqual(['EventReleased']);
    expect(customer.lastRelease).toBe('lost');
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
    expect(centre.truth('1001')).toMatchObject({ login: 'online', work: 'acw' });
  });

  test('tells agents with a SIP phone that it is gone, and that it is back', () => {
    const floor = openFloor();
    const desk = floor.signIn('1001', { phoneType: 'sip' });
    floor.centre.faults.restartSwitch({ ms: 300 });
    floor.rest();
    expect(desk.news()).toEqual(['EventUnregistered']);
    floor.pass(300);
    expect(desk.news()).toEqual(['EventRegistered']);
  });

  test('refuses calls in both directions until the switch is back', () => {
    const floor = openFloor();
    const desk = floor.signIn('1001');
    const customer = floor.centre.customer(CUSTOMER);
    floor.centre.faults.restartSwitch({ ms: 500 });
    floor.rest();
    customer.dial('1001');
    floor.rest();
    expect(customer).toMatchObject({ state: 'idle', lastRelease: 'unavailable' });
    desk.run('makeCall', { otherDN: CUSTOMER });
    expect(desk.last('EventError')).toMatchObject({ errorCode: '330195' });
    floor.pass(500);
    customer.dial('1001');
    floor.rest();
    expect(floor.centre.truth('1001').work).toBe('ringing');
  });

  test('fails what was asked for before it and not done', () => {
    const { centre, clock, desk, customer } = talkingScene();
    desk.sdk.holdCall();
    advance(centre, clock, 85);
    centre.faults.restartSwitch();
    advance(centre, clock, 200);
    expect(centre.truth('1001').work).toBe('acw');
    expect(customer.state).toBe('idle');
    expect(centre.quiet()).toBe(true);
  });

  test('of a real one cannot be asked for here', () => {
    const floor = openFloor({ exchange: new ScriptedExchange() });
    expect(() => floor.centre.faults.restartSwitch()).toThrow('Only the simulated exchange can be restarted');
  });
});

describe('the keypad of a phone', () => {
  test('is heard by those in the talk, key by key, and its agent is told', () => {
    const { centre, desk, rest, customer } = talkingScene();
    centre.device('8001').press('7#');
    rest();
    expect(customer.keys).toBe('7#');
    expect(desk.news()).toEqual(['EventDtmfSent', 'EventDtmfSent']);
    expect(desk.last('EventDtmfSent')).toMatchObject({ dtmfDigits: '#' });
    customer.press('1');
    rest();
    expect(centre.device('8001').keys).toBe('1');
    expect(desk.news()).toEqual([]);
  });

  test('does nothing without a talk', () => {
    const floor = openFloor();
    expect(() => floor.centre.customer(CUSTOMER).press('1')).toThrow('cannot send keys');
  });
});
