import { clearAcw } from './acw.js';
import { isBusy, type Agent } from './agent.js';
import type { Desk } from './context.js';
import type { ErrorCode } from './errors.js';
import { answerThen } from './reply.js';
import type { Request } from './request.js';
import { announceStatus, DND, setBusy, setOnline } from './status.js';

/** Why the login status cannot be changed because of what the agent's phone is doing, or null. */
function workObstacle(desk: Desk, agent: Agent): ErrorCode | null {
  const { statusDuringCall, statusDuringSorting } = desk.floor.behaviour;
  if (agent.acw !== null) return statusDuringSorting === 'refused' ? '330013' : null;
  return isBusy(agent) && statusDuringCall === 'refused' ? '330035' : null;
}

/** Why the agent cannot be made ready, or null. In after-call work it ends that, so it is never in vain. */
export function readyObstacle(desk: Desk, agent: Agent): ErrorCode | null {
  if (agent.session === null) return '330005';
  const already = agent.login === 'online' && agent.acw === null;
  return workObstacle(desk, agent) ?? (already ? '330034' : null);
}

export function notReadyObstacle(desk: Desk, agent: Agent, reasonCode: number): ErrorCode | null {
  if (agent.session === null) return '330005';
  if (agent.login === 'locked') return '330042';
  const already = agent.reasonCode === reasonCode && agent.acw === null;
  return workObstacle(desk, agent) ?? (already ? '330033' : null);
}

function reasonOf({ params, agent }: Request): number | ErrorCode {
  const reasonCode = params.number('reasonCode');
  if (reasonCode === null) return '330139';
  return reasonCode === DND || agent.breaks.includes(reasonCode) ? reasonCode : '330140';
}

/** The agent is ready: for queues, and at once. */
export function becomeReady(desk: Desk, agent: Agent, request: Request, fields: Readonly<Record<string, unknown>>): void {
  if (agent.acw !== null) clearAcw(desk, agent);
  setOnline(desk, agent);
  answerThen(desk, request, {}, () => {
    announceStatus(desk, agent, fields);
  });
}

export function becomeBusy(
  desk: Desk,
  agent: Agent,
  request: Request,
  { reasonCode, fields }: { reasonCode: number; fields: Readonly<Record<string, unknown>> },
): void {
  if (agent.acw !== null) clearAcw(desk, agent);
  setBusy(desk, agent, reasonCode);
  answerThen(desk, request, {}, () => {
    announceStatus(desk, agent, fields);
  });
}

export function ready(desk: Desk, request: Request): void {
  const { agent } = request;
  const code = readyObstacle(desk, agent);
  if (code === null) becomeReady(desk, agent, request, {});
  else request.fail(code);
}

export function notReady(desk: Desk, request: Request): void {
  const { agent } = request;
  const reasonCode = reasonOf(request);
  if (typeof reasonCode === 'string') {
    request.fail(reasonCode);
    return;
  }
  const code = notReadyObstacle(desk, agent, reasonCode);
  if (code === null) becomeBusy(desk, agent, request, { reasonCode, fields: {} });
  else request.fail(code);
}
