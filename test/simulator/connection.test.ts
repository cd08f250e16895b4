import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, openFloor } from './support/floor.js';
import { consultingScene, readyScene, talkingScene } from './support/scenes.js';
import { covers } from '../sobot-contract/covers.js';

const STATE_INFO = {
  agent: '1001',
  agentType: '0',
  companyId: expect.any(String),
  phoneType: 'webrtc',
  thisDN: '8001',
  agentState: '1',
  agentStateTimestamp: expect.any(Number),
  workStatusTimestamp: expect.any(Number),
};

describe('a page that is loaded anew', () => {
  test('regains an agent who is idle, without workStatusInfo', () => {
    covers('initAgent rule: an agent who is not offline on the server gets EventAgentRegainStatus after it, if subscribed');
    const floor = readyScene();
    const page = floor.open('1001');
    expect(page.news()).toEqual(['EventAgentRegainStatus']);
    const message = page.last('EventAgentRegainStatus');
    expect(message['agentStateInfo']).toEqual({ ...STATE_INFO, workStatus: 'ready' });
    expect(message).not.toHaveProperty('workStatusInfo');
    // It can go on without a login.
    expect(page.run('notReady', { reasonCode: 11 })?.outcome).toBe('success');
  });

  test('regains the call and the third party', () => {
    const scene = consultingScene();
    const truth = scene.centre.truth('1001');
    const page = scene.open('1001');
    expect(page.last('EventAgentRegainStatus')).toMatchObject({
      agentStateInfo: { workStatus: 'consulting', workStatusTimestamp: truth.since },
      workStatusInfo: {
        callID: truth.call?.callID,
        callType: 'Inbound',
        otherDN: CUSTOMER,
        otherDNRole: 'Origination',
        thisDN: '8001',
        thisDNRole: 'Destination',
        thirdDN: '8002',
        thirdDNRole: 'Destination',
      },
    });
    page.run('retrieveConsult');
    expect(scene.centre.truth('1001').work).toBe('talking');
  });

  test.each([
    ['talking', () => talkingScene(), 'talking'],
    [
      'holding',
      () => {
        const scene = talkingScene();
        scene.desk.run('holdCall');
        return scene;
      },
      'holding',
    ],
    [
      'sorting',
      () => {
        const scene = talkingScene();
        scene.desk.run('hangup');
        return scene;
      },
      'sorting',
    ],
    ['occupied', () => readyScene({}, { agentState: '2' }), 'occupied'],
    [
      'locked',
      () => {
        const scene = readyScene({ lockAfterMissed: 1 });
        scene.customer.dial('1001');
        scene.rest();
        scene.desk.run('rejectCall');
        return scene;
      },
      'locking',
    ],
  ] as const)('is told the work status by name: %s', (_what, make, workStatus) => {
    expect(make().open('1001').last('EventAgentRegainStatus')).toMatchObject({ agentStateInfo: { workStatus } });
  });

  test('is told the reason as text, and since when', () => {
    const scene = readyScene();
    scene.desk.run('notReady', { reasonCode: 13 });
    const since = scene.desk.last('EventAgentNotReady')['creationTime'];
    scene.pass(5000);
    expect(scene.open('1001').last('EventAgentRegainStatus')).toMatchObject({
      agentStateInfo: { agentState: '2', reasonCode: '13', reasonCodeTimestamp: since },
    });
  });

  test('can be told an opaque work status instead', () => {
    const scene = talkingScene({ behaviour: { regainWorkStatus: 'opaque' } });
    const info = scene.open('1001').last('EventAgentRegainStatus')['agentStateInfo'] as { workStatus: string };
    expect(info.workStatus).toMatch(/^\d+$/);
  });

  test('gets nothing if it has not subscribed yet', () => {
    covers('initAgent rule: an agent who is not offline on the server gets EventAgentRegainStatus after it, if subscribed');
    const scene = readyScene();
    const sdk = scene.centre.connect();
    const seen: unknown[] = [];
    sdk.initAgent({ token: 't', companyId: 'c', agent: '1001' });
    scene.rest();
    sdk.on('EventAgentRegainStatus', (message) => seen.push(message));
    scene.rest();
    expect(seen).toEqual([]);
  });

  test.each([
    ['name', 'Destination'],
    ['number', 2],
    ['numericString', '2'],
  ] as const)('is told roles as %s', (roleFormat, thisDNRole) => {
    const scene = talkingScene({ behaviour: { roleFormat } });
    expect(scene.open('1001').last('EventAgentRegainStatus')).toMatchObject({ workStatusInfo: { thisDNRole } });
  });
});

describe('a login on another page', () => {
  test('cuts off this one, and changes nothing else', () => {
    covers('login rule: a login from one end disconnects the other end, whose agent does not go offline');
    const scene = readyScene();
    const other = scene.open('1001');
    other.run('login', { agentState: '1' });
    expect(scene.desk.news()).toEqual(['EventAgentConnectionChanged']);
    expect(other.news()).toEqual(['EventAgentRegainStatus', 'EventAgentLogin', 'EventAgentReady']);
    expect(scene.centre.truth('1001')).toMatchObject({ login: 'online', connected: true, ends: ['end-2'] });
  });

  test('leaves this one with 330049 for everything but login, by which it takes the agent back', () => {
    const scene = readyScene();
    const other = scene.centre.faults.secondEnd('1001');
    const seen: string[] = [];
    other.on('EventAgentConnectionChanged', ({ messageID }) => seen.push(String(messageID)));
    scene.rest();
    scene.desk.news();
    expect(scene.desk.run('notReady', { reasonCode: 11 })?.result).toMatchObject({ errorCode: '330049' });
    scene.desk.run('makeCall', { otherDN: CUSTOMER });
    expect(scene.desk.last('EventError')).toMatchObject({ errorCode: '330049' });
    expect(scene.centre.truth('1001')).toMatchObject({ login: 'online', work: 'idle' });
    expect(scene.desk.run('login', { agentState: '1' })?.outcome).toBe('success');
    expect(seen).toEqual(['EventAgentConnectionChanged']);
    expect(scene.desk.news()).toEqual(['EventError', 'EventAgentLogin', 'EventAgentReady']);
    // No event of the agent reaches the page that was cut off.
    const before = seen.length;
    scene.desk.run('notReady', { reasonCode: 11 });
    expect(seen).toHaveLength(before);
  });

  test('is refused during a call, and then cuts off nobody', () => {
    const scene = talkingScene();
    scene.centre.faults.secondEnd('1001');
    scene.rest();
    expect(scene.desk.news()).toEqual([]);
    scene.desk.run('holdCall');
    expect(scene.desk.news()).toEqual(['EventAgentHoldCall']);
  });
});

describe('a lost connection', () => {
  test('loses what is on its way in both directions, and nothing comes of it', () => {
    const scene = talkingScene();
    let answered = 0;
    scene.desk.sdk.holdCall();
    scene.desk.sdk.queryAgents({ success: () => (answered += 1), error: () => (answered += 1) });
    scene.centre.faults.disconnect(scene.desk.sdk);
    scene.rest();
    expect(scene.centre.truth('1001')).toMatchObject({ work: 'talking', connected: false });
    expect(scene.desk.news()).toEqual([]);
    expect(answered).toBe(0);
  });

  test('is regained with the call in it', () => {
    const scene = talkingScene();
    scene.centre.faults.disconnect(scene.desk.sdk, { ms: 5000 });
    scene.pass(4000);
    expect(scene.desk.news()).toEqual([]);
    scene.pass(1000);
    expect(scene.desk.news()).toEqual(['EventAgentRegainStatus']);
    expect(scene.desk.last('EventAgentRegainStatus')).toMatchObject({ workStatusInfo: { otherDN: CUSTOMER } });
    scene.desk.run('hangup');
    expect(scene.desk.news()).toEqual(['EventReleased']);
  });

  test('of a web phone ends the call after a time of grace, and the other side is told', () => {
    const scene = talkingScene({ webrtcGraceSeconds: 10 });
    scene.centre.faults.disconnect('1001');
    scene.pass(9000);
    expect(scene.customer.state).toBe('talking');
    scene.pass(1100);
    expect(scene.customer.state).toBe('idle');
    expect(scene.centre.truth('1001')).toMatchObject({ login: 'online', work: 'acw' });
    expect(scene.centre.device('8001').registered).toBe(false);
    scene.centre.faults.reconnect('1001');
    scene.rest();
    expect(scene.desk.news()).toEqual(['EventAgentRegainStatus']);
    expect(scene.desk.last('EventAgentRegainStatus')).not.toHaveProperty('workStatusInfo');
    expect(scene.centre.device('8001').registered).toBe(true);
    expect(scene.centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('of a SIP phone does not end the call', () => {
    const scene = readyScene({ webrtcGraceSeconds: 1 }, { phoneType: 'sip' });
    scene.desk.run('makeCall', { otherDN: CUSTOMER });
    scene.customer.answer();
    scene.rest();
    scene.centre.faults.disconnect('1001');
    scene.pass(60_000);
    expect(scene.customer.state).toBe('talking');
  });

  test('during which another page has signed in is told when it is back', () => {
    const scene = readyScene();
    scene.centre.faults.disconnect(scene.desk.sdk);
    scene.centre.faults.secondEnd('1001');
    scene.rest();
    scene.centre.faults.reconnect(scene.desk.sdk);
    scene.rest();
    expect(scene.desk.news()).toEqual(['EventAgentConnectionChanged']);
  });

  test('during which the agent was signed out is told when it is back', () => {
    const scene = readyScene();
    const supervisor = scene.desk;
    const agent = scene.signIn('1002');
    scene.centre.faults.disconnect(agent.sdk);
    supervisor.run('forceLogout', { targetAgentID: '1002' });
    scene.centre.faults.reconnect(agent.sdk);
    scene.rest();
    expect(agent.news()).toEqual(['EventAgentLogout']);
  });

  test.each([
    ['silent', null],
    ['error', { status: 'error', errorCode: '330009', errorMessage: expect.any(String) }],
  ] as const)('makes commands %s', (whileDisconnected, result) => {
    const scene = readyScene({ behaviour: { whileDisconnected } });
    scene.centre.faults.disconnect(scene.desk.sdk);
    expect(scene.desk.run('notReady', { reasonCode: 11 })?.result ?? null).toEqual(result);
    scene.desk.run('makeCall', { otherDN: CUSTOMER });
    expect(scene.desk.news()).toEqual(result === null ? [] : ['EventError']);
    expect(scene.centre.truth('1001')).toMatchObject({ login: 'online', work: 'idle' });
  });
});

describe('a page that is closed', () => {
  test('is forgotten, and its agent stays signed in', () => {
    const scene = readyScene({}, { phoneType: 'sip' });
    scene.centre.close(scene.desk.sdk);
    expect(scene.centre.counts().ends).toBe(0);
    expect(scene.centre.truth('1001')).toMatchObject({ login: 'online', connected: false });
    expect(scene.desk.run('logout')).toBeNull();
    expect(scene.centre.truth('1001').login).toBe('online');
  });

  test('does not leave the next caller alone: the phone in it is gone after the time of grace', () => {
    const scene = readyScene({ webrtcGraceSeconds: 5 });
    scene.centre.close(scene.desk.sdk);
    scene.pass(6000);
    scene.customer.dial('1001');
    scene.rest();
    expect(scene.customer.lastRelease).toBe('unavailable');
  });

  test('cannot be closed by another call centre', () => {
    const { centre } = openFloor();
    expect(() => {
      centre.close(openFloor().centre.connect());
    }).toThrow('not made by this call centre');
  });
});

test('two pages that have initialised both get the events', () => {
  const scene = readyScene();
  const other = scene.open('1001');
  other.news();
  scene.customer.dial('1001');
  scene.rest();
  expect(scene.desk.news()).toEqual(['EventRinging']);
  expect(other.news()).toEqual(['EventRinging']);
  expect(other.last('EventRinging')).not.toBe(scene.desk.last('EventRinging'));
});

describe('EventJanusLatency', () => {
  test('comes again and again to agents with a web phone, and to no others', () => {
    const floor = openFloor({ latencyReportSeconds: 5 });
    const [web, sip] = [floor.signIn('1001'), floor.signIn('1002', { phoneType: 'sip' })];
    floor.pass(20_000);
    expect(web.news().length).toBeGreaterThanOrEqual(3);
    expect(sip.news()).toEqual([]);
    expect(web.last('EventJanusLatency')).toMatchObject({
      ping: expect.any(Number),
      jitter: expect.any(Number),
      loss: expect.stringMatching(/^\d+%$/),
      quality: expect.stringMatching(/^[a-e]$/),
    });
  });

  test('does not come unless asked for', () => {
    const scene = readyScene();
    scene.pass(600_000);
    expect(scene.desk.news()).toEqual([]);
  });
});
