import type { Agent } from './agent.js';
import type { Desk } from './context.js';
import { tellAgent } from './messages.js';
import type { LoginStatus } from './truth.js';

/** DND, as reason code. */
export const DND = 2;

/** Reason code of the system lock in the vendor's mobile SDK. */
const LOCKED = 98;

/** Sets the login status without telling anybody. */
export function setLogin(desk: Desk, agent: Agent, login: LoginStatus, reasonCode: number | null): void {
  const now = desk.agenda.now();
  if (agent.login !== login) {
    agent.loginSince = now;
    if (login === 'online') agent.idleSince = now;
  }
  if (agent.reasonCode !== reasonCode) agent.reasonSince = now;
  agent.login = login;
  agent.reasonCode = reasonCode;
}

export function setOnline(desk: Desk, agent: Agent): void {
  agent.missed = 0;
  setLogin(desk, agent, 'online', null);
}

export function setBusy(desk: Desk, agent: Agent, reasonCode: number): void {
  setLogin(desk, agent, reasonCode === DND ? 'dnd' : 'break', reasonCode);
}

/** Tells the agent which login status he is in: ready, or not and why. */
export function announceStatus(desk: Desk, agent: Agent, fields: Readonly<Record<string, unknown>> = {}): void {
  if (agent.login === 'online') {
    tellAgent(desk, agent, 'EventAgentReady', { agentState: '1', ...fields });
    return;
  }
  const reasonCode = agent.login === 'locked' ? LOCKED : agent.reasonCode;
  tellAgent(desk, agent, 'EventAgentNotReady', { agentState: '2', reasonCode, ...fields });
}

/** The system takes the agent out: nobody can reach him, and he can call nobody, until he is ready(). */
export function lock(desk: Desk, agent: Agent): void {
  setLogin(desk, agent, 'locked', null);
  const { lockAnnounced } = desk.floor.behaviour;
  if (lockAnnounced === 'none') return;
  if (lockAnnounced === 'reason98') announceStatus(desk, agent);
  else tellAgent(desk, agent, 'EventAgentNotReady', { agentState: '2', workStatus: 'locking' });
}
