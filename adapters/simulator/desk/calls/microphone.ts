import type { ErrorCode } from '../errors.js';
import { workOf, type Agent } from '../agent.js';
import type { Desk } from '../context.js';
import { tellParty } from '../messages.js';
import type { Request } from '../request.js';
import type { DeskLeg, Party } from './call.js';
import { beginAside, settleOperation } from './operation.js';

function isOfMicrophone({ command }: Request): boolean {
  return command === 'muteCall' || command === 'unmute';
}

const WITH_MICROPHONE = new Set(['talking', 'holding', 'consulting', 'conferencing']);

function refusalOf(agent: Agent, muted: boolean): ErrorCode | null {
  if ([...agent.asides].some(({ request }) => isOfMicrophone(request))) return '330007';
  if (!WITH_MICROPHONE.has(workOf(agent))) return '330039';
  return agent.muted === muted ? '330007' : null;
}

function setMuted(desk: Desk, request: Request, muted: boolean): void {
  const { agent } = request;
  const refusal = refusalOf(agent, muted);
  const leg = agent.main?.leg;
  if (refusal !== null || leg == null) {
    request.fail(refusal ?? '330303');
    return;
  }
  const operation = beginAside(desk, request);
  desk.exchange[muted ? 'mute' : 'unmute'](leg.id, (error) => {
    settleOperation(operation, error);
  });
}

export function muteCall(desk: Desk, request: Request): void {
  setMuted(desk, request, true);
}

export function unmute(desk: Desk, request: Request): void {
  setMuted(desk, request, false);
}

/** Muting is for a talk that is over, and nobody could undo it before the next one begins. */
export function openMicrophone(desk: Desk, agent: Agent, { leg }: Party): void {
  if (!agent.muted) return;
  agent.muted = false;
  if (leg !== null) desk.exchange.unmute(leg.id, () => undefined);
}

/** The agent's one microphone is for the call that is in front now: shut as it was for the one before. */
export function followMicrophone(desk: Desk, agent: Agent): void {
  const { main } = agent;
  if (main?.leg == null) return;
  if (main.state !== 'talking') openMicrophone(desk, agent, main);
  else if (agent.muted !== main.leg.muted) desk.exchange[agent.muted ? 'mute' : 'unmute'](main.leg.id, () => undefined);
}

/** The switch says that nobody hears the leg any more, or that it is heard again. */
export function legMuted(desk: Desk, leg: DeskLeg, muted: boolean): void {
  leg.muted = muted;
  const agent = [...leg.parties][0]?.agent;
  if (agent?.main == null || agent.muted === muted) return;
  if (muted && agent.main.state !== 'talking') {
    // Too late: whom the agent was to be muted for has gone, and the third party has not answered yet.
    desk.exchange.unmute(leg.id, () => undefined);
    return;
  }
  agent.muted = muted;
  tellParty(desk, agent.main, muted ? 'EventAgentMute' : 'EventAgentUnmute');
}
