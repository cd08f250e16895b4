import { describe, expect, test } from '@jest/globals';
import { COMMANDS, type CommandName } from '../../machines/index.js';
import { benchFor } from '../support/bench/flights.js';
import { arriving } from '../support/bench/parameters-sent.js';
import { PARAMETERS } from '../support/bench/index.js';
import { covers } from '../sobot-contract/covers.js';

type Parameters = Record<string, unknown>;

/** Command, what is given, what the SDK gets. */
const NORMALISED: readonly (readonly [CommandName, Parameters, Parameters])[] = [
  ['initAgent', { token: ' t ', companyId: ' c ', agent: ' 1005 ' }, { token: 't', companyId: 'c', agent: '1005' }],
  ['initAgent', { token: 't', companyId: 'c', agent: 1005 }, { token: 't', companyId: 'c', agent: '1005' }],
  ...(['0', '1', 0, 1, ' 0 ', ' 1 '] as const).map(
    (agentType) =>
      [
        'initAgent',
        { token: 't', companyId: 'c', agent: 'a', agentType },
        { token: 't', companyId: 'c', agent: 'a', agentType: String(agentType).trim() },
      ] as const,
  ),
  ['initAgent', { token: 't', companyId: 'c', agent: 'a', agentType: ' ' }, { token: 't', companyId: 'c', agent: 'a' }],
  [
    'initAgent',
    { token: 't', companyId: 'c', agent: 'a', allowStorageListen: true, businessTags: 'scc' },
    { token: 't', companyId: 'c', agent: 'a', allowStorageListen: true, businessTags: 'scc' },
  ],
  ...(['1', '2', 1, 2, ' 1 ', ' 2 '] as const).map(
    (agentState) =>
      [
        'login',
        { phoneType: 'sip', bindExt: '1000', agentState },
        { phoneType: 'sip', bindExt: '1000', agentState: String(agentState).trim() },
      ] as const,
  ),
  ...['sip', 'webrtc', ' sip ', ''].map(
    (phoneType) => ['login', { phoneType, bindExt: ' 1000 ' }, { phoneType: phoneType.trim(), bindExt: '1000' }] as const,
  ),
  ['login', { phoneType: ' ', bindExt: ' ', agentState: '', bindMobile: '' }, { phoneType: '', bindExt: '' }],
  ['login', { phoneType: 'sip', bindExt: 1000 }, { phoneType: 'sip', bindExt: '1000' }],
  [
    'login',
    { phoneType: 'pstn', bindExt: '', bindMobile: ' 13333333333 ', unbindExtOnLogout: true },
    { phoneType: 'pstn', bindExt: '', bindMobile: '13333333333', unbindExtOnLogout: true },
  ],
  ['login', { phoneType: 'sip', bindExt: '', unbindExtOnLogout: false }, { phoneType: 'sip', bindExt: '', unbindExtOnLogout: false }],
  ...[2, 11, 12, 13, 14, 15, 16, 17, 18].flatMap((reasonCode) =>
    [reasonCode, `${reasonCode}`, ` ${reasonCode} `].map((given) => ['notReady', { reasonCode: given }, { reasonCode }] as const),
  ),
  ['makeCall', { otherDN: ' 13900001111 ' }, { otherDN: '13900001111' }],
  ['makeCall', { otherDN: 13900001111 }, { otherDN: '13900001111' }],
  ['makeCall', { otherDN: '135****5678', privacyNumber: ' x1 ' }, { otherDN: '135****5678', privacyNumber: 'x1' }],
  ['makeCall', { otherDN: '1', ANI: '400', outboundPlanCode: ' ' }, { otherDN: '1', ANI: '400' }],
  ['makeCall', { otherDN: '1', ANI: '', outboundPlanCode: 'P' }, { otherDN: '1', outboundPlanCode: 'P' }],
  ['makeCall', { otherDN: '1', agentANI: '400', outboundRouteType: '1' }, { otherDN: '1', agentANI: '400', outboundRouteType: '1' }],
  ...(['singleTransfer', 'initiateConsult'] as const).flatMap((command) =>
    (['0', '1', '2', 0, 1, 2, ' 1 '] as const).map(
      (targetType) => [command, { targetType, target: ' 1002 ' }, { targetType: String(targetType).trim(), target: '1002' }] as const,
    ),
  ),
  ...[30, 900, 60, '30', ' 900 '].map((delayTime) => ['delayACW', { delayTime }, { delayTime: Number(delayTime) }] as const),
  ...['1', '0', '801#', '*', '0123456789*#0123456789*#', ' 42 '].map(
    (dtmfDigits) => ['sendDtmf', { dtmfDigits }, { dtmfDigits: dtmfDigits.trim() }] as const,
  ),
  ['sendDtmf', { dtmfDigits: 801 }, { dtmfDigits: '801' }],
  ['setRoute', { explicitRule: 1 }, { explicitRule: '1' }],
  ['setRoute', { explicitRule: '2', explicitCode: ' C ' }, { explicitRule: '2', explicitCode: 'C' }],
  ['setRoute', { explicitRule: ' 3 ', explicitNumber: '400' }, { explicitRule: '3', explicitNumber: '400' }],
  ['setRoute', { explicitRule: '1', explicitCode: '', explicitNumber: ' ' }, { explicitRule: '1' }],
  ['queryUnusedExts', { ext: ' 10 ', currPage: '2', pageSize: 10 }, { ext: '10', currPage: 2, pageSize: 10 }],
  ['queryUnusedExts', { ext: '', currPage: '', pageSize: ' ' }, {}],
  ...([-1, 1, '-1', ' 1 '] as const).map((agentState) => ['queryAgents', { agentState }, { agentState: Number(agentState) }] as const),
  ['queryAgents', { agentName: ' Li ', agentState: '' }, { agentName: 'Li' }],
  ...(['forceLogout', 'forceBusy', 'forceReady'] as const).flatMap((command) => [
    [command, { targetAgentID: ' 1006 ' }, { targetAgentID: '1006' }] as const,
    [command, { targetAgentID: 1006 }, { targetAgentID: '1006' }] as const,
  ]),
];

describe('valid parameters', () => {
  test.each(NORMALISED)('%s %j arrives as %j', (command, given, expected) => {
    covers(
      "general rule: strings in the examples carry stray blanks (' 1005 ', ' 0 '): trim",
      'general rule: codes come as string here and as number there: accept both',
    );
    expect(arriving(command, given)).toEqual(expected);
  });

  test.each(NORMALISED)('%s %j is what can says yes to', (command, given) => {
    expect(benchFor(command).agent.can(command, given)).toBe(true);
  });

  test.each(Object.keys(PARAMETERS) as CommandName[])('of %s: unknown ones pass through untouched', (command) => {
    const extra = { parameterOfTomorrow: { deep: [1, ' two '] }, blank: ' ', zero: 0, no: false };
    expect(arriving(command, { ...PARAMETERS[command], ...extra })).toMatchObject(extra);
  });

  test.each(['logout', 'ready', 'resetLogout', 'queryStates', 'queryRoutes'] as const)(
    '%s needs none, and may have unknown ones',
    (command) => {
      const bench = () => {
        const one = benchFor(command);
        if (command === 'ready') one.sdk.emit('EventAgentNotReady', { reasonCode: 2 });
        return one;
      };
      for (const given of [undefined, null, {}, { parameterOfTomorrow: 1 }]) {
        const { agent, sdk } = bench();
        void (agent[command] as (parameters?: unknown) => Promise<unknown>)(given);
        expect(sdk.sent.at(-1)).toBe(command);
        expect(sdk.lastCall(command).parameters).toMatchObject(given ?? {});
      }
    },
  );

  test('a call command without parameters calls the SDK method without any, as the vendor documents it', () => {
    const bench = benchFor('sendDtmf');
    bench.leave('holdCall');
    expect(bench.sdk.lastCall('holdCall').parameters).toBeUndefined();
  });

  test('the callbacks of a call command, which the SDK does not know, are not passed on to it', () => {
    const bench = benchFor('sendDtmf');
    bench.leave('sendDtmf', { dtmfDigits: '1', success: () => {}, error: () => {} });
    expect(bench.sdk.lastCall('sendDtmf').parameters).toEqual({ dtmfDigits: '1' });
  });

  test('the object that was given is not changed', () => {
    const given = Object.freeze({ phoneType: ' sip ', bindExt: ' 1000 ', agentState: 1, success: () => {} });
    arriving('login', given);
    expect(given).toMatchObject({ phoneType: ' sip ', bindExt: ' 1000 ', agentState: 1 });
  });

  test('the object that the SDK gets is its own', () => {
    const bench = benchFor('makeCall');
    const given = { otherDN: '13900001111' };
    bench.leave('makeCall', given);
    const arrived = bench.sdk.lastCall('makeCall').parameters!;
    expect(arrived).not.toBe(given);
    arrived['otherDN'] = 'changed by the SDK';
    expect(bench.state().call?.otherDN).toBe('13900001111');
  });
});

test('every command with documented parameters is in the table', () => {
  const inTable = new Set<CommandName>(NORMALISED.map(([command]) => command));
  const documented = COMMANDS.filter((command) => command in PARAMETERS);
  expect(documented.filter((command) => !inTable.has(command))).toEqual([]);
});
