import { dnOf, type Address } from '../../exchange/address.js';
import type { ReleaseCause } from '../../exchange/cause.js';
import type { Agent } from '../agent.js';
import type { Desk } from '../context.js';
import { lock } from '../status.js';
import type { Call, Party } from './call.js';
import { establish, introduce, ring } from './establish.js';
import { giveTo } from './lines.js';
import { addParty, dialLeg } from './new.js';

/** A call that looks for somebody to answer it. */
export interface Arrival {
  readonly call: Call;
  readonly caller: Party;
}

/** Where a call is offered. */
export interface Offer {
  /** Null: nobody is signed in with this phone. */
  readonly agent: Agent | null;
  readonly phone: Address;
  readonly ringMs: number;
  /** Beside the call that the agent is on. */
  readonly knocks?: boolean;
}

/** Rings at one phone; `passOn` runs if it does not take the call. */
export function offer(
  desk: Desk,
  { call, caller }: Arrival,
  { agent, phone, ringMs, knocks = false }: Offer,
  passOn: (cause: ReleaseCause) => void,
): void {
  const offered = addParty(desk, call, { dn: dnOf(phone), role: 'Destination', state: 'offered', agent });
  introduce(caller, offered);
  if (agent !== null) giveTo(agent, offered);
  dialLeg(desk, offered, {
    to: phone,
    display: caller.dn,
    ringFor: ringMs,
    knocks,
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
export function countMissed(desk: Desk, agent: Agent, cause: ReleaseCause): void {
  const { behaviour, lockAfterMissed } = desk.floor;
  const counts = cause === 'noAnswer' || (cause === 'rejected' && behaviour.missedCalls === 'noAnswerAndReject');
  if (!counts || agent.session === null) return;
  agent.missed += 1;
  if (lockAfterMissed > 0 && agent.missed >= lockAfterMissed && agent.login !== 'locked') lock(desk, agent);
}
