import type { Task } from '../time/agenda.js';
import type { Agent } from './agent.js';
import type { Call, Party } from './calls/call.js';
import { turnAway } from './calls/ending.js';
import { freePhoneOf, freePhonesOf } from './calls/establish.js';
import { offer, type Arrival } from './calls/offer.js';
import type { Desk } from './context.js';

/** A call that waits for an agent of the queue. */
interface Waiting {
  readonly call: Call;
  /** Agents who did not take it, and until when it is not offered to them again. */
  readonly passedOver: Map<Agent, number>;
  /** It rings at somebody. */
  offered: boolean;
  /** It has waited as long as the queue allows; if it is not taken where it rings, it ends. */
  impatient: boolean;
  patience: Task | null;
}

/** A skill group: its calls are offered to ready agents, longest idle first, or to all of them. */
export interface Queue {
  readonly name: string;
  readonly rings: 'longestIdle' | 'all';
  readonly ringMs: number;
  readonly retryMs: number;
  /** 0: for ever. */
  readonly maxWaitMs: number;
  readonly agents: readonly Agent[];
  readonly waiting: Waiting[];
}

/** The call waits in the queue until an agent takes it, or patience ends. */
export function enqueue(desk: Desk, arrival: Arrival, queue: Queue): void {
  const { call } = arrival;
  const entry: Waiting = { call, passedOver: new Map(), offered: false, impatient: false, patience: null };
  queue.waiting.push(entry);
  if (queue.maxWaitMs > 0) {
    entry.patience = desk.agenda.after(queue.maxWaitMs, 'timer', () => {
      entry.impatient = true;
      if (call.waiting && !entry.offered) turnAway(desk, arrival.caller, 'noAnswer');
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
  const agents = chosen(desk, queue, entry);
  const places = agents.flatMap((agent) => freePhonesOf(desk, agent).map((phone) => ({ agent, phone })));
  if (places.length === 0) return;
  entry.offered = true;
  offer(desk, { call, caller }, { places, ringMs: queue.ringMs }, () => {
    entry.offered = false;
    if (entry.impatient) turnAway(desk, caller, 'noAnswer');
    else for (const agent of agents) passOver(desk, queue, entry, agent);
  });
}

/** The agents to offer the call to now: the one who has been idle longest, or all who are free. */
function chosen(desk: Desk, queue: Queue, { passedOver }: Waiting): readonly Agent[] {
  const now = desk.agenda.now();
  const free = queue.agents.filter((agent) => (passedOver.get(agent) ?? 0) <= now && freePhoneOf(desk, agent) !== null);
  if (queue.rings === 'all') return free;
  const longest = free.reduce<Agent | null>((first, agent) => (first === null || agent.idleSince < first.idleSince ? agent : first), null);
  return longest === null ? [] : [longest];
}

/** The call goes to others first; when the time is over, everything is tried again. */
function passOver(desk: Desk, queue: Queue, entry: Waiting, agent: Agent): void {
  const until = desk.agenda.now() + queue.retryMs;
  entry.passedOver.set(agent, until);
  // Its only work is to have the queues looked at again at that moment.
  desk.agenda.at(until, 'timer', () => undefined);
}
