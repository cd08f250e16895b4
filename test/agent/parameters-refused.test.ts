import { describe, expect, test } from '@jest/globals';
import type { CommandName } from '../../machines/index.js';
import { benchFor } from '../support/bench/flights.js';
import { arriving, refusalOf } from '../support/bench/parameters-sent.js';
import { errorOf, PARAMETERS, turns } from '../support/bench/index.js';
import { covers } from '../sobot-contract/covers.js';

type Parameters = Record<string, unknown>;
type Row = readonly [CommandName, Parameters, ...string[]];

/** As the changed value of a valid parameter, takes the parameter away. */
const MISSING = Symbol('missing');
const SECRET = 'S3CRET-13812345678';

const change = (command: CommandName, changes: Parameters): Parameters => {
  const entries = Object.entries({ ...PARAMETERS[command], ...changes });
  return Object.fromEntries(entries.filter(([, value]) => value !== MISSING));
};

const REQUIRED: readonly (readonly [CommandName, string])[] = [
  ['initAgent', 'token'],
  ['initAgent', 'companyId'],
  ['initAgent', 'agent'],
  ['notReady', 'reasonCode'],
  ['makeCall', 'otherDN'],
  ['singleTransfer', 'targetType'],
  ['singleTransfer', 'target'],
  ['initiateConsult', 'targetType'],
  ['initiateConsult', 'target'],
  ['delayACW', 'delayTime'],
  ['sendDtmf', 'dtmfDigits'],
  ['setRoute', 'explicitRule'],
  ['forceLogout', 'targetAgentID'],
  ['forceBusy', 'targetAgentID'],
  ['forceReady', 'targetAgentID'],
];

const DELAY = ['delayTime', '30', '900'];
const REASON = ['reasonCode', '2', '11', '18'];
const KEYS = ['dtmfDigits', '24', '0-9 * #'];

/** Command, parameters, and what the message must say. */
const OUT_OF_RANGE: readonly Row[] = [
  ...[29, 901, 0, -30, 30.5, '29', '901', 'sixty', '60s', Infinity, NaN, true, [60], {}].map((delayTime): Row => [
    'delayACW',
    { delayTime },
    ...DELAY,
  ]),
  ...[0, 1, 3, 10, 19, 98, -2, 11.5, '19', 'DND', NaN, true, [11]].map((reasonCode): Row => ['notReady', { reasonCode }, ...REASON]),
  ...['a', '12a', '1 2', '1,2', 'A', '１', '1'.repeat(25), '+1', -1, 1.5, true].map((dtmfDigits): Row => [
    'sendDtmf',
    { dtmfDigits },
    ...(typeof dtmfDigits === 'boolean' ? ['dtmfDigits'] : KEYS),
  ]),
  ...['3', 3, '-1', 'agent', true].flatMap((targetType): Row[] => [
    ['singleTransfer', change('singleTransfer', { targetType }), 'targetType', '0, 1, 2'],
    ['initiateConsult', change('initiateConsult', { targetType }), 'targetType', '0, 1, 2'],
  ]),
  ...['0', 4, 'random'].map((explicitRule): Row => ['setRoute', { explicitRule }, 'explicitRule', '1, 2, 3']),
  ...['0', 3, 'online'].map((agentState): Row => ['login', change('login', { agentState }), 'agentState', '1, 2']),
  ...['phone', 'SIP', 1, true].map((phoneType): Row => ['login', change('login', { phoneType }), 'phoneType', 'sip, pstn, webrtc']),
  ...['2', 2, 'id'].map((agentType): Row => ['initAgent', change('initAgent', { agentType }), 'agentType', '0, 1']),
  ...[0, 2, '-2', 'all'].map((agentState): Row => ['queryAgents', { agentState }, 'agentState', '-1', '1']),
  ...['x', 1.5].flatMap((page): Row[] => [
    ['queryUnusedExts', { currPage: page }, 'currPage'],
    ['queryUnusedExts', { pageSize: page }, 'pageSize'],
  ]),
  ['initAgent', change('initAgent', { allowStorageListen: 'perhaps' }), 'allowStorageListen', 'true or false'],
  ['login', change('login', { unbindExtOnLogout: 2 }), 'unbindExtOnLogout', 'true or false'],
  ['makeCall', { otherDN: { number: '1' } }, 'otherDN', 'string'],
  ['login', { phoneType: 'sip', bindExt: ['1000'] }, 'bindExt', 'string'],
];

const CONDITIONAL: readonly Row[] = [
  ['makeCall', { otherDN: '1', ANI: '400', outboundPlanCode: 'P' }, 'ANI', 'outboundPlanCode'],
  ['setRoute', { explicitRule: '2' }, 'explicitCode', '2'],
  ['setRoute', { explicitRule: 2, explicitCode: ' ' }, 'explicitCode', '2'],
  ['setRoute', { explicitRule: '2', explicitNumber: '400' }, 'explicitCode', '2'],
  ['setRoute', { explicitRule: '3' }, 'explicitNumber', '3'],
  ['setRoute', { explicitRule: 3, explicitNumber: '' }, 'explicitNumber', '3'],
  ['setRoute', { explicitRule: '3', explicitCode: 'C' }, 'explicitNumber', '3'],
  ['login', { phoneType: 'pstn', bindExt: '' }, 'bindMobile', 'pstn'],
  ['login', { phoneType: ' pstn ', bindExt: '', bindMobile: ' ' }, 'bindMobile', 'pstn'],
];

describe('a required parameter', () => {
  test.each(REQUIRED)('%s %s must not be missing, blank or of another type', async (command, name) => {
    for (const value of [MISSING, undefined, null, '', '   ', {}, [], true, () => {}]) {
      const message = await refusalOf(command, change(command, { [name]: value }));
      expect(message).toContain(command);
      expect(message).toContain(name);
    }
  });

  test.each(['phoneType', 'bindExt'])('login %s must be there, though it may be blank', async (name) => {
    expect(await refusalOf('login', change('login', { [name]: MISSING }))).toContain(name);
    expect(arriving('login', change('login', { [name]: '' }))).toMatchObject({ [name]: '' });
  });

  test('all that are missing are named at once', async () => {
    expect(await refusalOf('initAgent', {})).toMatch(/token.*companyId.*agent/);
    expect(await refusalOf('initAgent', undefined)).toMatch(/token.*companyId.*agent/);
  });
});

describe('a parameter that is not allowed', () => {
  test.each(OUT_OF_RANGE)('%s %j is refused with what is allowed', async (command, parameters, ...words) => {
    const message = await refusalOf(command, parameters);
    for (const word of [command, ...words]) expect(message).toContain(word);
  });

  test.each(CONDITIONAL)('%s %j is refused because of another one', async (command, parameters, ...words) => {
    covers(
      'makeCall rule: ANI and outboundPlanCode exclude each other',
      'setRoute(explicitCode) note: required with rule 2',
      'setRoute(explicitNumber) note: required with rule 3',
    );
    const message = await refusalOf(command, parameters);
    for (const word of words) expect(message).toContain(word);
  });
});

describe('the message of a refusal', () => {
  const commands = Object.entries(PARAMETERS).flatMap(([command, parameters]) =>
    Object.keys({ ...parameters, agentType: 0, agentState: 0, phoneType: 0, currPage: 0, ANI: 0, explicitCode: 0 }).map(
      (name) => [command as CommandName, name] as const,
    ),
  );
  test.each(commands)('%s %s never repeats a value', async (command, name) => {
    for (const secret of [SECRET, { [SECRET]: SECRET }, [SECRET]]) {
      const bench = benchFor(command);
      const parameters = change(command, { [name]: secret, other: SECRET });
      const refusal = bench.agent.whyNot(command, parameters);
      expect(JSON.stringify(refusal)).not.toContain(SECRET);
      if (refusal === null) continue;
      const error = await errorOf(bench.send(command, parameters));
      expect(`${error.message} ${error.stack} ${JSON.stringify(error)}`).not.toContain(SECRET);
    }
  });
});

describe('parameters that are no object', () => {
  test.each(['initAgent', 'login', 'makeCall', 'logout', 'queryStates'] as const)('%s refuses them', async (command) => {
    for (const given of ['13900001111', 5, true, Symbol('s'), () => {}]) {
      expect(await refusalOf(command, given)).toContain('object');
    }
  });

  test.each(['makeCall', 'logout', 'queryStates', 'setRoute'] as const)('%s refuses a list, too', async (command) => {
    expect(await refusalOf(command, [PARAMETERS[command]])).toContain(command);
    expect(benchFor(command).agent.can(command, [PARAMETERS[command]])).toBe(false);
  });
});

describe('hostile parameters', () => {
  test('__proto__, constructor and prototype change no prototype, here or in the SDK', () => {
    const given = JSON.parse('{"otherDN":"1","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as Parameters;
    const arrived = arriving('makeCall', given)!;
    expect(Object.getPrototypeOf(arrived)).toBe(Object.prototype);
    expect(arrived['polluted']).toBeUndefined();
    expect(({} as Parameters)['polluted']).toBeUndefined();
  });

  const trap = {
    get otherDN(): string {
      throw new Error('trap');
    },
  };

  test('a getter that throws gives a rejected promise, not an exception', async () => {
    const bench = benchFor('makeCall');
    let outcome: Promise<unknown> | undefined;
    expect(() => {
      outcome = bench.send('makeCall', trap);
    }).not.toThrow();
    expect(await errorOf(outcome!)).toMatchObject({ code: 'INVALID_PARAMETER', command: 'makeCall' });
    expect(bench.sdk.sent).not.toContain('makeCall');
    await turns();
  });

  test('a getter that throws makes can say no, not throw', () => {
    expect(benchFor('makeCall').agent.can('makeCall', trap)).toBe(false);
  });

  test('a huge string is no reason to fall over', () => {
    expect(benchFor('sendDtmf').agent.can('sendDtmf', { dtmfDigits: '1'.repeat(1_000_000) })).toBe(false);
  });
});
