import type { SobotCommand } from '../network/commands.js';
import type { Message } from '../network/message.js';
import { offeredTo, type Agent } from './agent.js';
import type { Named, Party } from './calls/call.js';
import type { Desk } from './context.js';
import { errorText } from './errors.js';
import { DN_ROLES, type DNRole } from './roles.js';

/** The TLib names of the events that have another one at the vendor's. */
const TLIB_NAMES: Readonly<Record<string, string>> = {
  EventAgentHoldCall: 'EventHeld',
  EventAgentRetrieveCall: 'EventRetrieved',
  EventAgentMute: 'EventMuteOn',
  EventAgentUnmute: 'EventMuteOff',
};

/** The extension or number that stands for the agent: where his calls are answered. */
export function dnOfAgent({ session, ext, mobile }: Agent): string {
  if (session === null) return ext ?? mobile ?? '';
  return (session.phoneType === 'pstn' ? session.mobile : session.ext) ?? '';
}

/** A role as the wire has it. */
export function wireRole(desk: Desk, role: DNRole): string | number {
  const { roleFormat } = desk.floor.behaviour;
  if (roleFormat === 'name') return role;
  const code = DN_ROLES.indexOf(role);
  return roleFormat === 'number' ? code : String(code);
}

function send(desk: Desk, agent: Agent, message: Message): void {
  for (const end of agent.ends) if (!end.displaced) end.send(message);
}

/** The fields of every event, stamped by the given node: by default one of those that stamp this event. */
export function commonFields(desk: Desk, messageID: string, node = desk.nodes.of(messageID)): Readonly<Record<string, unknown>> {
  return {
    ...node.stamp('creationTime', desk.agenda.now()),
    companyId: desk.floor.companyId,
    referenceID: desk.reference,
  };
}

export function agentMessage(desk: Desk, agent: Agent, messageID: string, fields: Readonly<Record<string, unknown>> = {}): Message {
  return {
    messageID,
    ...commonFields(desk, messageID),
    agentID: agent.agentID,
    agentUUID: agent.agentUUID,
    thisDN: dnOfAgent(agent),
    ...(agent.queues.length === 0 ? {} : { thisQueues: agent.queues }),
    ...fields,
  };
}

/** An event about the agent, to all pages of his. */
export function tellAgent(desk: Desk, agent: Agent, messageID: string, fields: Readonly<Record<string, unknown>> = {}): void {
  send(desk, agent, agentMessage(desk, agent, messageID, fields));
}

function thirdFields(desk: Desk, third: Named | null): Readonly<Record<string, unknown>> {
  return third === null ? {} : { thirdDN: third.dn, thirdDNRole: wireRole(desk, third.role) };
}

/** The two sides of the call, from the point of view of one party. */
export function partyFields(desk: Desk, party: Party): Readonly<Record<string, unknown>> {
  const { other } = party;
  return {
    thisDN: party.dn,
    thisDNRole: wireRole(desk, party.role),
    otherDN: other?.dn ?? '',
    otherDNRole: wireRole(desk, other?.role ?? 'Unknown'),
  };
}

function attachedDataField(desk: Desk, party: Party): Readonly<Record<string, unknown>> {
  const { attachedData } = party.call;
  if (attachedData === null) return {};
  const asText = desk.floor.behaviour.attachedDataFormat === 'string';
  return { attachedData: asText ? JSON.stringify(attachedData) : attachedData };
}

/**
 * An event about a party, to the agent whose party it is; nothing for others.
 *
 * @param third whom the message names as third party; default: whom the party names
 */
export function tellParty(
  desk: Desk,
  party: Party,
  messageID: string,
  { third = party.third, fields = {} }: { third?: Named | null; fields?: Readonly<Record<string, unknown>> } = {},
): void {
  const { agent, call } = party;
  if (agent === null) return;
  const name = desk.floor.behaviour.names === 'tlib' ? (TLIB_NAMES[messageID] ?? messageID) : messageID;
  party.announced = true;
  send(desk, agent, {
    messageID: name,
    ...commonFields(desk, name),
    ...attachedDataField(desk, party),
    callID: call.callID,
    partyID: party.partyID,
    callType: call.type,
    partyRole: 'Agent',
    ANI: call.ANI,
    DNIS: call.DNIS,
    agentID: agent.agentID,
    ...partyFields(desk, party),
    ...thirdFields(desk, third),
    ...fields,
  });
}

/** The call that a command is about, when it arrives. */
export function subjectOf(agent: Agent, command: SobotCommand): Party | null {
  // It is about no call that is there.
  if (command === 'makeCall') return null;
  const offered = command === 'answer' || command === 'rejectCall' ? offeredTo(agent) : null;
  return offered ?? agent.consult ?? agent.main;
}

/** The refusal of a command without callbacks, to the page that has sent it. */
export function errorMessage(desk: Desk, agent: Agent, subject: Party | null, code: string): Message {
  return {
    messageID: 'EventError',
    ...commonFields(desk, 'EventError'),
    errorCode: code,
    errorMessage: errorText(code),
    ...(subject === null ? {} : { callID: subject.call.callID }),
  };
}
