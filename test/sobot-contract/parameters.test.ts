import { describe, expect, test } from '@jest/globals';
import type { CommandName } from '../../machines/index.js';
import { benchFor } from '../support/bench/flights.js';
import { arriving, refusalOf } from '../support/bench/parameters-sent.js';
import { PARAMETERS } from '../support/bench/index.js';
import { openFloor, type Command } from '../simulator/support/floor.js';
import { CONTRACT } from './contract-data.js';
import { covers } from './covers.js';

type Parameters = Readonly<Record<string, unknown>>;

/** The parameter that an item is about, and its statement. */
function parameterIn(item: string): { command: CommandName; name: string; says: string } {
  const [, command, name = '', says = ''] = /^(\w+)\((\w+)\):? (.*)$/.exec(item) ?? [];
  return { command: command as CommandName, name, says };
}

/** A value of a parameter with which the command passes, and what else it then needs. */
const OPTIONAL: { readonly [Name in CommandName]?: Parameters } = {
  initAgent: { agentType: '1', allowStorageListen: true, businessTags: 'scc' },
  login: { bindMobile: '13800138000', unbindExtOnLogout: true },
  queryUnusedExts: { ext: '10', currPage: 2, pageSize: 20 },
  makeCall: { privacyNumber: 'XFH', ANI: '4001', outboundPlanCode: 'P1', agentANI: '4002', outboundRouteType: '1' },
  setRoute: { explicitCode: 'C1', explicitNumber: '4003' },
  queryAgents: { agentName: 'Li', agentState: 1 },
};

function validWith(command: CommandName, name: string): Parameters {
  const base = PARAMETERS[command] ?? {};
  return name in base ? base : { ...base, [name]: OPTIONAL[command]?.[name] };
}

function without(parameters: Parameters, name: string): Parameters {
  return Object.fromEntries(Object.entries(parameters).filter(([one]) => one !== name));
}

/** A value that is none of the type. */
const NONE_OF: Readonly<Record<string, unknown>> = { string: {}, number: 'sixty', boolean: 'perhaps' };

describe('every parameter', () => {
  test.each(
    covers(
      'initAgent(token): string, required',
      'initAgent(companyId): string, required',
      'initAgent(agent): string, required',
      'initAgent(agentType): string, optional',
      'initAgent(allowStorageListen): boolean, optional',
      'initAgent(businessTags): string, optional',
      'login(agentState): string, optional',
      'login(phoneType): string, required',
      'login(bindExt): string, required',
      'login(bindMobile): string, optional',
      'login(unbindExtOnLogout): boolean, optional',
      'notReady(reasonCode): number, required',
      'queryUnusedExts(ext): string, optional',
      'queryUnusedExts(currPage): number, optional',
      'queryUnusedExts(pageSize): number, optional',
      'makeCall(otherDN): string, required',
      'makeCall(privacyNumber): string, optional',
      'makeCall(ANI): string, optional',
      'makeCall(outboundPlanCode): string, optional',
      'makeCall(agentANI): string, optional',
      'makeCall(outboundRouteType): string, optional',
      'singleTransfer(targetType): string, required',
      'singleTransfer(target): string, required',
      'initiateConsult(targetType): string, required',
      'initiateConsult(target): string, required',
      'delayACW(delayTime): number, required',
      'sendDtmf(dtmfDigits): string, required',
      'setRoute(explicitRule): string, required',
      'setRoute(explicitCode): string, optional',
      'setRoute(explicitNumber): string, optional',
      'queryAgents(agentName): string, optional',
      'queryAgents(agentState): number, optional',
      'forceLogout(targetAgentID): string, required',
      'forceBusy(targetAgentID): string, required',
      'forceReady(targetAgentID): string, required',
    ),
  )('%s', async (item) => {
    const { command, name, says } = parameterIn(item);
    const [type = '', presence] = says.split(', ');
    const valid = validWith(command, name);
    expect(arriving(command, valid)).toMatchObject({ [name]: valid[name] });
    expect(typeof arriving(command, valid)?.[name]).toBe(type);
    expect(await refusalOf(command, { ...valid, [name]: NONE_OF[type] })).toContain(name);
    if (presence === 'required') expect(await refusalOf(command, without(valid, name))).toContain(name);
    else expect(arriving(command, without(valid, name))).not.toHaveProperty(name);
  });
});

/** The last value that a limit lets pass, and the first that it does not. */
function boundary(says: string): { last: unknown; first: unknown } {
  const [limit, text = ''] = says.split(' ');
  const value = Number(text);
  if (limit === 'integer') return { last: 31, first: 31.5 };
  if (limit === 'min') return { last: value, first: value - 1 };
  if (limit === 'max') return { last: value, first: value + 1 };
  if (limit === 'maxLength') return { last: '1'.repeat(value), first: '1'.repeat(value + 1) };
  throw new Error(`no boundary is known of ${says}`);
}

describe('every limit', () => {
  test.each(
    covers('delayACW(delayTime) integer', 'delayACW(delayTime) min 30', 'delayACW(delayTime) max 900', 'sendDtmf(dtmfDigits) maxLength 24'),
  )('%s: lets its last value pass, and refuses the first one beyond', async (item) => {
    const { command, name, says } = parameterIn(item);
    const { last, first } = boundary(says);
    expect(arriving(command, { [name]: last })).toEqual({ [name]: last });
    expect(benchFor(command).agent.can(command, { [name]: last })).toBe(true);
    expect(await refusalOf(command, { [name]: first })).toContain(name);
    expect(benchFor(command).agent.can(command, { [name]: first })).toBe(false);
  });
});

/** Other parameters that a value needs to pass. */
function companions(command: CommandName, value: unknown): Parameters {
  if (command === 'login' && value === 'pstn') return { bindMobile: '13800138000' };
  if (command !== 'setRoute') return {};
  return { explicitCode: 'C1', explicitNumber: '4003' };
}

describe('every value', () => {
  test.each(
    covers(
      'initAgent(agentType) "0": work number',
      'initAgent(agentType) "1": id',
      'login(agentState) "1": online',
      'login(agentState) "2": DND',
      'login(phoneType) "sip"',
      'login(phoneType) "pstn"',
      'login(phoneType) "webrtc"',
      'notReady(reasonCode) 2',
      'notReady(reasonCode) 11',
      'notReady(reasonCode) 12',
      'notReady(reasonCode) 13',
      'notReady(reasonCode) 14',
      'notReady(reasonCode) 15',
      'notReady(reasonCode) 16',
      'notReady(reasonCode) 17',
      'notReady(reasonCode) 18',
      'singleTransfer(targetType) "0": agent',
      'singleTransfer(targetType) "1": third-party number',
      'singleTransfer(targetType) "2": extension',
      'initiateConsult(targetType) "0": agent',
      'initiateConsult(targetType) "1": third-party number',
      'initiateConsult(targetType) "2": extension',
      'setRoute(explicitRule) "1": random from the enterprise pool',
      'setRoute(explicitRule) "2": dynamic scheme',
      'setRoute(explicitRule) "3": the agent\'s own number',
      'queryAgents(agentState) -1: all',
      'queryAgents(agentState) 1: online',
    ),
  )('%s: passes as it is, with blanks around it, and as number or text', (item) => {
    const { command, name, says } = parameterIn(item);
    const [, text = ''] = /^("[^"]*"|-?\d+)/.exec(says) ?? [];
    const value: unknown = JSON.parse(text);
    const forms = [value, ` ${String(value)} `, ...(/^-?\d+$/.test(String(value)) ? [Number(value), String(value)] : [])];
    for (const form of forms) {
      const given = { ...PARAMETERS[command], ...companions(command, value), [name]: form };
      expect(arriving(command, given)).toMatchObject({ [name]: value });
    }
  });

  const LISTED = CONTRACT.methods.flatMap(({ name: command, params }) =>
    params.flatMap(({ name, values }) => (values === undefined ? [] : [[command as CommandName, name, values] as const])),
  );
  test.each(LISTED)('of %s %s: no other one passes', async (command, name, values) => {
    const others = ['none', 'SIP', '-', 98, 99, 100, ...Array.from({ length: 26 }, (_, index) => index - 5)].filter(
      (other) => !values.map(String).includes(String(other)),
    );
    for (const other of others) {
      const given = { ...PARAMETERS[command], ...companions(command, other), [name]: other };
      expect([other, await refusalOf(command, given)]).toEqual([other, expect.stringContaining(name)]);
    }
  });
});

/** Commands before and after the command itself that make its default visible. */
const SEEN: { readonly [Name in Command]?: { before?: Command; after?: Command } } = {
  login: { after: 'logout' },
  queryAgents: { before: 'login' },
};

describe('every default', () => {
  test.each(
    covers(
      'initAgent(agentType) default "0"',
      'initAgent(allowStorageListen) default false',
      'login(agentState) default "2"',
      'login(unbindExtOnLogout) default false',
      'queryUnusedExts(ext) default ""',
      'queryUnusedExts(currPage) default 1',
      'queryUnusedExts(pageSize) default 50',
      'queryAgents(agentState) default 1',
    ),
  )('%s: left out, blank or said, the service does the same', (item) => {
    const { command, name, says } = parameterIn(item);
    const value: unknown = JSON.parse(says.replace('default ', ''));
    const others = { initAgent: { token: 't', companyId: 'c', agent: '1001' }, login: { phoneType: 'webrtc', bindExt: '' } };
    const base: Parameters = Object.entries(others).find(([one]) => one === command)?.[1] ?? {};

    // The guard leaves the default to the service.
    const left = { ...without({ ...PARAMETERS[command], ...base }, name) };
    expect(arriving(command, left)).not.toHaveProperty(name);

    const outcomes = [{}, { [name]: undefined }, ...(typeof value === 'boolean' ? [] : [{ [name]: ' ' }]), { [name]: value }].map(
      (given) => {
        const floor = openFloor({ extensions: Array.from({ length: 60 }, (_, index) => String(9000 + index)) });
        const desk = command === 'initAgent' ? floor.open('nobody') : floor.open('1001');
        const { before, after } = SEEN[command] ?? {};
        if (before !== undefined) desk.run(before, { phoneType: 'webrtc', bindExt: '', agentState: '1' });
        const answer = desk.run(command, { ...base, ...given });
        const truth = floor.centre.truth('1001');
        if (after !== undefined) desk.run(after);
        return { answer, truth, later: desk.run('queryPhoneType')?.result, news: desk.news() };
      },
    );
    expect(outcomes[0]?.answer?.outcome).toBe('success');
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
  });
});
