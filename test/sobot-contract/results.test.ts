import { describe, expect, test } from '@jest/globals';
import type { CommandError, CommandName } from '../../adapters/sobot/index.js';
import { openGuardedFloor, type GuardedFloor, type Seat } from '../support/guarded-floor.js';
import { benchAt } from '../support/bench/index.js';
import { openFloor } from '../simulator/support/floor.js';
import { CONTRACT } from './contract-data.js';
import type { Field } from './contract-items.js';
import { covers } from './covers.js';

const ROUTES = { numbers: ['0101', '0102'], plans: [{ code: 'p1', name: 'Plan' }] };
const LOGIN = { phoneType: 'webrtc', bindExt: '', agentState: '1' };
const INIT = { token: 'any', companyId: 'any', agent: '1001' };

/** With which parameters each command with callbacks succeeds. */
const GIVEN: { readonly [Name in CommandName]?: object } = {
  initAgent: INIT,
  login: LOGIN,
  notReady: { reasonCode: 12 },
  setRoute: { explicitRule: '3', explicitNumber: '0102' },
  forceLogout: { targetAgentID: '1002' },
  forceBusy: { targetAgentID: '1002' },
  forceReady: { targetAgentID: '1002' },
};

/** A page on which this command can succeed. */
async function pageFor(floor: GuardedFloor, command: CommandName): Promise<Seat> {
  if (command === 'initAgent') {
    const seat = await floor.open('1001');
    await seat.does('login', LOGIN);
    floor.leave(seat);
    return floor.create('1001');
  }
  if (command === 'login') return floor.open('1001');
  if (command.startsWith('force')) await floor.signIn('1002', { agentState: command === 'forceReady' ? '2' : '1' });
  return floor.signIn('1001', { agentState: command === 'ready' ? '2' : '1' });
}

/** Sends a command that the service answers; the value it resolves or rejects with. */
async function answerTo(floor: GuardedFloor, seat: Seat, command: CommandName): Promise<unknown> {
  const method = seat.agent[command] as (given?: object) => Promise<unknown>;
  const answer = method(GIVEN[command]).catch((error: unknown) => error);
  await floor.rest();
  return answer;
}

/** The differences of a result from the data, by path. */
function differences(fields: readonly Field[], value: object, path: string): string[] {
  const undocumented = Object.keys(value).filter((name) => !fields.some((field) => field.name === name));
  return [
    ...undocumented.map((name) => `${path}.${name} is not documented`),
    ...fields.flatMap((field) => {
      const { name, type, required, items = [] } = field;
      const one: unknown = Reflect.get(value, name);
      const here = `${path}.${name}`;
      if (one === undefined) return required === true ? [`${here} is missing`] : [];
      if (type !== 'array') return typeof one === type ? [] : [`${here} is no ${type}`];
      if (!Array.isArray(one) || one.length === 0) return [`${here} is no list, or an empty one`];
      return one.flatMap((item: object) => differences(items, item, here));
    }),
  ];
}

const resultOf = (command: string) => CONTRACT.methods.find(({ name }) => name === command)?.result ?? [];

/** The command, the attribute and the value that an item names. */
function partsOf(item: string): { command: CommandName; value: unknown } {
  const [, command = '', text = ''] = /^(\w+) \S+ ("[^"]*"|-?\d+)/.exec(item) ?? [];
  return { command: command as CommandName, value: JSON.parse(text) };
}

describe('every command that the service answers', () => {
  test.each(
    covers(
      'initAgent result.status "success"',
      'login result.status "success"',
      'logout result.status "success"',
      'notReady result.status "success"',
      'ready result.status "success"',
      'resetLogout result.status "success"',
      'queryStates result.status "success"',
      'queryPhoneType result.status "success"',
      'queryUnusedExts result.status "success"',
      'queryAgentLoginInfo result.status "success"',
      'queryAgentCanJoinedInfo result.status "success"',
      'queryAgents result.status "success"',
      'forceLogout result.status "success"',
      'forceBusy result.status "success"',
      'forceReady result.status "success"',
    ),
  )('%s: resolves with a result that has all that is documented, and nothing else', async (item) => {
    const { command, value } = partsOf(item);
    const floor = openGuardedFloor(ROUTES);
    const answer = await answerTo(floor, await pageFor(floor, command), command);
    expect(answer).toMatchObject({ status: value });
    expect(differences(resultOf(command), answer as object, command)).toEqual([]);
  });

  test.each(['queryRoutes', 'setRoute'] as const)(
    '%s: resolves with a result that has all that is documented, though no status',
    async (command) => {
      const floor = openGuardedFloor(ROUTES);
      const answer = await answerTo(floor, await pageFor(floor, command), command);
      expect(answer).not.toHaveProperty('status');
      expect(differences(resultOf(command), answer as object, command)).toEqual([]);
    },
  );

  test.each(
    covers(
      'initAgent failure.status "error"',
      'login failure.status "error"',
      'logout failure.status "error"',
      'notReady failure.status "error"',
      'ready failure.status "error"',
      'resetLogout failure.status "error"',
      'queryStates failure.status "error"',
      'queryPhoneType failure.status "error"',
      'queryUnusedExts failure.status "error"',
      'queryAgentLoginInfo failure.status "error"',
      'queryAgentCanJoinedInfo failure.status "error"',
      'queryRoutes failure.status "error"',
      'setRoute failure.status "error"',
      'queryAgents failure.status "error"',
      'forceLogout failure.status "error"',
      'forceBusy failure.status "error"',
      'forceReady failure.status "error"',
    ),
  )('%s: rejects, with the failure of the service as its cause', async (item) => {
    const { command, value } = partsOf(item);
    const floor = openGuardedFloor(ROUTES);
    const seat = await pageFor(floor, command);
    floor.centre.faults.failNext(command, '330007');
    const error = (await answerTo(floor, seat, command)) as CommandError;
    expect(error).toMatchObject({ code: 'REJECTED', command, cause: { status: value } });
  });

  test('a failure has its text under errorMessage, but for that of queryStates, which has it under message', async () => {
    covers("queryStates failure.message note: 'message' here, 'errorMessage' elsewhere");
    const floor = openGuardedFloor(ROUTES);
    for (const { name, callbacks } of CONTRACT.methods) {
      if (!callbacks || name === 'initAgent') continue;
      const command = name as CommandName;
      const seat = await pageFor(floor, command);
      floor.centre.faults.failNext(command, '330007');
      const { cause } = (await answerTo(floor, seat, command)) as CommandError;
      const [own, other] = name === 'queryStates' ? ['message', 'errorMessage'] : ['errorMessage', 'message'];
      expect([name, cause]).toEqual([name, expect.objectContaining({ [own]: expect.any(String) })]);
      expect(cause).not.toHaveProperty(other);
      await seat.does('resetLogout');
      for (const open of floor.seats) floor.leave(open);
    }
  });
});

describe('every value of the result of a login', () => {
  test.each(
    covers(
      'login result.agentState "1"',
      'login result.agentState "2"',
      'login result.phoneType "sip"',
      'login result.phoneType "pstn"',
      'login result.phoneType "webrtc"',
    ),
  )('%s: is what was asked for', (item) => {
    const { value } = partsOf(item);
    const name = item.includes('phoneType') ? 'phoneType' : 'agentState';
    const floor = openFloor();
    expect(floor.open('1001').run('login', { ...LOGIN, [name]: value })?.result).toMatchObject({ [name]: value });
  });

  test.each(
    covers(
      'login result.reasonCode 2',
      'login result.reasonCode 11',
      'login result.reasonCode 12',
      'login result.reasonCode 13',
      'login result.reasonCode 14',
      'login result.reasonCode 15',
      'login result.reasonCode 16',
      'login result.reasonCode 17',
      'login result.reasonCode 18',
    ),
  )('%s: is believed, as number and as text', (item) => {
    const { value } = partsOf(item);
    for (const reasonCode of [value, String(value), ` ${String(value)} `]) {
      const bench = benchAt('idle', { standing: 'connected, offline' });
      bench.leave('login');
      bench.sdk.succeed('login', { agentState: '2', reasonCode });
      expect(bench.state()).toMatchObject({ login: value === 2 ? 'dnd' : 'break', reasonCode: value });
    }
  });
});

describe('every value of the result of a query', () => {
  test.each(
    covers(
      'queryPhoneType result.phoneTypes.phoneType "sip"',
      'queryPhoneType result.phoneTypes.phoneType "pstn"',
      'queryPhoneType result.phoneTypes.phoneType "webrtc"',
      'queryAgentLoginInfo result.phoneTypes.phoneType "sip"',
      'queryAgentLoginInfo result.phoneTypes.phoneType "pstn"',
      'queryAgentLoginInfo result.phoneTypes.phoneType "webrtc"',
      'queryAgentCanJoinedInfo result.phoneTypes.phoneType "sip"',
      'queryAgentCanJoinedInfo result.phoneTypes.phoneType "pstn"',
      'queryAgentCanJoinedInfo result.phoneTypes.phoneType "webrtc"',
    ),
  )('%s: is there if the agent may sign in so, and only then', (item) => {
    const { command, value } = partsOf(item);
    const others = (['sip', 'pstn', 'webrtc'] as const).filter((type) => type !== value);
    const floor = openFloor({
      agents: [
        { agentID: '1', ext: '8', mobile: '13900000001' },
        { agentID: '2', ext: '9', mobile: '13900000002', phoneTypes: others },
      ],
    });
    const [all, some] = ['1', '2'].map((agentID) => {
      const { phoneTypes } = floor.open(agentID).run(command)!.result as { phoneTypes: { phoneType: unknown }[] };
      return phoneTypes.map(({ phoneType }) => phoneType);
    });
    expect(all).toContain(value);
    expect(some).toEqual(others);
  });

  test.each(
    covers(
      'queryRoutes result.explicitRule.code "1"',
      'queryRoutes result.explicitRule.code "2"',
      'queryRoutes result.explicitRule.code "3"',
      'setRoute result.explicitRule.code "1"',
      'setRoute result.explicitRule.code "2"',
      'setRoute result.explicitRule.code "3"',
    ),
  )('%s: is the one that is set, and no other is', (item) => {
    const { command, value } = partsOf(item);
    const desk = openFloor(ROUTES).signIn('1001');
    const set = desk.run('setRoute', { explicitRule: value, explicitCode: 'p1', explicitNumber: '0102' });
    const answer = command === 'setRoute' ? set : desk.run(command);
    const rules = answer!.result['explicitRule'] as { code: string; hasSet: boolean }[];
    expect(rules.map(({ code, hasSet }) => [code, hasSet])).toEqual(['1', '2', '3'].map((code) => [code, code === value]));
  });

  test.each(
    covers(
      'queryAgents result.agents.agentState 0: offline',
      'queryAgents result.agents.agentState 1: ready',
      'queryAgents result.agents.agentState 2: DND',
    ),
  )('%s', (item) => {
    const { value } = partsOf(item);
    const meaning = item.split(': ').at(-1);
    const floor = openFloor();
    const asker = floor.signIn('1001');
    if (meaning !== 'offline') floor.signIn('1002', { agentState: meaning === 'DND' ? '2' : '1' });
    const { agents } = asker.run('queryAgents', { agentState: -1 })!.result as { agents: { agentID: string; agentState: unknown }[] };
    expect(agents.find(({ agentID }) => agentID === '1002')?.agentState).toBe(value);
  });

  test('of the numbers of work statuses, 1 says that an agent is ready, and no other does', () => {
    covers('queryAgents result.agents.workStatus note: 1: ready');
    const floor = openFloor();
    const asker = floor.signIn('1001');
    const statusOf = (agentID: string) => {
      const { agents } = asker.run('queryAgents', { agentState: -1 })!.result as { agents: { agentID: string; workStatus: unknown }[] };
      return agents.find((one) => one.agentID === agentID)?.workStatus;
    };
    expect(statusOf('1002')).not.toBe(1);
    const other = floor.signIn('1002');
    expect(statusOf('1002')).toBe(1);
    other.run('makeCall', { otherDN: '13512345678' });
    expect(statusOf('1002')).not.toBe(1);
    other.run('hangup');
    other.run('notReady', { reasonCode: 2 });
    expect(statusOf('1002')).not.toBe(1);
  });
});
