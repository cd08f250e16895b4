import { dnOf, type Address } from '../../../exchange/index.js';
import { callsOf, isFree, progressOf, type Agent } from '../agent.js';
import type { Desk } from '../context.js';
import { tellParty } from '../messages.js';
import { livePartiesOf, type Call, type Party } from './call.js';
import { phonesAt, stepForward } from './lines.js';

/** The switch has connected the parties: all who were not yet are in a talk now. */
export function establish(desk: Desk, call: Call, parties: readonly Party[] = livePartiesOf(call)): void {
  call.established = true;
  call.waiting = false;
  for (const party of parties) establishParty(desk, party);
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
  putAside(desk, party);
}

/**
 * An agent has one ear for one call. Taking another puts the talk on hold; a call of his own that is answered while he
 * talks is put on hold itself.
 */
function putAside(desk: Desk, party: Party): void {
  const { agent } = party;
  if (agent === null || agent.consult === party) return;
  const others = [agent.consult, ...callsOf(agent)].filter((other) => other !== null && other.call !== party.call);
  const talk = others.find((other) => other !== null && progressOf(other) === 'talking') ?? null;
  const aside = party.role === 'Destination' ? talk : party;
  if (talk !== null && aside?.leg != null) desk.exchange.hold(aside.call.conversation, aside.leg.id, () => undefined);
}

/** The called phone rings; if an agent is signed in with it, he is told. */
export function ring(desk: Desk, party: Party): void {
  if (party.state !== 'offered') return;
  party.state = 'ringing';
  stepForward(party);
  // The talk before was over when this began: its after-call work ends with that.
  if (party.agent !== null && !isOnAnother(party.agent)) party.agent.wrapUpOwed = false;
  tellParty(desk, party, 'EventRinging');
}

/** Whether the agent has been told of a call that is not over. */
function isOnAnother(agent: Agent): boolean {
  return callsOf(agent)
    .flatMap(phonesAt)
    .some(({ announced }) => announced);
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

/** All phones at which a customer's call rings for the agent, if one can be offered to him now; the one he is signed in with first. */
export function freePhonesOf(desk: Desk, agent: Agent): readonly Address[] {
  const first = freePhoneOf(desk, agent);
  if (first === null) return [];
  const second: Address | null = agent.secondPhone === null ? null : { kind: 'ext', ext: agent.secondPhone };
  return second !== null && desk.exchange.reachable(second) === 'available' ? [first, second] : [first];
}

/** The same, if a call can be offered to the agent now. */
export function freePhoneOf(desk: Desk, agent: Agent): Address | null {
  return isFree(agent) ? reachablePhoneOf(desk, agent) : null;
}

/** Makes two parties of a call know each other. */
export function introduce(one: Party, other: Party): void {
  one.other = other;
  other.other = one;
}

/** The caller's number that a phone shows for this agent. */
export function displayOfAgent(agent: Agent): string {
  const phone = phoneOf(agent);
  return phone === null ? '' : dnOf(phone);
}
