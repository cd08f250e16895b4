import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, openFloor } from './support/floor.js';
import { talkingScene } from './support/scenes.js';
import { covers } from '../sobot-contract/covers.js';

const THIRD = '13700000000';

describe('a single transfer to an agent', () => {
  test('rings there, and ends the own call when it is answered', () => {
    covers("singleTransfer rule: after success the agent's own call ends");
    const scene = talkingScene();
    const other = scene.signIn('1002');
    scene.desk.run('singleTransfer', { targetType: '0', target: '1002' });
    expect(scene.desk.news()).toEqual([]);
    expect(scene.centre.truth('1001').work).toBe('talking');
    expect(other.last('EventRinging')).toMatchObject({
      callType: 'Inbound',
      otherDN: CUSTOMER,
      thirdDN: '8001',
      thirdDNRole: 'TransferBy',
    });
    other.run('answer');
    expect(other.news()).toEqual(['EventRinging', 'EventEstablished']);
    expect(scene.desk.news()).toEqual(['EventReleased']);
    expect(scene.desk.last('EventReleased')).toMatchObject({ thirdDN: '8002', thirdDNRole: 'TransferTo' });
    expect(scene.centre.truth('1001').work).toBe('acw');
    expect(scene.centre.truth('1002')).toMatchObject({ work: 'talking', call: { otherDN: CUSTOMER } });
    expect(scene.customer.peers).toEqual(['8002']);
  });

  test('can count as done when it rings, and then ends if nobody answers', () => {
    const scene = talkingScene({ behaviour: { transferDone: 'ringing' }, dialSeconds: 20 });
    const other = scene.signIn('1002');
    scene.desk.run('singleTransfer', { targetType: '0', target: '1002' });
    expect(scene.desk.news()).toEqual(['EventReleased']);
    expect(scene.centre.truth('1001').work).toBe('acw');
    scene.pass(21_000);
    expect(other.news()).toEqual(['EventRinging', 'EventReleased']);
    expect(scene.customer.state).toBe('idle');
    expect(scene.centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('that counts as done when it rings goes on when it is answered', () => {
    const scene = talkingScene({ behaviour: { transferDone: 'ringing' } });
    const other = scene.signIn('1002');
    scene.desk.run('singleTransfer', { targetType: '0', target: '1002' });
    other.run('answer');
    expect(other.news()).toEqual(['EventRinging', 'EventEstablished']);
    expect(scene.customer.peers).toEqual(['8002']);
  });

  test.each([
    ['EventError', ['EventError']],
    ['silent', []],
  ] as const)('that is rejected leaves the talk as it was: %s', (transferFailed, events) => {
    const scene = talkingScene({ behaviour: { transferFailed } });
    const other = scene.signIn('1002');
    scene.desk.run('singleTransfer', { targetType: '0', target: '1002' });
    other.run('rejectCall');
    expect(scene.desk.news()).toEqual(events);
    expect(scene.centre.truth('1001').work).toBe('talking');
    expect(scene.customer.peers).toEqual(['8001']);
    // The way is free for another try.
    scene.desk.run('holdCall');
    expect(scene.centre.truth('1001').work).toBe('holding');
  });

  test('is called off when the agent hangs up meanwhile', () => {
    const scene = talkingScene();
    const other = scene.signIn('1002');
    scene.desk.run('singleTransfer', { targetType: '0', target: '1002' });
    scene.desk.run('hangup');
    expect(scene.desk.news()).toEqual(['EventReleased']);
    expect(other.news()).toEqual(['EventRinging', 'EventReleased']);
    expect(scene.customer.state).toBe('idle');
  });

  test('is called off when the customer hangs up meanwhile', () => {
    const scene = talkingScene();
    const other = scene.signIn('1002');
    scene.desk.run('singleTransfer', { targetType: '0', target: '1002' });
    scene.customer.hangup();
    scene.rest();
    expect(scene.desk.news()).toEqual(['EventReleased']);
    expect(other.news()).toEqual(['EventRinging', 'EventReleased']);
    expect(scene.centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('keeps everything else about the call waiting', () => {
    const scene = talkingScene();
    scene.signIn('1002');
    scene.desk.run('singleTransfer', { targetType: '0', target: '1002' });
    for (const command of ['holdCall', 'singleTransfer', 'initiateConsult'] as const) {
      scene.desk.run(command, { targetType: '1', target: THIRD });
      expect(scene.desk.last('EventError')).toMatchObject({ errorCode: '330007' });
    }
    expect(scene.centre.truth('1001').work).toBe('talking');
  });

  test('by his id, if the page uses ids', () => {
    covers('initAgent(agent) note: work number or id, which one agentType says');
    const scene = openFloor({
      agents: [
        { agentID: '1', agentUUID: 'u1', ext: '81' },
        { agentID: '2', agentUUID: 'u2', ext: '82' },
      ],
    });
    const other = scene.signIn('2');
    const desk = scene.open('u1', { agentType: ' 1 ' });
    desk.run('login', { agentState: '1' });
    desk.run('makeCall', { otherDN: CUSTOMER });
    scene.centre.customer(CUSTOMER).answer();
    scene.rest();
    desk.run('singleTransfer', { targetType: '0', target: '2' });
    expect(desk.last('EventError')).toMatchObject({ errorCode: '330104' });
    desk.run('singleTransfer', { targetType: '0', target: 'u2' });
    expect(other.news()).toEqual(['EventRinging']);
  });
});

test('a transfer to a number outside ends the own call when it is answered there', () => {
  const { desk, centre, customer, rest } = talkingScene();
  desk.run('singleTransfer', { targetType: '1', target: THIRD });
  centre.customer(THIRD).answer();
  rest();
  expect(desk.news()).toEqual(['EventReleased']);
  expect(customer.peers).toEqual([THIRD]);
  customer.hangup();
  rest();
  expect(centre.customer(THIRD).state).toBe('idle');
  expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
});

test('a transfer to an extension rings at the agent who is signed in with it', () => {
  const scene = talkingScene();
  const other = scene.signIn('1002');
  scene.desk.run('singleTransfer', { targetType: '2', target: '8002' });
  expect(other.news()).toEqual(['EventRinging']);
});

test('a transferred colleague is told who he talks with now', () => {
  const floor = openFloor();
  const [first, second, third] = [floor.signIn('1001'), floor.signIn('1002'), floor.signIn('1003')];
  first.run('makeCall', { otherDN: '8002' });
  second.run('answer');
  second.news();
  first.run('singleTransfer', { targetType: '0', target: '1003' });
  third.run('answer');
  expect(second.news()).toEqual(['EventPartyChanged']);
  expect(second.last('EventPartyChanged')).toMatchObject({ otherDN: '8003', thirdDN: '8001', thirdDNRole: 'TransferBy' });
  expect(floor.centre.truth('1002').call?.otherDN).toBe('8003');
});

describe('the target of a transfer', () => {
  test.each([
    ['type missing', {}, '330128'],
    ['type unknown', { targetType: '3', target: '1' }, '330103'],
    ['missing', { targetType: '0' }, '330129'],
    ['not found', { targetType: '0', target: '9' }, '330104'],
    ['signed out', { targetType: '0', target: '1003' }, '330107'],
    ['the agent himself', { targetType: '0', target: '1001' }, '330086'],
    ['no such extension', { targetType: '2', target: '9' }, '330104'],
    ['no number', { targetType: '1', target: 'abc' }, '330142'],
  ])('%s is refused, and nothing changes', (_what, params, errorCode) => {
    const { desk, centre } = talkingScene();
    const before = centre.truth('1001');
    desk.run('singleTransfer', params);
    expect(desk.news()).toEqual(['EventError']);
    expect(desk.last('EventError')).toMatchObject({ errorCode, callID: before.call?.callID });
    expect(centre.truth('1001')).toEqual(before);
  });

  test('on a call, not ready, or without a registered phone is refused', () => {
    const scene = talkingScene();
    const other = scene.signIn('1002', { agentState: '2' });
    scene.desk.run('singleTransfer', { targetType: '0', target: '1002' });
    expect(scene.desk.last('EventError')).toMatchObject({ errorCode: '330110' });
    other.run('login', { agentState: '1', phoneType: 'sip' });
    scene.centre.device('8002').unregister();
    scene.rest();
    scene.desk.run('singleTransfer', { targetType: '0', target: '1002' });
    expect(scene.desk.last('EventError')).toMatchObject({ errorCode: '330196' });
    scene.centre.device('8002').register();
    other.run('makeCall', { otherDN: THIRD });
    scene.desk.run('singleTransfer', { targetType: '0', target: '1002' });
    expect(scene.desk.last('EventError')).toMatchObject({ errorCode: '330108' });
  });

  test('not ready can be allowed', () => {
    const scene = talkingScene({ behaviour: { notReadyTarget: 'allowed' } });
    const other = scene.signIn('1002', { agentState: '2' });
    scene.desk.run('singleTransfer', { targetType: '0', target: '1002' });
    expect(other.news()).toEqual(['EventRinging']);
  });
});
