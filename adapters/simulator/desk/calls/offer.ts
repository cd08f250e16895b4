import { addressKey, dnOf, type Address, type ReleaseCause } from '../../../exchange/index.js';
import type { Agent } from '../agent.js';
import type { Desk } from '../context.js';
import { lock } from '../status.js';
import type { Call, Party } from './call.js';
import { releaseLeg } from './ending.js';
import { establish, introduce, ring } from './establish.js';
import { giveTo } from './lines.js';
import { addParty, dialLeg } from './new.js';

/** A call that looks for somebody to answer it. */
export interface Arrival {
  readonly call: Call;
  readonly caller: Party;
}

/** A phone at which a call is offered. */
interface Place {
  /** Null: nobody is signed in with this phone. */
  readonly agent: Agent | null;
  readonly phone: Address;
  /** Beside the call that the agent is on. */
  readonly knocks?: boolean;
}

export interface Offer {
  /** All of them ring until one takes the call. */
  readonly places: readonly Place[];
  readonly ringMs: number;
}

/** Phones at which a call rings, and the one that is taking it. */
interface Ringing extends Arrival {
  readonly open: Set<Party>;
  taken: Party | null;
}

/** Rings at one or several phones; `passOn` runs if none takes the call. */
export function offer(desk: Desk, arrival: Arrival, { places, ringMs }: Offer, passOn: (cause: ReleaseCause) => void): void {
  const ringing: Ringing = { ...arrival, open: new Set(), taken: null };
  const parties = places.map((place) => ({ place, party: offeredParty(desk, arrival, place) }));
  for (const { party } of parties) ringing.open.add(party);
  for (const { place, party } of parties) ringAt(desk, ringing, { place, party, ringMs, passOn });
}

/** A party for the phone, under the id of the last offer there if that is how the service does it. */
function offeredParty(desk: Desk, { call, caller }: Arrival, { agent, phone }: Place): Party {
  const key = addressKey(phone);
  const partyID = desk.floor.behaviour.reofferPartyID === 'same' ? call.offeredAs.get(key) : undefined;
  const named = partyID === undefined ? {} : { partyID };
  const party = addParty(desk, call, { dn: dnOf(phone), role: 'Destination', state: 'offered', agent, ...named });
  call.offeredAs.set(key, party.partyID);
  introduce(caller, party);
  if (agent !== null) giveTo(agent, party);
  return party;
}

interface Bell {
  readonly place: Place;
  readonly party: Party;
  readonly ringMs: number;
  readonly passOn: (cause: ReleaseCause) => void;
}

function ringAt(desk: Desk, ringing: Ringing, { place, party, ringMs, passOn }: Bell): void {
  const { call, caller, open } = ringing;
  const { agent, phone, knocks = false } = place;
  dialLeg(desk, party, {
    to: phone,
    display: caller.dn,
    ringFor: ringMs,
    knocks,
    plan: {
      alerting: () => {
        ring(desk, party);
      },
      answered: () => {
        take(desk, ringing, party);
      },
      failed: (cause) => {
        call.parties.delete(party);
        open.delete(party);
        const ringsOn = [...open].some((other) => other.agent === agent);
        if (agent !== null && !ringsOn) countMissed(desk, agent, cause);
        if (open.size === 0 && caller.state !== 'over') passOn(cause);
      },
    },
  });
}

/** The first to take it gets the call, and the others ring no more. */
function take(desk: Desk, ringing: Ringing, party: Party): void {
  const { call, caller } = ringing;
  if (caller.leg === null || party.leg === null || caller.leg.releasing) return;
  if (ringing.taken !== null) {
    releaseLeg(desk, party.leg, 'answeredElsewhere');
    return;
  }
  ringing.taken = party;
  desk.exchange.connect(call.conversation, [caller.leg.id, party.leg.id], (error) => {
    if (error !== undefined || caller.state === 'over') {
      ringing.taken = null;
      return;
    }
    introduce(caller, party);
    establish(desk, call, [caller, party]);
    for (const { leg } of ringing.open) if (leg !== null && leg !== party.leg) releaseLeg(desk, leg, 'answeredElsewhere');
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
