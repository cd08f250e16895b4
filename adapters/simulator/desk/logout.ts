import { callsOf, progressOf, type Agent } from './agent.js';
import { clearAcw } from './acw.js';
import type { Party } from './calls/call.js';
import { endParty, releaseLeg, settle } from './calls/ending.js';
import { phonesAt } from './calls/lines.js';
import type { Desk } from './context.js';
import type { ErrorCode } from './errors.js';
import { tellAgent } from './messages.js';
import { answerThen } from './reply.js';
import type { Request } from './request.js';
import { setLogin } from './status.js';

/** Why the agent cannot sign out now, or null: only when ready, occupied or locked. */
function signOutObstacle(agent: Agent): ErrorCode | null {
  if (agent.session === null) return '330015';
  if (agent.acw !== null) return '330013';
  return agent.main === null ? null : '330035';
}

/** Ends the session without telling anybody. */
function endSession(desk: Desk, agent: Agent): void {
  const { session } = agent;
  if (agent.acw !== null) clearAcw(desk, agent);
  agent.session = null;
  agent.missed = 0;
  setLogin(desk, agent, 'offline', null);
  if (session?.unbindExtOnLogout === true) agent.ext = null;
}

function announceLogout(desk: Desk, agent: Agent, fields: Readonly<Record<string, unknown>>): void {
  const { logoutEvent } = desk.floor.behaviour;
  if (logoutEvent !== 'EventAgentLogout') tellAgent(desk, agent, 'RequestAgentLogout', fields);
  if (logoutEvent !== 'RequestAgentLogout') tellAgent(desk, agent, 'EventAgentLogout', fields);
}

export function logout(desk: Desk, request: Request): void {
  const { agent } = request;
  const code = signOutObstacle(agent);
  if (code !== null) {
    request.fail(code);
    return;
  }
  signOut(desk, agent, request);
}

/** Ends the session and tells everybody concerned. */
export function signOut(desk: Desk, agent: Agent, request: Request, fields: Readonly<Record<string, unknown>> = {}): void {
  endSession(desk, agent);
  answerThen(desk, request, {}, () => {
    announceLogout(desk, agent, { agentState: '0', ...fields });
  });
}

function endCall(desk: Desk, party: Party): void {
  if (party.leg === null) {
    // Somebody is calling him, whose own phone is called first: that call comes to nothing.
    endParty(desk, party, 'cancelled');
    settle(desk, party.call);
    return;
  }
  releaseLeg(desk, party.leg, progressOf(party) === 'ringing' ? 'rejected' : 'normal');
}

/** Ends the agent's calls first, if there are any, and then runs `then` in place of after-call work. */
export function afterHangingUp(desk: Desk, agent: Agent, then: () => void): void {
  if (agent.main === null) {
    then();
    return;
  }
  const before = agent.afterCall;
  agent.afterCall = () => {
    before?.();
    then();
  };
  for (const party of callsOf(agent).flatMap(phonesAt)) endCall(desk, party);
}

/** Nothing of the end of his calls is told. */
function silence(agent: Agent): void {
  for (const party of callsOf(agent).flatMap(phonesAt)) party.announced = false;
  if (agent.consult !== null) agent.consult.announced = false;
}

/** From any login status and any work status: hangs up, and is offline. */
export function resetLogout(desk: Desk, request: Request): void {
  const { agent } = request;
  if (desk.floor.behaviour.resetLogoutRelease === 'omitted') {
    silence(agent);
  }
  afterHangingUp(desk, agent, () => {
    if (agent.session !== null) {
      signOut(desk, agent, request);
      return;
    }
    request.succeed({});
  });
}
