import type { Agent } from './agent.js';
import type { Desk } from './context.js';
import { tellAgent } from './messages.js';
import type { Request } from './request.js';
import { announceStatus, DND, setBusy } from './status.js';

/** Ends after-call work without telling anybody. */
export function clearAcw(desk: Desk, agent: Agent): void {
  agent.acw?.timer?.cancel();
  agent.acw = null;
  agent.idleSince = desk.agenda.now();
}

/** After-call work is over by itself, or by completeACW: back to the login status. */
function endAcw(desk: Desk, agent: Agent): void {
  clearAcw(desk, agent);
  if (desk.floor.behaviour.acwEnd === 'dnd' && agent.login !== 'locked') setBusy(desk, agent, DND);
  announceStatus(desk, agent);
}

function arm(desk: Desk, agent: Agent): void {
  const { acw } = agent;
  if (acw === null) return;
  acw.timer?.cancel();
  acw.timer =
    acw.deadline === null
      ? null
      : desk.agenda.at(acw.deadline, 'timer', () => {
          desk.reference = ++desk.references;
          endAcw(desk, agent);
        });
}

export function startAcw(desk: Desk, agent: Agent): void {
  const since = desk.agenda.now();
  const { acwMs, behaviour } = desk.floor;
  agent.acw = { since, deadline: acwMs === null ? null : since + acwMs, timer: null };
  arm(desk, agent);
  if (behaviour.acwAnnounced === 'EventAgentAfterCallWork') tellAgent(desk, agent, 'EventAgentAfterCallWork');
  if (behaviour.acwAnnounced === 'EventAgentNotReady') {
    tellAgent(desk, agent, 'EventAgentNotReady', { agentState: '2', reasonCode: 0 });
  }
}

/** The limits of one extension, in s. */
const SHORTEST_DELAY = 30;
const LONGEST_DELAY = 900;

export function delayACW(desk: Desk, request: Request): void {
  const { agent, params } = request;
  if (agent.acw === null) {
    request.fail('330102');
    return;
  }
  const delay = params.number('delayTime');
  if (delay === null || !Number.isInteger(delay) || delay < SHORTEST_DELAY || delay > LONGEST_DELAY) {
    request.fail('330137');
    return;
  }
  if (delay > Number(desk.floor.behaviour.delayLimit)) {
    request.fail('330138');
    return;
  }
  if (agent.acw.deadline !== null) agent.acw.deadline += delay * 1000;
  arm(desk, agent);
  tellAgent(desk, agent, 'EventDelayCallAfterWork', { delayTime: delay });
}

export function completeACW(desk: Desk, request: Request): void {
  if (request.agent.acw === null) request.fail('330102');
  else endAcw(desk, request.agent);
}

export function completeACWToBusy(desk: Desk, request: Request): void {
  const { agent } = request;
  if (agent.acw === null) {
    request.fail('330102');
    return;
  }
  clearAcw(desk, agent);
  if (agent.login !== 'locked') setBusy(desk, agent, DND);
  announceStatus(desk, agent);
}
