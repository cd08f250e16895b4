import type { Message } from '../network/message.js';
import { dnOfAgent, agentMessage, commonFields, partyFields, wireRole } from './messages.js';
import type { Agent } from './agent.js';
import type { Desk } from './context.js';
import type { ServiceNode } from './nodes.js';
import type { DeskEnd } from './request.js';
import { workCodeOf, workNameOf } from './work-status.js';

const REGAIN = 'EventAgentRegainStatus';

/** The times in it are those of the node's clock, as it showed them then. */
function agentStateInfo(desk: Desk, agent: Agent, { agentType }: DeskEnd, node: ServiceNode): Readonly<Record<string, unknown>> {
  const locked = agent.login === 'locked';
  const names = desk.floor.behaviour.regainWorkStatus === 'names';
  return {
    agent: agentType === '1' ? agent.agentUUID : agent.agentID,
    agentType,
    companyId: desk.floor.companyId,
    phoneType: agent.session?.phoneType ?? agent.defaultPhoneType,
    thisDN: dnOfAgent(agent),
    agentState: agent.login === 'online' ? '1' : '2',
    ...node.stamp('agentStateTimestamp', agent.loginSince),
    ...(agent.login === 'online'
      ? {}
      : {
          reasonCode: locked ? '98' : String(agent.reasonCode),
          ...node.stamp('reasonCodeTimestamp', agent.reasonSince),
        }),
    workStatus: names ? workNameOf(agent) : String(workCodeOf(agent)),
    ...node.stamp('workStatusTimestamp', agent.workSince),
  };
}

/** The call, without a word on hold or mute; null when there is none. */
function workStatusInfo(desk: Desk, { main, consult }: Agent): Readonly<Record<string, unknown>> | null {
  if (main === null || main.state === 'offered') return null;
  const third = consult?.other ?? null;
  return {
    callID: main.call.callID,
    callType: main.call.type,
    companyId: desk.floor.companyId,
    ...partyFields(desk, main),
    ...(third === null ? {} : { thirdDN: third.dn, thirdDNRole: wireRole(desk, third.role) }),
  };
}

/** The message from which a page restores what it showed. */
function regainMessage(desk: Desk, agent: Agent, end: DeskEnd): Message {
  const call = workStatusInfo(desk, agent);
  const node = desk.nodes.of(REGAIN);
  return {
    messageID: REGAIN,
    ...commonFields(desk, REGAIN, node),
    agentStateInfo: agentStateInfo(desk, agent, end, node),
    ...(call === null ? {} : { workStatusInfo: call }),
  };
}

/**
 * The page's connection is back. It is told where its agent is: displaced meanwhile, signed in, or
 * not any more.
 */
export function regain(desk: Desk, end: DeskEnd, wasSignedIn: boolean): void {
  const { agent } = end;
  if (agent === null) return;
  if (end.displaced) {
    if (end.toldLate) end.send(agentMessage(desk, agent, 'EventAgentConnectionChanged'));
    end.toldLate = false;
    return;
  }
  if (agent.session !== null) end.send(regainMessage(desk, agent, end));
  else if (wasSignedIn) end.send(agentMessage(desk, agent, 'EventAgentLogout', { agentState: '0' }));
}
