import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, openFloor } from './support/floor.js';
import { consultingScene, readyScene, ringingScene, talkingScene } from './support/scenes.js';
import { covers } from '../sobot-contract/covers.js';

describe('initAgent', () => {
  test('succeeds, and sends nothing for an agent who is offline', () => {
    const floor = openFloor();
    const desk = floor.open('1001');
    expect(desk.run('initAgent', { token: 't', companyId: 'c', agent: ' 1001 ', agentType: ' 0 ' })).toEqual({
      outcome: 'success',
      result: { status: 'success' },
    });
    expect(desk.messages).toEqual([]);
  });

  test.each([
    ['no token', { token: ' ', companyId: 'c', agent: '1001' }],
    ['no company', { token: 't', agent: '1001' }],
    ['no agent', { token: 't', companyId: 'c' }],
    ['an agent there is not', { token: 't', companyId: 'c', agent: '9' }],
    ['a work number called an id', { token: 't', companyId: 'c', agent: '1001', agentType: '1' }],
    ['an unknown agentType', { token: 't', companyId: 'c', agent: '1001', agentType: '2' }],
  ])('with %s fails with nothing but a status', (_what, params) => {
    const floor = openFloor();
    const desk = floor.open('nobody');
    expect(desk.run('initAgent', params)).toEqual({ outcome: 'error', result: { status: 'error' } });
    expect(desk.run('login', {})?.result).toMatchObject({ errorCode: '330014' });
  });

  test('wants the token and the company that the floor names', () => {
    const floor = openFloor({ agents: [{ agentID: '1', ext: '8', token: 'secret' }], companyId: 'acme' });
    const desk = floor.open('nobody');
    expect(desk.run('initAgent', { token: 'x', companyId: 'acme', agent: '1' })?.outcome).toBe('error');
    expect(desk.run('initAgent', { token: 'secret', companyId: 'x', agent: '1' })?.outcome).toBe('error');
    expect(desk.run('initAgent', { token: 'secret', companyId: 'acme', agent: '1' })?.outcome).toBe('success');
  });
});

describe('login', () => {
  test('answers with what is in force, and tells it by events', () => {
    const floor = openFloor();
    const desk = floor.open('1001');
    const answer = desk.run('login', { agentState: '1', phoneType: 'webrtc', bindExt: ' 8001 ', bindMobile: ' 13900000001 ' });
    expect(answer).toEqual({
      outcome: 'success',
      result: {
        status: 'success',
        agentState: '1',
        phoneType: 'webrtc',
        bindExt: '8001',
        bindMobile: '13900000001',
        reasonCode: 0,
      },
    });
    expect(desk.news()).toEqual(['EventAgentLogin', 'EventAgentReady']);
    expect(desk.last('EventAgentReady')).toMatchObject({ agentID: '1001', thisDN: '8001', thisQueues: ['support'] });
    expect(floor.centre.truth('1001')).toMatchObject({ login: 'online', phoneType: 'webrtc', ext: '8001', connected: true });
  });

  test('without a status is in DND, with the default phone type, extension and mobile', () => {
    const floor = openFloor();
    const desk = floor.open('1001');
    expect(desk.run('login')?.result).toEqual({
      status: 'success',
      agentState: '2',
      phoneType: 'webrtc',
      bindExt: '8001',
      bindMobile: '13900000001',
      reasonCode: 2,
    });
    expect(desk.news()).toEqual(['EventAgentLogin', 'EventAgentNotReady']);
    expect(floor.centre.truth('1001')).toMatchObject({ login: 'dnd', reasonCode: 2 });
  });

  test.each([
    ['callbackFirst', ['success', 'EventAgentLogin', 'EventAgentReady']],
    ['eventFirst', ['EventAgentLogin', 'EventAgentReady', 'success']],
  ] as const)('calls back %s', (answerOrder, order) => {
    const floor = openFloor({ behaviour: { answerOrder } });
    const desk = floor.open('1001');
    const seen: string[] = [];
    desk.sdk.on('EventAgentAll', (message) => {
      seen.push(String(message['messageID']));
    });
    desk.sdk.login({ agentState: 1, success: () => seen.push('success') });
    floor.rest();
    expect(seen).toEqual(order);
  });

  test('makes the phone type the default, and binds the extension', () => {
    covers(
      "login(phoneType) note: blank: the agent's default answering method",
      "login(bindExt) note: blank: the extension bound in the agent's settings; two agents cannot bind the same",
    );
    const floor = openFloor({ extensions: ['8100'] });
    const desk = floor.open('1001');
    desk.run('login', { phoneType: 'sip', bindExt: '8100' });
    desk.run('logout');
    expect(desk.run('login', { phoneType: '', bindExt: '' })?.result).toMatchObject({ phoneType: 'sip', bindExt: '8100' });
  });

  test('with unbindExtOnLogout leaves no extension behind', () => {
    const floor = openFloor();
    const desk = floor.open('1001');
    desk.run('login', { bindExt: '8001', unbindExtOnLogout: true });
    desk.run('logout');
    expect(desk.run('login', { bindExt: '' })?.result).toMatchObject({ errorCode: '330122' });
    expect(desk.run('login', { bindExt: '8001' })?.outcome).toBe('success');
  });

  test.each([
    ['an unknown phone type', { phoneType: 'fax' }, '330124'],
    ['an unknown status', { agentState: '3' }, '330127'],
    ['an extension there is not', { bindExt: '9999' }, '330088'],
    ["another agent's extension", { bindExt: '8002' }, '330047'],
    ["another agent's mobile", { phoneType: 'pstn', bindMobile: '13900000002' }, '330047'],
    ['a malformed mobile', { phoneType: 'pstn', bindMobile: '12' }, '330126'],
  ])('with %s is refused, and changes nothing', (_what, params, errorCode) => {
    covers(
      "login(bindExt) note: blank: the extension bound in the agent's settings; two agents cannot bind the same",
      'login(bindMobile) note: two agents cannot bind the same',
    );
    const floor = openFloor();
    const desk = floor.open('1001');
    const before = floor.centre.truth('1001');
    const answer = desk.run('login', params);
    expect(answer?.outcome).toBe('error');
    expect(answer?.result).toEqual({ status: 'error', errorCode, errorMessage: expect.any(String) });
    expect(desk.news()).toEqual([]);
    expect(floor.centre.truth('1001')).toEqual(before);
  });

  test('by telephone needs a phone number, and no extension', () => {
    const floor = openFloor({ agents: [{ agentID: '1' }] });
    const desk = floor.open('1');
    expect(desk.run('login', { phoneType: 'webrtc' })?.result).toMatchObject({ errorCode: '330122' });
    expect(desk.run('login', { phoneType: 'pstn' })?.result).toMatchObject({ errorCode: '330125' });
    expect(desk.run('login', { phoneType: 'pstn', bindMobile: '13911112222' })?.result).toMatchObject({
      bindExt: '',
      bindMobile: '13911112222',
    });
  });

  test('with a phone type that the agent may not use is refused', () => {
    const floor = openFloor({ agents: [{ agentID: '1', ext: '8', phoneTypes: ['sip'] }] });
    const desk = floor.open('1');
    expect(desk.run('login', { phoneType: 'webrtc' })?.result).toMatchObject({ errorCode: '330144' });
    expect(desk.run('login', {})?.result).toMatchObject({ phoneType: 'sip' });
  });

  test('is possible again while idle, and changes what it says', () => {
    const { desk, centre } = readyScene();
    expect(desk.run('login', { agentState: '2', phoneType: 'sip' })?.outcome).toBe('success');
    expect(centre.truth('1001')).toMatchObject({ login: 'dnd', phoneType: 'sip' });
  });

  test.each([
    ['ringing', ringingScene, '330035'],
    ['talking', talkingScene, '330035'],
    ['consulting', consultingScene, '330035'],
    [
      'dialing',
      () => {
        const scene = readyScene();
        scene.desk.run('makeCall', { otherDN: CUSTOMER });
        return scene;
      },
      '330035',
    ],
    [
      'holding',
      () => {
        const scene = talkingScene();
        scene.desk.run('holdCall');
        return scene;
      },
      '330035',
    ],
    [
      'sorting',
      () => {
        const scene = talkingScene();
        scene.desk.run('hangup');
        return scene;
      },
      '330013',
    ],
  ] as const)('is refused while %s, and so is logout', (_work, scene, errorCode) => {
    covers(
      'login rule: not while the work status is calling, dialing, talking, holding or sorting',
      'logout rule: only while the work status is ready, occupied or locking',
    );
    const { desk, centre } = scene();
    const before = centre.truth('1001');
    expect(desk.run('login', { agentState: '2' })?.result).toMatchObject({ errorCode });
    expect(desk.run('logout')?.result).toMatchObject({ errorCode });
    expect(centre.truth('1001')).toEqual(before);
  });
});

describe('logout', () => {
  test.each([
    ['EventAgentLogout', ['EventAgentLogout']],
    ['RequestAgentLogout', ['RequestAgentLogout']],
    ['both', ['RequestAgentLogout', 'EventAgentLogout']],
  ] as const)('is told as: %s', (logoutEvent, events) => {
    const { desk, centre } = readyScene({ behaviour: { logoutEvent } });
    expect(desk.run('logout')).toEqual({ outcome: 'success', result: { status: 'success' } });
    expect(desk.news()).toEqual(events);
    expect(centre.truth('1001')).toMatchObject({ login: 'offline', phoneType: null, connected: true });
  });

  test('of an agent who is offline is refused', () => {
    const floor = openFloor();
    expect(floor.open('1001').run('logout')?.result).toMatchObject({ errorCode: '330015' });
  });
});

describe('resetLogout', () => {
  test.each([
    ['sent', ['EventReleased', 'EventAgentLogout']],
    ['omitted', ['EventAgentLogout']],
  ] as const)('ends the call and signs out; the release is %s', (resetLogoutRelease, events) => {
    covers('resetLogout rule: hangs the phone up and logs out to offline');
    const { desk, centre, customer } = talkingScene({ behaviour: { resetLogoutRelease } });
    expect(desk.run('resetLogout')?.outcome).toBe('success');
    expect(desk.news()).toEqual(events);
    expect(customer.state).toBe('idle');
    expect(centre.truth('1001')).toMatchObject({ login: 'offline', work: 'idle', acw: null });
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('works in a consult, while ringing, in after-call work, and offline', () => {
    covers('resetLogout rule: from any login state and any call status');
    for (const make of [consultingScene, ringingScene]) {
      const { desk, centre } = make();
      expect(desk.run('resetLogout')?.outcome).toBe('success');
      expect(centre.truth('1001')).toMatchObject({ login: 'offline', work: 'idle' });
      expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
      expect(desk.run('resetLogout')?.outcome).toBe('success');
    }
    const sorting = talkingScene();
    sorting.desk.run('hangup');
    sorting.desk.run('resetLogout');
    expect(sorting.centre.truth('1001')).toMatchObject({ login: 'offline', work: 'idle' });
    expect(sorting.centre.counts().timers).toBe(0);
  });

  test('while a colleague calls, whose own phone is called first: no phone rings, and the colleague is free again', () => {
    const floor = openFloor({ latency: [50, 50], exchangeLatency: [10, 10] });
    const [caller, called] = [floor.signIn('1001'), floor.signIn('1003')];
    caller.sdk.makeCall({ otherDN: '8003' });
    // Both commands have arrived before the caller's own phone has answered.
    floor.clock.increment(3);
    expect(called.run('resetLogout')?.outcome).toBe('success');
    expect(called.news()).toEqual(['EventAgentLogout']);
    expect(floor.centre.truth('1003')).toMatchObject({ login: 'offline', work: 'idle' });
    expect(floor.centre.truth('1001')).toMatchObject({ login: 'online', work: 'idle' });
    expect(floor.centre.legs()).toEqual([]);
    expect(floor.centre.counts()).toMatchObject({ legs: 0, calls: 0, inFlight: 0 });
  });

  test('asked for twice is answered twice', () => {
    const { desk, rest } = talkingScene();
    let answers = 0;
    for (let time = 0; time < 2; time += 1) desk.sdk.resetLogout({ success: () => (answers += 1) });
    rest();
    expect(answers).toBe(2);
  });
});
