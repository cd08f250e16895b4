import { describe, expect, test } from '@jest/globals';
import { CUSTOMER, openFloor } from './support/floor.js';
import { readyScene } from './support/scenes.js';
import { covers } from '../sobot-contract/covers.js';

const IDENTITY = { agentUUID: expect.stringMatching(/^[0-9a-f]{32}$/), agentID: '1001', agentName: 'Agent 1001' };

describe('queries', () => {
  test('queryStates has the breaks that the agent may take, codes as text', () => {
    const floor = openFloor({ agents: [{ agentID: '1', breaks: [11, 13] }] });
    expect(floor.open('1').run('queryStates')).toEqual({
      outcome: 'success',
      result: {
        status: 'success',
        states: [
          { code: '11', name: 'Break' },
          { code: '13', name: 'Break (Meeting)' },
        ],
      },
    });
  });

  test('queryPhoneType marks the default with `default`', () => {
    covers('queryPhoneType rule: exactly one phone type is the default');
    expect(openFloor().open('1001').run('queryPhoneType')?.result).toEqual({
      status: 'success',
      ...IDENTITY,
      ext: '8001',
      phone: '13900000001',
      phoneTypes: [
        { phoneType: 'sip', default: false },
        { phoneType: 'pstn', default: false },
        { phoneType: 'webrtc', default: true },
      ],
    });
  });

  test('queryAgentLoginInfo marks it with `defaultPhoneType`', () => {
    expect(openFloor().open('1001').run('queryAgentLoginInfo')?.result).toEqual({
      status: 'success',
      ...IDENTITY,
      ext: '8001',
      phone: '13900000001',
      phoneTypes: [
        { phoneType: 'sip', defaultPhoneType: false },
        { phoneType: 'pstn', defaultPhoneType: false },
        { phoneType: 'webrtc', defaultPhoneType: true },
      ],
    });
  });

  test('queryAgentCanJoinedInfo has `id`, no mark, and what was chosen last', () => {
    covers(
      'queryAgentCanJoinedInfo result.loginStatusCode note: as last logged in; may be blank',
      'queryAgentCanJoinedInfo result.loginStatusName note: may be blank',
      'queryAgentCanJoinedInfo result.currentPhoneType note: may be blank',
    );
    const desk = openFloor().open('1001');
    const result = desk.run('queryAgentCanJoinedInfo')?.result;
    const { agentUUID: id, ...identity } = IDENTITY;
    expect(result).toEqual({
      status: 'success',
      id,
      ...identity,
      ext: '8001',
      phone: '13900000001',
      loginStatusCode: '',
      loginStatusName: '',
      currentPhoneType: '',
      phoneTypes: [{ phoneType: 'sip' }, { phoneType: 'pstn' }, { phoneType: 'webrtc' }],
      loginStatus: [
        { code: '1', name: 'Online' },
        { code: '2', name: 'DND' },
      ],
    });
    desk.run('login', { agentState: '1', phoneType: 'sip' });
    expect(desk.run('queryAgentCanJoinedInfo')?.result).toMatchObject({
      loginStatusCode: '1',
      loginStatusName: 'Online',
      currentPhoneType: 'sip',
    });
  });

  test.each([
    ['queryStates', { status: 'error', message: expect.any(String) }],
    ['queryPhoneType', { status: 'error', errorMessage: expect.any(String) }],
    ['queryUnusedExts', { status: 'error', errorMessage: expect.any(String) }],
    ['queryAgentLoginInfo', { status: 'error', errorMessage: expect.any(String) }],
    ['queryAgentCanJoinedInfo', { status: 'error', errorMessage: expect.any(String) }],
    ['queryAgents', { status: 'error', errorMessage: expect.any(String) }],
    ['queryRoutes', { status: 'error', errorMessage: expect.any(String) }],
    ['setRoute', { status: 'error', errorMessage: expect.any(String) }],
  ] as const)('%s of a page that has not initialised fails in its own form', (command, result) => {
    const desk = openFloor().open('nobody');
    expect(desk.run(command)).toEqual({ outcome: 'error', result });
  });
});

describe('queryUnusedExts', () => {
  const extensions = Array.from({ length: 60 }, (_, index) => String(9000 + index));

  test('has the own extension as the default, and those that are bound to nobody', () => {
    const floor = openFloor({ extensions: ['9100'] });
    expect(floor.open('1001').run('queryUnusedExts')?.result).toEqual({
      status: 'success',
      currPage: 1,
      pageSize: 50,
      total: 2,
      exts: [
        { ext: '8001', default: true },
        { ext: '9100', default: false },
      ],
    });
  });

  test('leaves out what another agent has signed in with', () => {
    const floor = openFloor({ extensions: ['9100'] });
    floor.signIn('1002', { bindExt: '9100' });
    expect(floor.open('1001').run('queryUnusedExts')?.result).toMatchObject({ total: 2, exts: [{ ext: '8001' }, { ext: '8002' }] });
  });

  test.each([
    [{}, 1, 50, 61, 50, '8001'],
    [{ currPage: 2 }, 2, 50, 61, 11, '9049'],
    [{ currPage: '3', pageSize: '20' }, 3, 20, 61, 20, '9039'],
    [{ currPage: 9 }, 9, 50, 61, 0, undefined],
    [{ currPage: 0, pageSize: -1 }, 1, 50, 61, 50, '8001'],
    [{ ext: '901' }, 1, 50, 10, 10, '9010'],
    [{ ext: '901', pageSize: 3, currPage: 4 }, 4, 3, 10, 1, '9019'],
    [{ ext: 'x' }, 1, 50, 0, 0, undefined],
  ])('pages and filters %p', (params, currPage, pageSize, total, length, first) => {
    covers('queryUnusedExts(ext) note: fuzzy');
    const result = openFloor({ extensions }).open('1001').run('queryUnusedExts', params)?.result;
    expect(result).toMatchObject({ currPage, pageSize, total });
    const exts = result?.['exts'] as { ext: string }[];
    expect(exts).toHaveLength(length);
    expect(exts[0]?.ext).toBe(first);
  });
});

describe('queryAgents', () => {
  const ids = (desk: ReturnType<typeof readyScene>['desk'], params: object): unknown[] =>
    (desk.run('queryAgents', params)?.result['agents'] as { agentID: string }[]).map(({ agentID }) => agentID);

  test('has those who are ready, online, or all', () => {
    const scene = readyScene();
    scene.signIn('1002').run('makeCall', { otherDN: CUSTOMER });
    expect(ids(scene.desk, {})).toEqual(['1001']);
    expect(ids(scene.desk, { agentState: '' })).toEqual(['1001']);
    expect(ids(scene.desk, { agentState: ' 1 ' })).toEqual(['1001', '1002']);
    expect(ids(scene.desk, { agentState: -1 })).toEqual(['1001', '1002', '1003']);
  });

  test('searches names exactly', () => {
    covers('queryAgents(agentName) note: exact');
    const { desk } = readyScene();
    expect(ids(desk, { agentName: 'Agent 1001' })).toEqual(['1001']);
    expect(ids(desk, { agentName: 'Agent' })).toEqual([]);
    expect(ids(desk, { agentName: 'Agent 1003', agentState: '-1' })).toEqual(['1003']);
  });

  test('has states as numbers', () => {
    const scene = readyScene();
    scene.signIn('1002').run('notReady', { reasonCode: 12 });
    expect(scene.desk.run('queryAgents', { agentState: -1 })?.result['agents']).toEqual([
      { ...IDENTITY, ext: '8001', agentState: 1, workStatus: 1 },
      expect.objectContaining({ agentID: '1002', agentState: 2, workStatus: expect.any(Number) }),
      expect.objectContaining({ agentID: '1003', agentState: 0, workStatus: 0 }),
    ]);
  });
});

describe('outbound routing', () => {
  const options = { numbers: ['0101', '0102'], plans: [{ code: 'p1', name: 'Plan' }, { code: 'p2' }] };

  test('has rules, plans and numbers, one of each set, and no status', () => {
    covers('queryRoutes rule: exactly one rule, scheme and number is the default');
    expect(readyScene(options).desk.run('queryRoutes')?.result).toEqual({
      ...IDENTITY,
      explicitRule: [
        { code: '1', name: expect.any(String), hasSet: true },
        { code: '2', name: expect.any(String), hasSet: false },
        { code: '3', name: expect.any(String), hasSet: false },
      ],
      explicitSchema: [
        { code: 'p1', planName: 'Plan', hasSet: true },
        { code: 'p2', planName: 'p2', hasSet: false },
      ],
      explicitNumbers: [
        { number: '0101', nickName: 'Line 1', hasSet: true },
        { number: '0102', nickName: 'Line 2', hasSet: false },
      ],
    });
  });

  test('setRoute sets what customers see', () => {
    const { desk, centre } = readyScene(options);
    const result = desk.run('setRoute', { explicitRule: ' 3 ', explicitNumber: '0102' })?.result;
    expect(result).toMatchObject({
      explicitRule: [{ hasSet: false }, { hasSet: false }, { code: '3', hasSet: true }],
      explicitNumbers: [{ hasSet: false }, { number: '0102', hasSet: true }],
    });
    desk.run('makeCall', { otherDN: CUSTOMER });
    expect(desk.last('EventDialing')).toMatchObject({ ANI: '0102' });
    expect(centre.truth('1001').work).toBe('dialing');
  });

  test.each([
    [{}],
    [{ explicitRule: '4' }],
    [{ explicitRule: '2' }],
    [{ explicitRule: '2', explicitCode: 'p9' }],
    [{ explicitRule: '3', explicitNumber: '0999' }],
  ])('setRoute refuses %p', (params) => {
    covers('setRoute(explicitCode) note: required with rule 2', 'setRoute(explicitNumber) note: required with rule 3');
    const { desk } = readyScene(options);
    expect(desk.run('setRoute', params)).toEqual({
      outcome: 'error',
      result: { status: 'error', errorMessage: expect.any(String) },
    });
    expect(desk.run('queryRoutes')?.result).toMatchObject({ explicitRule: [{ hasSet: true }, {}, {}] });
  });

  test('is only for agents who are signed in, and set only by those who are available', () => {
    covers('queryRoutes rule: after login', 'setRoute rule: while the agent is available');
    const { desk } = readyScene(options);
    desk.run('notReady', { reasonCode: 2 });
    expect(desk.run('queryRoutes')?.outcome).toBe('success');
    expect(desk.run('setRoute', { explicitRule: '1' })?.outcome).toBe('error');
    desk.run('ready');
    desk.run('makeCall', { otherDN: CUSTOMER });
    expect(desk.run('setRoute', { explicitRule: '1' })?.outcome).toBe('error');
    desk.run('resetLogout');
    expect(desk.run('queryRoutes')?.outcome).toBe('error');
  });
});

describe('the number to show', () => {
  test.each([
    [{ ANI: '0102' }, '0102'],
    [{ outboundPlanCode: 'p1' }, expect.stringMatching(/^010[12]$/)],
    [{}, expect.stringMatching(/^010[12]$/)],
  ])('%p', (params, ANI) => {
    covers(
      'makeCall(ANI) note: number shown to the customer',
      'makeCall(outboundPlanCode) note: scheme that picks the number shown to the customer',
      "makeCall rule: with neither: the agent's outbound routing decides",
    );
    const { desk } = readyScene({ numbers: ['0101', '0102'], plans: [{ code: 'p1' }] });
    desk.run('makeCall', { otherDN: CUSTOMER, ...params });
    expect(desk.last('EventDialing')['ANI']).toEqual(ANI);
  });

  test.each([
    [{ ANI: '0102', outboundPlanCode: 'p1' }, '330148'],
    [{ ANI: '0999' }, '330146'],
    [{ outboundPlanCode: 'p9' }, '330147'],
  ])('%p is refused', (params, errorCode) => {
    covers('makeCall rule: ANI and outboundPlanCode exclude each other');
    const { desk } = readyScene({ numbers: ['0101', '0102'], plans: [{ code: 'p1' }] });
    desk.run('makeCall', { otherDN: CUSTOMER, ...params });
    expect(desk.last('EventError')).toMatchObject({ errorCode });
  });
});

describe('the number to call', () => {
  test.each([
    [{}, '330132'],
    [{ otherDN: '12' }, '330133'],
    [{ otherDN: '1'.repeat(17) }, '330133'],
    [{ otherDN: '135****5678' }, '330133'],
    [{ otherDN: '135****5678', privacyNumber: 'NOT' }, '330133'],
    [{ otherDN: '8001' }, '330086'],
    [{ otherDN: '1001' }, '330086'],
    [{ otherDN: '8002' }, '330091'],
    [{ otherDN: '13666666666' }, '330082'],
  ])('%p is refused, and nothing changes', (params, errorCode) => {
    const { desk, centre } = readyScene({
      privacyNumbers: { XFH: CUSTOMER },
      customers: [{ number: '13666666666', blacklisted: true }],
    });
    const before = centre.truth('1001');
    desk.run('makeCall', params);
    expect(desk.news()).toEqual(['EventError']);
    expect(desk.last('EventError')).toMatchObject({ errorCode });
    expect(centre.truth('1001')).toEqual(before);
    expect(centre.counts()).toMatchObject({ legs: 0, calls: 0 });
  });

  test('can be an encrypted one, with the masked one for show', () => {
    covers(
      'makeCall(otherDN) note: the number as shown; may be masked, e.g. 135****5678',
      'makeCall(privacyNumber) note: the number in encrypted form',
    );
    const { desk, customer } = readyScene({ privacyNumbers: { XFH: CUSTOMER } });
    desk.run('makeCall', { otherDN: '135****5678', privacyNumber: 'XFH' });
    expect(customer.state).toBe('ringing');
  });

  test.each([
    ['locked', '330093'],
    ['in after-call work', '330094'],
    ['on a call', '330092'],
  ] as const)('of a colleague who is %s is refused', (what, errorCode) => {
    const scene = readyScene({ lockAfterMissed: 1 });
    const other = scene.signIn('1002');
    scene.customer.dial('1002');
    scene.rest();
    if (what === 'locked') other.run('rejectCall');
    if (what === 'in after-call work') {
      other.run('answer');
      other.run('hangup');
    }
    scene.desk.run('makeCall', { otherDN: '8002' });
    expect(scene.desk.last('EventError')).toMatchObject({ errorCode });
  });

  test('of a colleague in a break is called all the same', () => {
    const scene = readyScene();
    const other = scene.signIn('1002', { agentState: '2' });
    scene.desk.run('makeCall', { otherDN: '8002' });
    expect(other.news()).toEqual(['EventRinging']);
  });
});
