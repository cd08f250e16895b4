import type { Address, ReleaseCause } from '../../../exchange/index.js';
import type { Agent, LineWork } from '../agent.js';
import type { DNRole } from '../roles.js';
import type { CallType } from '../truth.js';

/** The handlers of an outgoing leg's progress, until its party is in a talk. */
export interface LegPlan {
  dialing?(): void;
  alerting?(): void;
  answered(): void;
  /** It ended before that. Its parties are over already. */
  failed?(cause: ReleaseCause): void;
}

/** A leg of the switch. During a consult, an agent's one leg serves two parties. */
export interface DeskLeg {
  readonly id: string;
  readonly address: Address;
  readonly parties: Set<Party>;
  plan: LegPlan | null;
  answered: boolean;
  releasing: boolean;
  /** Nobody hears it. */
  muted: boolean;
  /** Ends its parties when it is released, instead of the usual way. */
  farewell: (() => void) | null;
}

/** Extension or number of a party, and the part it plays. */
export interface Named {
  readonly dn: string;
  readonly role: DNRole;
}

/**
 * One side of a call: the vendor's talk channel.
 *
 * - `offered` it is going to be called
 * - `dialing` it calls, and waits for the other side
 * - `ringing`
 * - `talking` connected, holding or not
 * - `over`
 */
export interface Party {
  readonly partyID: string;
  call: Call;
  leg: DeskLeg | null;
  /** Null: a customer, or a phone nobody is signed in with. */
  readonly agent: Agent | null;
  readonly dn: string;
  role: DNRole;
  state: 'offered' | 'dialing' | 'ringing' | 'talking' | 'over';
  /** It has put the call on hold. */
  held: boolean;
  /** It is held still because of a consult that has ended. */
  afterConsult: boolean;
  /** Its agent was told of it, and so will be told of its end. */
  announced: boolean;
  establishedAt: number | null;
  /** Its progress as its agent's bar shows it, and since when. */
  work: LineWork | null;
  workSince: number;
  other: Party | null;
  /** The third party that a message about this one names. */
  third: Named | null;
  /** It leaves because it has handed the call over. */
  handedOver: boolean;
}

/** A conversation with what the vendor's messages say of it. */
export interface Call {
  callID: string;
  /** Its id at the switch. */
  readonly conversation: string;
  readonly type: CallType;
  readonly ANI: string;
  readonly DNIS: string;
  readonly attachedData: Readonly<Record<string, unknown>> | null;
  readonly parties: Set<Party>;
  established: boolean;
  /** An inbound call for which an agent is looked for. */
  waiting: boolean;
  /** The party being brought in, by a single transfer or as a supervisor, until it has answered or this has failed. */
  joining: Party | null;
  /** The party ids under which it was offered, by the address of the phone. */
  readonly offeredAs: Map<string, string>;
  /** Why the phone that was called has not taken it; null: nothing is known against it. */
  failure: ReleaseCause | null;
  /** The transferring party has left already, and the party being brought in decides whether the call goes on. */
  handedOver: boolean;
  /** Of a consult: the third party, as it was asked for. */
  target: string | null;
  /** Runs when all parties are over. */
  onOver: (() => void) | null;
}

export function livePartiesOf(call: Call): Party[] {
  return [...call.parties].filter(({ state }) => state !== 'over');
}

export function talkingPartiesOf(call: Call): Party[] {
  return [...call.parties].filter(({ state }) => state === 'talking');
}

export function isConference(call: Call): boolean {
  return talkingPartiesOf(call).length > 2;
}

/** The agent of the party is in a consult: this call, or one about it, or is about to be. */
function consultsAbout(party: Party): boolean {
  const { agent } = party;
  if (agent?.consult === party) return true;
  if (agent?.main !== party) return false;
  return agent.consult !== null || agent.operation?.request.command === 'initiateConsult';
}

/** The consult or transfer that a call is in the middle of, or itself is: only one at a time. */
export function engagementOf(call: Call): 'consult' | 'transfer' | null {
  if (call.joining !== null && call.joining.state !== 'over') return 'transfer';
  return talkingPartiesOf(call).some(consultsAbout) ? 'consult' : null;
}

/** Finds each party another one to talk with, if the one it had is gone. */
export function refreshOthers(call: Call): void {
  const talking = talkingPartiesOf(call);
  for (const party of talking) {
    if (party.other?.state === 'talking' && party.other.call === call) continue;
    const others = talking.filter((candidate) => candidate !== party);
    party.other = others.find(({ agent }) => agent === null) ?? others[0] ?? party.other;
  }
}

/** The party takes part in another call from now on. */
export function moveParty(party: Party, to: Call): void {
  party.call.parties.delete(party);
  to.parties.add(party);
  party.call = to;
}
