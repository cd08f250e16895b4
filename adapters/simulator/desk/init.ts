import type { Agent } from './agent.js';
import { agentBy, type Desk } from './context.js';
import type { Params } from './params.js';
import { regain } from './regain.js';
import type { DeskEnd } from './request.js';

/** Says whose page this is. False: refused, and the page is what it was. */
export function identify(desk: Desk, end: DeskEnd, params: Params): boolean {
  const { companyId, companyIsFixed } = desk.floor;
  const tenant = params.text('companyId');
  if (tenant === '' || (companyIsFixed && tenant !== companyId)) return false;
  const agentType = params.text('agentType') || '0';
  if (agentType !== '0' && agentType !== '1') return false;
  const agent = agentBy(desk, agentType, params.text('agent'));
  const token = params.text('token');
  if (agent === null || token === '' || (agent.token !== null && agent.token !== token)) return false;
  if (end.agent !== agent) end.agent?.ends.delete(end);
  end.agent = agent;
  end.agentType = agentType;
  end.displaced = false;
  end.toldLate = false;
  agent.ends.add(end);
  return true;
}

/** Parameters of `initAgent` with which another page of this agent is let in. */
export function identityOf({ floor }: Desk, { agentID, token }: Agent): Readonly<Record<string, string>> {
  return { token: token ?? 'any', companyId: floor.companyId, agent: agentID };
}

/** After a successful `initAgent`: an agent who is not offline is regained. */
export function welcome(desk: Desk, end: DeskEnd): void {
  regain(desk, end, false);
}
