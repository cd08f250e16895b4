import { workOf, type Agent } from './agent.js';
import { clearAcw } from './acw.js';
import type { Party } from './calls/call.js';
import { endParty, releaseLeg, settle } from './calls/ending.js';
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
export function signOut(
  desk: Desk,
  agent: Agent,
  request: Request,
  fields: Readonly<Record<string, unknown>> = {},
): void {
  endSession(desk, agent);
  answerThen(desk, request, {}, () => {
    announceLogout(desk, agent, { agentState: '0', ...fields });
  });
}

/** Ends the agent's call first, if there is one, and then runs `then` in place of after-call work. */
export function afterHangingUp(desk: Desk, agent: Agent, then: () => void): void {
  const { main } = agent;
  if (main === null) {
    then();
    return;
  }
  const before = agent.afterCall;
  agent.afterCall = () => {
    before?.();
    then();
  };
  if (main.leg === null) {
    // Somebody is calling him, whose own phone is called first: that call comes to nothing.
    endParty(desk, main, 'cancelled');
    settle(desk, main.call);
    return;
  }
  releaseLeg(desk, main.leg, workOf(agent) === 'ringing' ? 'rejected' : 'normal');
}

function silence(party: Party | null): void {
  if (party !== null) party.announced = false;
}

/** From any login status and any work status: hangs up, and is offline. */
export function resetLogout(desk: Desk, request: Request): void {
  const { agent } = request;
  if (desk.floor.behaviour.resetLogoutRelease === 'omitted') {
    silence(agent.main);
    silence(agent.consult);
  }
  afterHangingUp(desk, agent, () => {
    if (agent.session !== null) {
      signOut(desk, agent, request);
      return;
    }
    request.succeed({});
  });
}
