import { dnOf, type Address } from '../../exchange/address.js';
import type { ReleaseCause } from '../../exchange/cause.js';
import type { IncomingEvent } from '../../exchange/events.js';
import { isFree, type Agent } from '../agent.js';
import { agentByExt, agentByNumber, type Desk } from '../context.js';
import type { Queue, Waiting } from '../queue.js';
import { lock } from '../status.js';
import type { Call, Party } from './call.js';
import { releaseLeg } from './ending.js';
import { establish, introduce, phoneOf, ring } from './establish.js';
import { addLeg, addParty, dialLeg, newCall, seat } from './new.js';

/** A customer's call that looks for somebody to answer it. */
interface Arrival {
  readonly call: Call;
  readonly caller: Party;
}

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
  else if (agent !== null) offerOnce(desk, arrival, agent);
  else offerToExtension(desk, arrival, to);
}

function turnAway(desk: Desk, { caller }: Arrival, cause: ReleaseCause): void {
  if (caller.leg !== null) releaseLeg(desk, caller.leg, cause);
}

/** The agent's phone, if a call can be offered to him now. */
function freePhoneOf(desk: Desk, agent: Agent): Address | null {
  if (!isFree(agent)) return null;
  const phone = phoneOf(agent);
  return phone !== null && desk.exchange.reachable(phone) === 'available' ? phone : null;
}

function offerOnce(desk: Desk, arrival: Arrival, agent: Agent): void {
  const phone = freePhoneOf(desk, agent);
  if (phone === null) {
    turnAway(desk, arrival, agent.main === null ? 'unavailable' : 'busy');
    return;
  }
  offer(desk, arrival, { agent, phone, ringMs: desk.floor.ringMs }, (cause) => {
    turnAway(desk, arrival, cause);
  });
}

function offerToExtension(desk: Desk, arrival: Arrival, ext: string): void {
  const phone: Address = { kind: 'ext', ext };
  const reachable = desk.exchange.reachable(phone);
  if (reachable !== 'available') {
    turnAway(desk, arrival, reachable === 'unknown' ? 'unknown' : 'unavailable');
    return;
  }
  offer(desk, arrival, { agent: null, phone, ringMs: desk.floor.ringMs }, (cause) => {
    turnAway(desk, arrival, cause);
  });
}

interface Offer {
  /** Null: nobody is signed in with this phone. */
  readonly agent: Agent | null;
  readonly phone: Address;
  readonly ringMs: number;
}

/** Rings at one phone; `passOn` runs if it does not take the call. */
function offer(
  desk: Desk,
  { call, caller }: Arrival,
  { agent, phone, ringMs }: Offer,
  passOn: (cause: ReleaseCause) => void,
): void {
  const offered = addParty(desk, call, { dn: dnOf(phone), role: 'Destination', state: 'offered', agent });
  introduce(caller, offered);
  if (agent !== null) agent.main = offered;
  dialLeg(desk, offered, {
    to: phone,
    display: caller.dn,
    ringFor: ringMs,
    plan: {
      alerting: () => {
        ring(desk, offered);
      },
      answered: () => {
        if (caller.leg === null || offered.leg === null || caller.leg.releasing) return;
        desk.exchange.connect(call.conversation, [caller.leg.id, offered.leg.id], (error) => {
          if (error === undefined && caller.state !== 'over') establish(desk, call);
        });
      },
      failed: (cause) => {
        call.parties.delete(offered);
        if (agent !== null) countMissed(desk, agent, cause);
        if (caller.state !== 'over') passOn(cause);
      },
    },
  });
}

/** So many calls in a row that the agent did not take, and the system takes him out. */
function countMissed(desk: Desk, agent: Agent, cause: ReleaseCause): void {
  const { behaviour, lockAfterMissed } = desk.floor;
  const counts = cause === 'noAnswer' || (cause === 'rejected' && behaviour.missedCalls === 'noAnswerAndReject');
  if (!counts || agent.session === null) return;
  agent.missed += 1;
  if (lockAfterMissed > 0 && agent.missed >= lockAfterMissed && agent.login !== 'locked') lock(desk, agent);
}

function enqueue(desk: Desk, arrival: Arrival, queue: Queue): void {
  const { call } = arrival;
  const entry: Waiting = { call, passedOver: new Map(), offered: false, impatient: false, patience: null };
  queue.waiting.push(entry);
  if (queue.maxWaitMs > 0) {
    entry.patience = desk.agenda.after(queue.maxWaitMs, 'timer', () => {
      entry.impatient = true;
      if (call.waiting && !entry.offered) turnAway(desk, arrival, 'noAnswer');
    });
  }
  call.onOver = () => {
    leaveQueue(queue, entry);
  };
}

function leaveQueue(queue: Queue, entry: Waiting): void {
  entry.patience?.cancel();
  const index = queue.waiting.indexOf(entry);
  if (index >= 0) queue.waiting.splice(index, 1);
}

/** Offers waiting calls to agents who can take them. Runs after everything that happens. */
export function dispatchQueues(desk: Desk): void {
  for (const queue of desk.queues.values()) {
    for (const entry of [...queue.waiting]) dispatch(desk, queue, entry);
  }
}

function callerOf(call: Call): Party | undefined {
  return [...call.parties].find(({ state, leg }) => state === 'dialing' && leg?.releasing === false);
}

function dispatch(desk: Desk, queue: Queue, entry: Waiting): void {
  const { call } = entry;
  if (!call.waiting) {
    leaveQueue(queue, entry);
    return;
  }
  const caller = callerOf(call);
  if (entry.offered || caller === undefined) return;
  const agent = longestIdle(desk, queue, entry);
  const phone = agent === null ? null : phoneOf(agent);
  if (agent === null || phone === null) return;
  entry.offered = true;
  offer(desk, { call, caller }, { agent, phone, ringMs: queue.ringMs }, () => {
    entry.offered = false;
    if (entry.impatient) turnAway(desk, { call, caller }, 'noAnswer');
    else passOver(desk, queue, entry, agent);
  });
}

function longestIdle(desk: Desk, queue: Queue, { passedOver }: Waiting): Agent | null {
  const now = desk.agenda.now();
  const candidates = queue.agents.filter(
    (agent) => (passedOver.get(agent) ?? 0) <= now && freePhoneOf(desk, agent) !== null,
  );
  return candidates.reduce<Agent | null>(
    (first, agent) => (first === null || agent.idleSince < first.idleSince ? agent : first),
    null,
  );
}

/** The call goes to others first; when the time is over, everything is tried again. */
function passOver(desk: Desk, queue: Queue, entry: Waiting, agent: Agent): void {
  const until = desk.agenda.now() + queue.retryMs;
  entry.passedOver.set(agent, until);
  // Its only work is to have the queues looked at again at that moment.
  desk.agenda.at(until, 'timer', () => undefined);
}
