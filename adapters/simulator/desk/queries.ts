import { workOf, type Agent } from './agent.js';
import type { Desk } from './context.js';
import type { Request } from './request.js';
import { workCodeOf } from './work-status.js';

const BREAK_NAMES: Readonly<Record<number, string>> = {
  11: 'Break',
  12: 'Break (Training)',
  13: 'Break (Meeting)',
  14: 'Break (Dining)',
  15: 'Break (Active)',
  16: 'Break (Custom 1)',
  17: 'Break (Custom 2)',
  18: 'Break (Custom 3)',
};

const LOGIN_STATUS = [
  { code: '1', name: 'Online' },
  { code: '2', name: 'DND' },
] as const;

/** Only the breaks that the agent may use; DND is none. */
export function queryStates(_desk: Desk, request: Request): void {
  const states = request.agent.breaks.map((code) => ({ code: String(code), name: BREAK_NAMES[code] ?? '' }));
  request.succeed({ states });
}

function identity({ agentID, agentUUID, name, ext, mobile }: Agent): Readonly<Record<string, unknown>> {
  return { agentUUID, agentID, agentName: name, ext: ext ?? '', phone: mobile ?? '' };
}

export function queryPhoneType(_desk: Desk, { agent, succeed }: Request): void {
  const phoneTypes = agent.phoneTypes.map((phoneType) => ({
    phoneType,
    default: phoneType === agent.defaultPhoneType,
  }));
  succeed({ ...identity(agent), phoneTypes });
}

/** As queryPhoneType, but the mark has another name. */
export function queryAgentLoginInfo(_desk: Desk, { agent, succeed }: Request): void {
  const phoneTypes = agent.phoneTypes.map((phoneType) => ({
    phoneType,
    defaultPhoneType: phoneType === agent.defaultPhoneType,
  }));
  succeed({ ...identity(agent), phoneTypes });
}

/** No mark at all, and the id is called `id`. */
export function queryAgentCanJoinedInfo(_desk: Desk, { agent, succeed }: Request): void {
  const { lastLogin } = agent;
  const { agentUUID, ...rest } = identity(agent);
  succeed({
    id: agentUUID,
    ...rest,
    loginStatusCode: lastLogin?.agentState ?? '',
    loginStatusName: LOGIN_STATUS.find(({ code }) => code === lastLogin?.agentState)?.name ?? '',
    currentPhoneType: lastLogin?.phoneType ?? '',
    phoneTypes: agent.phoneTypes.map((phoneType) => ({ phoneType })),
    loginStatus: LOGIN_STATUS.map((status) => ({ ...status })),
  });
}

const DEFAULT_PAGE_SIZE = 50;

/** A positive whole number, or the default for anything else. */
function pageParameter(value: number | null, otherwise: number): number {
  return value !== null && Number.isInteger(value) && value > 0 ? value : otherwise;
}

/** Extensions nobody else has, the agent's own among them; it is the default. */
export function queryUnusedExts(desk: Desk, { agent, params, succeed }: Request): void {
  const part = params.text('ext');
  const currPage = pageParameter(params.number('currPage'), 1);
  const pageSize = pageParameter(params.number('pageSize'), DEFAULT_PAGE_SIZE);
  const taken = new Set(desk.agents.filter((other) => other !== agent).flatMap(({ ext, session }) => [ext, session?.ext]));
  const found = desk.floor.extensions.filter((ext) => !taken.has(ext) && ext.includes(part)).sort();
  succeed({
    currPage,
    pageSize,
    total: found.length,
    exts: found.slice((currPage - 1) * pageSize, currPage * pageSize).map((ext) => ({ ext, default: ext === agent.ext })),
  });
}

const AGENT_STATES = { offline: 0, online: 1, dnd: 2, break: 2, locked: 2 } as const;

/** Which agents `agentState` asks for: -1 all, 1 those online, blank those who are ready. */
function isAskedFor(agent: Agent, agentState: string): boolean {
  if (agentState === '-1') return true;
  if (agentState === '1') return agent.login === 'online';
  return agent.login === 'online' && workOf(agent) === 'idle';
}

export function queryAgents(desk: Desk, request: Request): void {
  const name = request.params.text('agentName');
  const agentState = request.params.text('agentState');
  const agents = desk.agents
    .filter((agent) => (name === '' || agent.name === name) && isAskedFor(agent, agentState))
    .map((agent) => ({
      agentUUID: agent.agentUUID,
      agentID: agent.agentID,
      agentName: agent.name,
      ext: agent.ext ?? '',
      agentState: AGENT_STATES[agent.login],
      workStatus: workCodeOf(agent),
    }));
  request.succeed({ agents });
}
