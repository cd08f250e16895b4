import { describe, expect, test } from '@jest/globals';
import { advance } from '../../adapters/simulator/index.js';
import { CUSTOMER, openFloor, type Desk, type Floor } from './support/floor.js';
import { ScriptedExchange } from './support/scripted-exchange.js';

/** A desk on a switch that does what the test says; agent 1001 is signed in. */
function scripted(): { floor: Floor; desk: Desk; exchange: ScriptedExchange; send: () => void } {
  const exchange = new ScriptedExchange();
  const floor = openFloor({ exchange, acwSeconds: 0 });
  const desk = floor.signIn('1001');
  return { floor, desk, exchange, send: () => advance(floor.centre, floor.clock, 500) };
}

/** A customer's call is answered; `leg` is the agent's. */
function scriptedTalk(): ReturnType<typeof scripted> & { leg: string; conversation: string } {
  const scene = scripted();
  const { exchange, desk, send } = scene;
  exchange.report({ type: 'incoming', leg: 'X', from: { kind: 'number', number: CUSTOMER }, to: '1001' });
  const leg = exchange.dialled[0]?.leg ?? '';
  exchange.done('dial');
  exchange.report({ type: 'dialing', leg }, { type: 'alerting', leg });
  desk.sdk.answer();
  send();
  exchange.done('answer');
  exchange.report({ type: 'answered', leg });
  const conversation = String(exchange.asked.find(({ name }) => name === 'connect')?.args[0]);
  exchange.report({ type: 'connected', conversation, legs: ['X', leg] });
  exchange.done('connect');
  send();
  desk.news();
  return { ...scene, leg, conversation };
}

describe('events are made from what the switch reports', () => {
  test('not from what was asked for', () => {
    const { desk, exchange, floor, send, leg, conversation } = scriptedTalk();
    expect(floor.centre.truth('1001').work).toBe('talking');
    desk.sdk.holdCall();
    send();
    expect(exchange.names()).toEqual(['hold']);
    expect(desk.news()).toEqual([]);
    expect(floor.centre.truth('1001').work).toBe('talking');
    expect(floor.centre.quiet()).toBe(false);
    exchange.report({ type: 'held', conversation, leg });
    exchange.done('hold');
    send();
    expect(desk.news()).toEqual(['EventAgentHoldCall']);
    expect(floor.centre.quiet()).toBe(true);
  });

  test('once, even if it reports twice', () => {
    const { desk, exchange, send, leg, conversation } = scriptedTalk();
    const held = { type: 'held', conversation, leg } as const;
    const retrieved = { type: 'retrieved', conversation, leg } as const;
    const muted = { type: 'muted', leg } as const;
    exchange.report(held, held, retrieved, retrieved, muted, muted);
    send();
    expect(desk.news()).toEqual(['EventAgentHoldCall', 'EventAgentRetrieveCall', 'EventAgentMute']);
  });

  test('and reports about legs that nobody knows change nothing', () => {
    const { desk, exchange, floor, send, conversation } = scriptedTalk();
    const before = floor.centre.truth('1001');
    exchange.report(
      { type: 'released', leg: 'other', cause: 'normal' },
      { type: 'held', leg: 'other', conversation },
      { type: 'answered', leg: 'other' },
      { type: 'connected', conversation: 'other', legs: ['other'] },
      { type: 'held', leg: 'X', conversation: 'other' },
      { type: 'incoming', leg: 'X', from: { kind: 'number', number: CUSTOMER }, to: '1001' },
    );
    send();
    expect(desk.news()).toEqual([]);
    expect(floor.centre.truth('1001')).toEqual(before);
  });
});

describe('an operation that fails', () => {
  test('is refused, and leaves everything as it was', () => {
    const { desk, exchange, floor, send } = scriptedTalk();
    desk.sdk.holdCall();
    send();
    exchange.done('hold', { cause: 'failed', detail: 'x' });
    send();
    expect(desk.news()).toEqual(['EventError']);
    expect(floor.centre.truth('1001').work).toBe('talking');
  });

  test('or is never answered is given up, and the next can be tried', () => {
    const { desk, exchange, floor, send } = scriptedTalk();
    desk.sdk.muteCall();
    send();
    advance(floor.centre, floor.clock, 16_000);
    expect(desk.last('EventError')).toMatchObject({ errorCode: '330002' });
    desk.sdk.holdCall();
    send();
    expect(exchange.names()).toEqual(['mute', 'hold']);
  });

  test('because the own phone cannot be called ends the call that was to be made', () => {
    const { desk, exchange, floor, send } = scripted();
    desk.sdk.makeCall({ otherDN: CUSTOMER });
    send();
    exchange.done('dial', { cause: 'failed' });
    send();
    expect(desk.news()).toEqual(['EventError']);
    expect(desk.last('EventError')).toMatchObject({ errorCode: '330195' });
    expect(floor.centre.truth('1001').work).toBe('idle');
    expect(floor.centre.counts().calls).toBe(0);
  });

  test('because the third party cannot be called leaves the customer on hold', () => {
    const { desk, exchange, floor, send, leg, conversation } = scriptedTalk();
    desk.sdk.initiateConsult({ targetType: '1', target: '13700000000' });
    send();
    exchange.report({ type: 'held', conversation, leg });
    exchange.done('hold');
    exchange.done('dial', { cause: 'unreachable' });
    send();
    expect(desk.news()).toEqual(['EventAgentHoldCall', 'EventError']);
    expect(floor.centre.truth('1001')).toMatchObject({ work: 'holding', consult: null });
    desk.sdk.retrieveConsult();
    send();
    expect(exchange.names()).toEqual(['retrieve']);
  });

  test('to end a leg is asked for once, however often the agent hangs up', () => {
    const { desk, exchange, send } = scriptedTalk();
    desk.sdk.hangup();
    desk.sdk.hangup();
    send();
    expect(exchange.names()).toEqual(['release']);
  });

  test('because a leg to be released is gone counts as its end', () => {
    const { desk, exchange, floor, send } = scriptedTalk();
    desk.sdk.hangup();
    send();
    exchange.done('release', { cause: 'gone' });
    exchange.done('release', { cause: 'gone' });
    send();
    expect(desk.news()).toEqual(['EventReleased']);
    expect(floor.centre.counts().calls).toBe(0);
  });
});

test('a switch that loses all calls leaves agents signed in and free', () => {
  const { desk, exchange, floor, send, leg } = scriptedTalk();
  desk.sdk.holdCall();
  send();
  exchange.report({ type: 'released', leg: 'X', cause: 'lost' }, { type: 'released', leg, cause: 'lost' });
  exchange.done('hold', { cause: 'unreachable' });
  send();
  expect(desk.news()).toEqual(['EventReleased']);
  expect(floor.centre.truth('1001')).toMatchObject({ login: 'online', work: 'idle' });
  expect(floor.centre.counts().calls).toBe(0);
});

test('a call that waits is offered as soon as the switch has freed an agent', () => {
  const { exchange, floor, leg } = scriptedTalk();
  exchange.report({ type: 'incoming', leg: 'Y', from: { kind: 'number', number: '13800000000' }, to: 'support' });
  expect(exchange.names()).toEqual([]);
  exchange.report({ type: 'released', leg: 'X', cause: 'normal' });
  exchange.report({ type: 'released', leg, cause: 'normal' });
  expect(exchange.names()).toContain('dial');
  expect(floor.centre.truth('1001').work).toBe('idle');
});

test('what the desk asks for has ids and numbers that a switch can use', () => {
  const { desk, exchange, send } = scripted();
  desk.sdk.makeCall({ otherDN: CUSTOMER, ANI: '0101' });
  send();
  const [own] = exchange.dialled;
  expect(own).toEqual({
    leg: expect.stringMatching(/^leg-[0-9a-f]{12}$/),
    to: { kind: 'ext', ext: '8001' },
    display: '0101',
    autoAnswer: true,
    ringFor: 60_000,
  });
  exchange.report({ type: 'answered', leg: own?.leg ?? '' });
  expect(exchange.dialled[1]).toMatchObject({ to: { kind: 'number', number: CUSTOMER }, autoAnswer: false });
});

test('customers and devices can be moved on the simulated exchange only', () => {
  const { floor } = scripted();
  expect(() => floor.centre.customer(CUSTOMER)).toThrow('only on the simulated exchange');
  expect(() => floor.centre.device('8001')).toThrow('only on the simulated exchange');
});
