import { workOf } from '../agent.js';
import type { Desk } from '../context.js';
import type { Request } from '../request.js';
import { notOffered } from './answer.js';
import { releaseLeg } from './ending.js';

/** Ends whatever the agent is in, also while another command is under way. */
export function hangup(desk: Desk, request: Request): void {
  const { agent } = request;
  const { main, consult } = agent;
  const work = workOf(agent);
  if (main?.leg == null || work === 'idle' || work === 'acw') {
    request.fail(desk.floor.behaviour.hangupWithoutCall === 'callEnded' ? '330303' : '330039');
    return;
  }
  if (work === 'ringing' && desk.floor.behaviour.hangupWhileRinging === 'refused') {
    request.fail('330039');
    return;
  }
  const third = consult?.other?.leg ?? null;
  if (third !== null && desk.floor.behaviour.hangupInConsult === 'consultOnly') {
    releaseLeg(desk, third, consult?.state === 'talking' ? 'normal' : 'cancelled');
    return;
  }
  // Also a call that was not announced yet ends with a message, since its end was asked for.
  main.announced = true;
  releaseLeg(desk, main.leg, work === 'ringing' ? 'rejected' : 'normal');
}

export function rejectCall(desk: Desk, request: Request): void {
  const leg = request.agent.main?.leg ?? null;
  const code = notOffered(request.agent);
  if (code !== null || leg === null) request.fail(code ?? '330303');
  else releaseLeg(desk, leg, 'rejected');
}
