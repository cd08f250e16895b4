import { describe, expect, test } from '@jest/globals';
import { checkParameters as check } from '../../adapters/sobot/parameters/check-parameters.js';
import { declarationOf } from '../../src/commands/index.js';
import type { CommandName } from '../../src/index.js';

const passing = (command: CommandName, given: unknown) => {
  const result = check(command, given);
  return result.ok ? result.parameters : result.problem;
};
const problem = (command: CommandName, given: unknown) => {
  const result = check(command, given);
  return result.ok ? 'none' : result.problem;
};

const LOGIN = { phoneType: 'sip', bindExt: '1000' };
const INIT = { token: 't', companyId: 'c', agent: '1005' };
const TARGET = { targetType: '0', target: '1002' };

describe('parameters that pass', () => {
  test.each<readonly [CommandName, unknown, unknown]>([
    ['ready', undefined, {}],
    ['ready', null, {}],
    ['ready', { any: 1 }, { any: 1 }],
    [
      'initAgent',
      { token: ' t ', companyId: 7, agent: '1005', extra: ' as it is ' },
      { token: 't', companyId: '7', agent: '1005', extra: ' as it is ' },
    ],
    [
      'initAgent',
      { ...INIT, agentType: 1, allowStorageListen: 'true', businessTags: ' scc ' },
      { ...INIT, agentType: '1', allowStorageListen: true, businessTags: 'scc' },
    ],
    [
      'initAgent',
      { ...INIT, agentType: '0', allowStorageListen: ' false ', businessTags: ' ' },
      { ...INIT, agentType: '0', allowStorageListen: false },
    ],
    ['initAgent', { ...INIT, agentType: '', allowStorageListen: null, businessTags: undefined }, INIT],
    ['initAgent', { ...INIT, allowStorageListen: true }, { ...INIT, allowStorageListen: true }],
    ['login', LOGIN, LOGIN],
    ['login', { phoneType: '', bindExt: ' ' }, { phoneType: '', bindExt: '' }],
    ['login', { ...LOGIN, phoneType: ' webrtc ', agentState: 2 }, { ...LOGIN, phoneType: 'webrtc', agentState: '2' }],
    [
      'login',
      { ...LOGIN, phoneType: 'pstn', bindMobile: 139, unbindExtOnLogout: 'true' },
      { ...LOGIN, phoneType: 'pstn', bindMobile: '139', unbindExtOnLogout: true },
    ],
    ['notReady', { reasonCode: ' 12 ' }, { reasonCode: 12 }],
    ['notReady', { reasonCode: 2 }, { reasonCode: 2 }],
    ['notReady', { reasonCode: '+11' }, { reasonCode: 11 }],
    [
      'makeCall',
      { otherDN: 139, privacyNumber: 'p', ANI: '1', agentANI: '2', outboundRouteType: '3' },
      { otherDN: '139', privacyNumber: 'p', ANI: '1', agentANI: '2', outboundRouteType: '3' },
    ],
    ['makeCall', { otherDN: '1', outboundPlanCode: 'p', ANI: ' ' }, { otherDN: '1', outboundPlanCode: 'p' }],
    ['singleTransfer', { targetType: 2, target: 1002 }, { targetType: '2', target: '1002' }],
    ['initiateConsult', { ...TARGET, targetType: '1' }, { ...TARGET, targetType: '1' }],
    ['delayACW', { delayTime: '30' }, { delayTime: 30 }],
    ['delayACW', { delayTime: 900 }, { delayTime: 900 }],
    ['sendDtmf', { dtmfDigits: ' 0123456789*# ' }, { dtmfDigits: '0123456789*#' }],
    ['sendDtmf', { dtmfDigits: '1'.repeat(24) }, { dtmfDigits: '1'.repeat(24) }],
    ['setRoute', { explicitRule: 1 }, { explicitRule: '1' }],
    ['setRoute', { explicitRule: 2, explicitCode: 'c' }, { explicitRule: '2', explicitCode: 'c' }],
    ['setRoute', { explicitRule: 3, explicitNumber: 'n' }, { explicitRule: '3', explicitNumber: 'n' }],
    ['queryUnusedExts', {}, {}],
    ['queryUnusedExts', { ext: 10, currPage: '1', pageSize: 50 }, { ext: '10', currPage: 1, pageSize: 50 }],
    ['queryAgents', { agentName: 'n', agentState: '-1' }, { agentName: 'n', agentState: -1 }],
    ['queryAgents', { agentState: 1 }, { agentState: 1 }],
    ['queryAgents', { agentName: '', agentState: '' }, {}],
    ['forceLogout', { targetAgentID: 1006 }, { targetAgentID: '1006' }],
    ['forceBusy', { targetAgentID: '1006' }, { targetAgentID: '1006' }],
    ['forceReady', { targetAgentID: '1006' }, { targetAgentID: '1006' }],
  ])('%s %j become %j', (command, given, parameters) => {
    expect(passing(command, given)).toEqual(parameters);
  });

  test('are without those left out, rather than undefined', () => {
    expect(Object.keys(passing('login', { ...LOGIN, agentState: ' ' }) as object)).toEqual(['phoneType', 'bindExt']);
  });
});

describe('parameters that are wrong', () => {
  const code = (...codes: string[]) => `must be one of ${codes.join(', ')}`;
  const whole = 'must be a whole number';
  test.each<readonly [CommandName, unknown, string]>([
    ['ready', 7, 'the parameters must be an object'],
    ['ready', [], 'the parameters must be an object'],
    ['login', 'x', 'the parameters must be an object'],
    ['initAgent', {}, 'token is missing; companyId is missing; agent is missing'],
    ['initAgent', { ...INIT, token: '' }, 'token must not be blank'],
    ['initAgent', { ...INIT, token: {} }, 'token must be a string'],
    ['initAgent', { ...INIT, agentType: 2 }, `agentType ${code('0', '1')}, or blank`],
    ['initAgent', { ...INIT, agentType: {} }, `agentType ${code('0', '1')}, or blank`],
    ['initAgent', { ...INIT, allowStorageListen: 1 }, 'allowStorageListen must be true or false'],
    ['initAgent', { ...INIT, allowStorageListen: 'yes' }, 'allowStorageListen must be true or false'],
    ['initAgent', { ...INIT, businessTags: {} }, 'businessTags must be a string'],
    ['login', { bindExt: '' }, 'phoneType is missing'],
    ['login', { phoneType: 'sip' }, 'bindExt is missing'],
    ['login', { ...LOGIN, bindExt: {} }, 'bindExt must be a string (blank: the default)'],
    ['login', { ...LOGIN, phoneType: 'fax' }, `phoneType ${code('sip', 'pstn', 'webrtc')}, or blank`],
    ['login', { ...LOGIN, phoneType: {} }, `phoneType ${code('sip', 'pstn', 'webrtc')}, or blank`],
    ['login', { ...LOGIN, phoneType: 'pstn' }, 'bindMobile is needed with phoneType pstn'],
    ['login', { ...LOGIN, phoneType: 'pstn', bindMobile: ' ' }, 'bindMobile is needed with phoneType pstn'],
    ['login', { ...LOGIN, agentState: 3 }, `agentState ${code('1', '2')}, or blank`],
    ...[1, 3, 10, 19, 11.5, 'x', '', '1e1', '12x', 'x12', Number.NaN, {}].map(
      (reasonCode) => ['notReady', { reasonCode }, 'reasonCode must be 2 or a whole number from 11 to 18'] as const,
    ),
    ['notReady', {}, 'reasonCode is missing'],
    ['makeCall', {}, 'otherDN is missing'],
    ['makeCall', { otherDN: '1', ANI: '2', outboundPlanCode: '3' }, 'outboundPlanCode excludes ANI: give one of the two or neither'],
    ['singleTransfer', { ...TARGET, targetType: 3 }, `targetType ${code('0', '1', '2')}`],
    ['singleTransfer', { ...TARGET, targetType: {} }, `targetType ${code('0', '1', '2')}`],
    ['initiateConsult', { targetType: 0 }, 'target is missing'],
    ...[29, 901, 30.5, '60s', '0x3c', '6e1', {}].map(
      (delayTime) => ['delayACW', { delayTime }, `delayTime ${whole} of seconds from 30 to 900`] as const,
    ),
    ['sendDtmf', { dtmfDigits: '1'.repeat(25) }, 'dtmfDigits must be 1 to 24 of 0-9 * #'],
    ['sendDtmf', { dtmfDigits: 'a' }, 'dtmfDigits must be 1 to 24 of 0-9 * #'],
    ['sendDtmf', { dtmfDigits: '1a' }, 'dtmfDigits must be 1 to 24 of 0-9 * #'],
    ['sendDtmf', { dtmfDigits: 'a1' }, 'dtmfDigits must be 1 to 24 of 0-9 * #'],
    ['setRoute', { explicitRule: 4 }, `explicitRule ${code('1', '2', '3')}`],
    ['setRoute', { explicitRule: 2 }, 'explicitCode is needed with explicitRule 2'],
    ['setRoute', { explicitRule: 3 }, 'explicitNumber is needed with explicitRule 3'],
    ['setRoute', { explicitRule: 3, explicitCode: 'c' }, 'explicitNumber is needed with explicitRule 3'],
    ['queryUnusedExts', { currPage: 0 }, `currPage ${whole} of at least 1, or blank`],
    ['queryUnusedExts', { pageSize: 'x' }, `pageSize ${whole} of at least 1, or blank`],
    ['queryUnusedExts', { pageSize: {} }, `pageSize ${whole} of at least 1, or blank`],
    ['queryAgents', { agentState: 0 }, `agentState ${code('-1', '1')}, or blank`],
    ['forceReady', {}, 'targetAgentID is missing'],
  ])('%s %j: %s', (command, given, wrong) => {
    expect(problem(command, given)).toBe(wrong);
  });

  test('may be such that they cannot even be read', () => {
    const throwing = Object.defineProperty({}, 'phoneType', {
      get: () => {
        throw new Error('x');
      },
      enumerable: true,
    });
    expect(problem('login', throwing)).toBe('the parameters cannot be read');
  });
});

describe('what a yes to a command makes true', () => {
  const announced = (command: CommandName, given: unknown = {}) => {
    const result = check(command, given);
    return result.ok ? declarationOf(command).announces?.(result.intent ?? {}) : result.problem;
  };

  test.each<readonly [CommandName, unknown, object | undefined]>([
    ['initAgent', INIT, { type: 'connection.established' }],
    ['login', { ...LOGIN, agentState: 1 }, { type: 'agent.loggedIn', reason: null }],
    ['login', { ...LOGIN, agentState: 2 }, { type: 'agent.loggedIn', reason: 'dnd' }],
    ['login', LOGIN, { type: 'agent.loggedIn', reason: 'dnd' }],
    ['logout', {}, { type: 'agent.loggedOut' }],
    ['resetLogout', {}, { type: 'agent.loggedOut', isOwn: true }],
    ['ready', {}, { type: 'agent.ready' }],
    ['notReady', { reasonCode: 12 }, { type: 'agent.notReady', reason: 'training' }],
    ['queryStates', {}, undefined],
    ['holdCall', {}, undefined],
  ])('%s %j: %j', (command, given, fact) => {
    expect(announced(command, given)).toEqual(fact);
  });
});

describe('what the chart is told of a command', () => {
  const intent = (command: CommandName, given: unknown) => {
    const result = check(command, given);
    return result.ok ? { ...result.intent, ...declarationOf(command).intent } : result.problem;
  };

  test('is the login state that is asked for', () => {
    expect(intent('login', { ...LOGIN, agentState: 1 })).toEqual({ reason: null });
    expect(intent('login', LOGIN)).toEqual({ reason: 'dnd' });
    expect(intent('notReady', { reasonCode: 12 })).toEqual({ reason: 'training' });
    expect(intent('completeACWToBusy', {})).toMatchObject({ reason: 'dnd' });
  });

  test('is by how long after-call work is extended', () => {
    expect(intent('delayACW', { delayTime: 60 })).toEqual({ seconds: 60 });
  });

  test('is who is called, and nothing else of it', () => {
    const { details } = intent('makeCall', { otherDN: '139', ANI: '1' }) as { details: { reveal(): unknown } };
    expect(details.reveal()).toEqual({ otherDN: '139' });
    const { details: consulted } = intent('initiateConsult', TARGET) as { details: { reveal(): unknown } };
    expect(consulted.reveal()).toEqual(TARGET);
  });
});

describe('the other agent of a supervisor', () => {
  test.each(['forceBusy', 'forceReady', 'forceLogout'] as const)('must be named: %s', (command) => {
    expect(problem(command, {})).toContain('targetAgentID');
    expect(problem(command, { targetAgentID: '1006' })).toBe('none');
  });
});
