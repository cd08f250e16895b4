import { dnOf, type Address, type IncomingEvent } from '../../../exchange/index.js';
import { canBeKnockedAt, type Agent } from '../agent.js';
import { agentByExt, agentByNumber, type Desk } from '../context.js';
import { enqueue } from '../queue.js';
import { turnAway } from './ending.js';
import { freePhonesOf, reachablePhoneOf } from './establish.js';
import { addLeg, addParty, newCall, seat } from './new.js';
import { offer, type Arrival } from './offer.js';

/** Somebody has called the switch: an agent, a queue or an extension, or nobody that there is. */
export function callArrives(desk: Desk, event: IncomingEvent): void {
  const to = event.to.trim();
  const call = newCall(desk, {
    type: 'Inbound',
    ANI: event.from.kind === 'number' ? event.from.number : '',
    DNIS: to,
    attachedData: event.attachedData ?? null,
  });
  call.waiting = true;
  const caller = addParty(desk, call, { dn: dnOf(event.from), role: 'Origination', state: 'dialing', agent: null });
  seat(caller, addLeg(desk, event.leg, event.from, null));
  route(desk, { call, caller }, to);
}

function route(desk: Desk, arrival: Arrival, to: string): void {
  const { queues, floor } = desk;
  const queue = queues.get(floor.queueNumbers.get(to) ?? to);
  const agent = agentByNumber(desk, to) ?? agentByExt(desk, to);
  if (queue !== undefined && agent === null) enqueue(desk, arrival, queue);
  else if (agent !== null) offerToAgent(desk, arrival, agent);
  else offerToExtension(desk, arrival, to);
}

/** Offers a call to one agent, and to nobody else if he does not take it. */
export function offerToAgent(desk: Desk, arrival: Arrival, agent: Agent): void {
  const knocks = canBeKnockedAt(agent);
  const beside = knocks ? reachablePhoneOf(desk, agent) : null;
  const phones = beside === null ? freePhonesOf(desk, agent) : [beside];
  if (phones.length === 0) {
    turnAway(desk, arrival.caller, agent.main === null ? 'unavailable' : 'busy');
    return;
  }
  const places = phones.map((phone) => ({ agent, phone, knocks }));
  offer(desk, arrival, { places, ringMs: desk.floor.ringMs }, (cause) => {
    turnAway(desk, arrival.caller, cause);
  });
}

function offerToExtension(desk: Desk, arrival: Arrival, ext: string): void {
  const phone: Address = { kind: 'ext', ext };
  const reachable = desk.exchange.reachable(phone);
  if (reachable !== 'available') {
    turnAway(desk, arrival.caller, reachable === 'unknown' ? 'unknown' : 'unavailable');
    return;
  }
  offer(desk, arrival, { places: [{ agent: null, phone }], ringMs: desk.floor.ringMs }, (cause) => {
    turnAway(desk, arrival.caller, cause);
  });
}
