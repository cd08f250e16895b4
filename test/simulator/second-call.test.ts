import { describe, expect, test } from '@jest/globals';
import type { CallCentreOptions, Customer } from '../../adapters/simulator/index.js';
import { readyScene, ringingScene, talkingScene, type Scene } from './support/scenes.js';

const WAITING = { callWaiting: 1 } as const;
const SECOND = '13800000000';

interface TwoCalls extends Scene {
  readonly second: Customer;
}

/** Agent 1001 talks with the customer, and a second one calls. */
function knockingScene(options: Partial<CallCentreOptions> = {}): TwoCalls {
  const scene = talkingScene({ ...WAITING, ...options });
  const second = scene.centre.customer(SECOND);
  second.dial('1001');
  scene.rest();
  return { ...scene, second };
}

/** The second call is answered, and the first is held. */
function swappedScene(options: Partial<CallCentreOptions> = {}): TwoCalls {
  const scene = knockingScene(options);
  scene.desk.run('answer');
  scene.desk.news();
  return scene;
}

describe('a second call', () => {
  test('rings beside the talk, which goes on', () => {
    const { desk, centre, customer, second } = knockingScene();
    expect(desk.news()).toEqual(['EventRinging']);
    expect(desk.last('EventRinging')).toMatchObject({ callType: 'Inbound', thisDNRole: 'Destination', otherDN: SECOND });
    const truth = centre.truth('1001');
    expect(truth).toMatchObject({ work: 'talking', call: { otherDN: customer.number } });
    expect(truth.waiting).toMatchObject([
      { work: 'ringing', otherDN: SECOND, establishedAt: null, since: desk.last('EventRinging')['creationTime'] },
    ]);
    expect(customer.state).toBe('talking');
    expect(second.state).toBe('dialing');
    expect(centre.device('8001')).toMatchObject({ state: 'talking', lines: ['talking', 'ringing'] });
  });

  test('comes to the extension as to the work number', () => {
    const { centre, rest } = talkingScene(WAITING);
    centre.customer(SECOND).dial('8001');
    rest();
    expect(centre.truth('1001').waiting).toMatchObject([{ work: 'ringing' }]);
  });

  test('comes to an agent of whom his own options say so', () => {
    const agents = [
      { agentID: '1001', ext: '8001', callWaiting: 1 },
      { agentID: '1002', ext: '8002' },
    ];
    const { centre } = knockingScene({ agents, callWaiting: 0 });
    expect(centre.truth('1001').waiting).toHaveLength(1);
  });

  test('hears busy where as many wait as may', () => {
    const { centre, rest } = knockingScene();
    const third = centre.customer('13900000009');
    third.dial('1001');
    rest();
    expect(third.lastRelease).toBe('busy');
  });

  test('does not come from a queue: the agent is not free', () => {
    const { centre, rest } = talkingScene(WAITING);
    centre.customer(SECOND).dial('support');
    rest();
    expect(centre.truth('1001').waiting).toEqual([]);
  });

  test('is answered: the first is held', () => {
    const { desk, centre, customer, second } = knockingScene();
    desk.news();
    desk.run('answer');
    expect(desk.news()).toEqual(['EventAgentHoldCall', 'EventEstablished']);
    const truth = centre.truth('1001');
    expect(truth).toMatchObject({ work: 'talking', call: { otherDN: SECOND } });
    expect(truth.waiting).toMatchObject([{ work: 'holding', otherDN: customer.number }]);
    expect(customer.state).toBe('held');
    expect(second.peers).toEqual(['8001']);
  });

  test('is answered at the phone itself, which holds the first', () => {
    const { desk, centre, customer, second, rest } = knockingScene();
    desk.news();
    centre.device('8001').answer();
    rest();
    expect(desk.news()).toEqual(['EventAgentHoldCall', 'EventEstablished']);
    expect([customer.state, second.state]).toEqual(['held', 'talking']);
    expect(centre.device('8001')).toMatchObject({ peers: [SECOND], lines: ['talking', 'talking'] });
  });

  test('is rejected, and the talk goes on', () => {
    const { desk, centre, customer, second } = knockingScene();
    desk.news();
    desk.run('rejectCall');
    expect(desk.news()).toEqual(['EventReleased']);
    expect(desk.last('EventReleased')).toMatchObject({ otherDN: SECOND });
    expect(second.lastRelease).toBe('rejected');
    expect(customer.state).toBe('talking');
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', waiting: [], missed: 1 });
  });

  test('is rejected at the phone itself', () => {
    const { centre, customer, second, rest } = knockingScene();
    centre.device('8001').reject();
    rest();
    expect([customer.state, second.lastRelease]).toEqual(['talking', 'rejected']);
  });

  test('ends when its customer gives up, or has waited long enough', () => {
    const { desk, centre, second, rest, pass } = knockingScene();
    second.hangup();
    rest();
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', waiting: [] });
    desk.news();
    second.dial('1001');
    rest();
    pass(21_000);
    expect(desk.news()).toEqual(['EventRinging', 'EventReleased']);
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', waiting: [], missed: 1 });
  });

  test('is the call when the first customer hangs up; after-call work comes after the last', () => {
    const { desk, centre, customer, second, rest } = knockingScene();
    customer.hangup();
    rest();
    expect(centre.truth('1001')).toMatchObject({ work: 'ringing', call: { otherDN: SECOND }, waiting: [] });
    second.hangup();
    rest();
    desk.news();
    expect(centre.truth('1001')).toMatchObject({ work: 'acw', call: null });
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('is hung up, and the first is the call again, held', () => {
    const { desk, centre, customer } = swappedScene();
    desk.run('hangup');
    expect(desk.news()).toEqual(['EventReleased']);
    expect(centre.truth('1001')).toMatchObject({ work: 'holding', call: { otherDN: customer.number }, waiting: [] });
    desk.run('retrieveCall');
    expect(customer.state).toBe('talking');
    desk.run('hangup');
    expect(centre.truth('1001').work).toBe('acw');
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('goes on when the first customer, held, hangs up', () => {
    const { centre, customer, second, rest } = swappedScene();
    customer.hangup();
    rest();
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', call: { otherDN: SECOND }, waiting: [] });
    expect(second.state).toBe('talking');
  });

  test('changes places with the first at the phone itself', () => {
    const { desk, centre, customer, second, rest } = swappedScene();
    centre.device('8001').retrieve();
    rest();
    expect(desk.news()).toEqual(['EventAgentHoldCall', 'EventAgentRetrieveCall']);
    expect([customer.state, second.state]).toEqual(['talking', 'held']);
    expect(centre.truth('1001')).toMatchObject({ call: { otherDN: customer.number }, waiting: [{ work: 'holding', otherDN: SECOND }] });
  });

  test('is heard through the same microphone, muted until the call in front ends', () => {
    const scene = knockingScene();
    scene.desk.run('muteCall');
    scene.desk.run('answer');
    expect(scene.centre.truth('1001')).toMatchObject({ muted: true, call: { otherDN: SECOND } });
    const ofAgent = () => scene.centre.legs().filter(({ address }) => address.kind === 'ext');
    expect(ofAgent().map(({ muted }) => muted)).toEqual([true, true]);
    scene.desk.run('hangup');
    expect(scene.centre.truth('1001')).toMatchObject({ muted: false, work: 'holding' });
    expect(ofAgent().map(({ muted }) => muted)).toEqual([false]);
  });

  test('cannot be taken in a consult; rejecting it is possible', () => {
    const scene = knockingScene();
    scene.signIn('1002');
    scene.desk.run('initiateConsult', { targetType: '0', target: '1002' });
    scene.desk.run('answer');
    expect(scene.desk.last('EventError')).toMatchObject({ errorCode: '330035', callID: scene.centre.truth('1001').waiting[0]?.callID });
    scene.desk.run('rejectCall');
    expect(scene.centre.truth('1001')).toMatchObject({ work: 'consulting', waiting: [] });
  });

  test('comes while another rings: the first that rings is answered first', () => {
    const { desk, centre, customer, rest } = ringingScene(WAITING);
    centre.customer(SECOND).dial('1001');
    rest();
    expect(centre.truth('1001')).toMatchObject({ work: 'ringing', call: { otherDN: customer.number }, waiting: [{ work: 'ringing' }] });
    desk.run('answer');
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', call: { otherDN: customer.number }, waiting: [{ work: 'ringing' }] });
  });

  test('comes while the agent calls out, and is answered: who is called is held as soon as he answers', () => {
    const { desk, centre, customer, rest } = readyScene(WAITING);
    desk.run('makeCall', { otherDN: customer.number });
    const second = centre.customer(SECOND);
    second.dial('1001');
    rest();
    expect(centre.truth('1001')).toMatchObject({ work: 'dialing', waiting: [{ work: 'ringing' }] });
    desk.run('answer');
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', call: { otherDN: SECOND }, waiting: [{ work: 'dialing' }] });
    customer.answer();
    rest();
    expect(centre.truth('1001')).toMatchObject({ work: 'talking', call: { otherDN: SECOND }, waiting: [{ work: 'holding' }] });
    expect(customer.state).toBe('held');
  });

  test('ends with the first when the agent signs out by force', () => {
    const { desk, centre, customer, second } = swappedScene();
    desk.run('resetLogout');
    expect(desk.news()).toEqual(['EventReleased', 'EventReleased', 'EventAgentLogout']);
    expect([customer.state, second.state]).toEqual(['idle', 'idle']);
    expect(centre.truth('1001')).toMatchObject({ login: 'offline', work: 'idle', waiting: [] });
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('ends with the first when the switch goes down', () => {
    const { centre, rest } = swappedScene();
    centre.faults.restartSwitch();
    rest();
    expect(centre.truth('1001')).toMatchObject({ work: 'acw', waiting: [] });
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });
});
