import { offeredTo, workOf } from '../agent.js';
import type { Desk } from '../context.js';
import type { Request } from '../request.js';
import { notOffered } from './answer.js';
import type { Party } from './call.js';
import { releaseLeg } from './ending.js';
import { phonesAt } from './lines.js';

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
  if (work === 'ringing') {
    reject(desk, main);
    return;
  }
  // Also a call that was not announced yet ends with a message, since its end was asked for.
  main.announced = true;
  releaseLeg(desk, main.leg, 'normal');
}

/** At every phone of the agent's at which it rings. */
function reject(desk: Desk, offered: Party): void {
  for (const { leg } of phonesAt(offered)) if (leg !== null) releaseLeg(desk, leg, 'rejected');
}

export function rejectCall(desk: Desk, request: Request): void {
  const { agent } = request;
  const offered = offeredTo(agent);
  if (offered === null) request.fail(notOffered(agent) ?? '330303');
  else reject(desk, offered);
}
