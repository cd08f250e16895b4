import { dnOf, type Address } from '../../exchange/address.js';
import { isFree, isWithThirdParty, progressOf, type Agent } from '../agent.js';
import type { Desk } from '../context.js';
import { tellParty } from '../messages.js';
import { livePartiesOf, type Call, type Party } from './call.js';
import { stepForward } from './lines.js';

/** The switch has connected the parties: all who were not yet are in a talk now. */
export function establish(desk: Desk, call: Call): void {
  call.established = true;
  call.waiting = false;
  for (const party of livePartiesOf(call)) establishParty(desk, party);
}

export function establishParty(desk: Desk, party: Party): void {
  // Those who get here at the same moment as the end of their leg never were in a talk.
  if (party.state === 'talking' || party.state === 'over' || party.leg?.answered !== true) return;
  party.state = 'talking';
  party.leg.plan = null;
  party.establishedAt = desk.agenda.now();
  if (party.agent !== null) party.agent.missed = 0;
  stepForward(party);
  tellParty(desk, party, 'EventEstablished');
  if (isBesideTalk(party)) desk.exchange.hold(party.call.conversation, party.leg.id, () => undefined);
}

/** The agent talks on another call: an agent has one ear for one call. */
function isBesideTalk({ agent, call }: Party): boolean {
  if (agent?.main == null || agent.main.call === call || agent.consult?.call === call) return false;
  return isWithThirdParty(agent) || progressOf(agent.main) === 'talking';
}

/** The called phone rings; if an agent is signed in with it, he is told. */
export function ring(desk: Desk, party: Party): void {
  if (party.state !== 'offered') return;
  party.state = 'ringing';
  stepForward(party);
  tellParty(desk, party, 'EventRinging');
}

/** The phone at which the agent takes and makes calls. */
export function phoneOf({ session }: Agent): Address | null {
  if (session === null) return null;
  if (session.phoneType === 'pstn') return session.mobile === null ? null : { kind: 'number', number: session.mobile };
  return session.ext === null ? null : { kind: 'ext', ext: session.ext };
}

/** The same, if it can be reached now. */
export function reachablePhoneOf(desk: Desk, agent: Agent): Address | null {
  const phone = phoneOf(agent);
  return phone !== null && desk.exchange.reachable(phone) === 'available' ? phone : null;
}

/** The same, if a call can be offered to the agent now. */
export function freePhoneOf(desk: Desk, agent: Agent): Address | null {
  return isFree(agent) ? reachablePhoneOf(desk, agent) : null;
}

/** What two parties of a call know of each other. */
export function introduce(one: Party, other: Party): void {
  one.other = other;
  other.other = one;
}

/** What a phone shows that this agent's calls come from. */
export function displayOfAgent(agent: Agent): string {
  const phone = phoneOf(agent);
  return phone === null ? '' : dnOf(phone);
}
