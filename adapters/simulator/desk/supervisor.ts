import type { Agent } from './agent.js';
import { becomeBusy, becomeReady, notReadyObstacle, readyObstacle } from './availability.js';
import { agentBy, type Desk } from './context.js';
import type { ErrorCode } from './errors.js';
import { afterHangingUp, signOut } from './logout.js';
import type { Request } from './request.js';
import { DND } from './status.js';

/** The agent to be forced, or why he cannot be. */
function targetOf(desk: Desk, { agent, end, params }: Request): Agent | ErrorCode {
  if (!agent.supervisor) return '330144';
  const target = agentBy(desk, end.agentType, params.text('targetAgentID'));
  if (target === null) return '330079';
  return target.session === null ? '330012' : target;
}

/** The supervisor who has done it; the target's pages show him. The attributes' names are inferred. */
function operatorOf({ agent }: Request): Readonly<Record<string, unknown>> {
  return { operatorID: agent.agentID, operatorName: agent.name };
}

export function forceLogout(desk: Desk, request: Request): void {
  const target = targetOf(desk, request);
  if (typeof target === 'string') {
    request.fail(target);
    return;
  }
  if (target.main !== null && desk.floor.behaviour.forceLogoutInCall === 'refused') {
    request.fail('330035');
    return;
  }
  afterHangingUp(desk, target, () => {
    if (target.session === null) request.fail('330012');
    else signOut(desk, target, request, operatorOf(request));
  });
}

export function forceBusy(desk: Desk, request: Request): void {
  const target = targetOf(desk, request);
  const code = typeof target === 'string' ? target : notReadyObstacle(desk, target, DND);
  if (typeof target === 'string' || code !== null) {
    request.fail(code ?? '330079');
    return;
  }
  becomeBusy(desk, target, request, { reasonCode: DND, fields: operatorOf(request) });
}

export function forceReady(desk: Desk, request: Request): void {
  const target = targetOf(desk, request);
  const code = typeof target === 'string' ? target : readyObstacle(desk, target);
  if (typeof target === 'string' || code !== null) {
    request.fail(code ?? '330079');
    return;
  }
  becomeReady(desk, target, request, operatorOf(request));
}
