import { workOf, type Agent } from '../agent.js';
import type { ErrorCode } from '../errors.js';
import type { Call, Party } from './call.js';
import { engagementOf } from './call.js';

/** A party in a talk, with the leg that such a party has. */
export type Talk = Party & { readonly leg: NonNullable<Party['leg']> };

function isTalk(party: Party | null): party is Talk {
  return party?.leg != null && party.state === 'talking' && !party.leg.releasing;
}

/** Why the agent's call is not a plain talk of two, or null. */
function notTalking(agent: Agent): ErrorCode | null {
  if (agent.operation !== null) return '330007';
  switch (workOf(agent)) {
    case 'talking':
      return null;
    case 'holding':
      return '391026';
    case 'consulting':
      return '391038';
    case 'conferencing':
      return '391039';
    default:
      return '330039';
  }
}

/** Why nothing can be done about this call now, because something else is being done about it. */
export function isEngaged(call: Call): ErrorCode | null {
  const engagement = engagementOf(call);
  if (engagement === null) return null;
  return engagement === 'consult' ? '391038' : '330007';
}

/** Somebody else has put the call on hold. */
export function isHeldByOther(party: Party): boolean {
  return [...party.call.parties].some((other) => other !== party && other.held);
}

const CHANGES = new Set(['holdCall', 'retrieveCall', 'consultTransfer', 'consultConference']);

/** Another agent on this call is in the middle of changing who hears whom. */
export function isChangedByOther({ call, agent }: Party): boolean {
  return [...call.parties].some((other) => {
    const operation = other.state === 'over' || other.agent === agent ? null : other.agent?.operation;
    return operation != null && CHANGES.has(operation.request.command);
  });
}

/** The agent's talk, or the reason why there is none. */
export function talkOf(agent: Agent): Talk | ErrorCode {
  const code = notTalking(agent);
  if (code !== null) return code;
  // The agent's own phone has answered, but the other side has not.
  if (agent.main?.call.established !== true) return '330039';
  return isTalk(agent.main) ? agent.main : '330303';
}

/** The agent's talk, if another party can be brought into it now. */
export function extensibleTalkOf(agent: Agent): Talk | ErrorCode {
  const talk = talkOf(agent);
  if (typeof talk === 'string') return talk;
  const engaged = isEngaged(talk.call) ?? (isChangedByOther(talk) ? '330007' : null);
  return engaged ?? (isHeldByOther(talk) ? '330217' : talk);
}

/** Both talks of a consult, and the third party. */
export interface Consult {
  readonly main: Talk;
  readonly consult: Talk;
  readonly third: Talk;
}

/** Why an agent without a consult can do nothing about one: it is over, or has become a conference, or he is in no talk. */
export function noConsult(agent: Agent): ErrorCode {
  const work = workOf(agent);
  if (work === 'conferencing') return '391039';
  return work === 'talking' || work === 'holding' ? '330303' : '330039';
}

/** The consult of the agent with a third party who has answered, or the reason why there is none. */
export function consultOf(agent: Agent): Consult | ErrorCode {
  if (agent.operation !== null) return '330007';
  const { main, consult } = agent;
  if (consult === null) return noConsult(agent);
  const third = consult.other;
  if (consult.state !== 'talking') return '330039';
  return isTalk(main) && isTalk(consult) && isTalk(third) ? { main, consult, third } : '330303';
}
