import type { Address, ReleaseCause } from '../../../exchange/index.js';
import type { Agent } from '../agent.js';
import type { Desk } from '../context.js';
import type { DNRole } from '../roles.js';
import type { CallType } from '../truth.js';
import type { Call, DeskLeg, LegPlan, Party } from './call.js';
import { legReleased } from './ending.js';

/** Length of the vendor's ids, in hexadecimal digits. */
const ID_LENGTH = 34;

export interface NewCall {
  readonly type: CallType;
  readonly ANI?: string;
  readonly DNIS?: string;
  readonly attachedData?: Readonly<Record<string, unknown>> | null;
  /** Default: a new one. */
  readonly callID?: string;
}

export function newCall(desk: Desk, { type, ANI = '', DNIS = '', attachedData = null, callID }: NewCall): Call {
  const call: Call = {
    callID: callID ?? desk.random.hex(ID_LENGTH),
    conversation: `call-${desk.random.hex(12)}`,
    type,
    ANI,
    DNIS,
    attachedData,
    parties: new Set(),
    established: false,
    waiting: false,
    joining: null,
    failure: null,
    offeredAs: new Map(),
    handedOver: false,
    target: null,
    onOver: null,
  };
  desk.calls.add(call);
  return call;
}

export interface NewParty {
  readonly dn: string;
  readonly role: DNRole;
  readonly state: Party['state'];
  readonly agent: Agent | null;
  /** Default: a new one. */
  readonly partyID?: string;
}

export function addParty(desk: Desk, call: Call, { dn, role, state, agent, partyID }: NewParty): Party {
  const party: Party = {
    partyID: partyID ?? desk.random.hex(ID_LENGTH),
    call,
    leg: null,
    agent,
    dn,
    role,
    state,
    held: false,
    afterConsult: false,
    announced: false,
    establishedAt: null,
    work: null,
    workSince: desk.agenda.now(),
    other: null,
    third: null,
    handedOver: false,
  };
  call.parties.add(party);
  return party;
}

/** A leg that the switch has, or is going to have. */
export function addLeg(desk: Desk, id: string, address: Address, plan: LegPlan | null): DeskLeg {
  const leg: DeskLeg = {
    id,
    address,
    parties: new Set(),
    plan,
    answered: false,
    releasing: false,
    muted: false,
    farewell: null,
  };
  desk.legs.set(id, leg);
  return leg;
}

export function seat(party: Party, leg: DeskLeg): void {
  party.leg = leg;
  leg.parties.add(party);
}

export interface Dialling {
  readonly to: Address;
  readonly display: string;
  readonly autoAnswer?: boolean;
  readonly ringFor: number | null;
  readonly knocks?: boolean;
  readonly plan: LegPlan;
}

/** Has the switch call a phone, as this party's leg. */
export function dialLeg(desk: Desk, party: Party, { plan, ...dialling }: Dialling): DeskLeg {
  const leg = addLeg(desk, `leg-${desk.random.hex(12)}`, dialling.to, plan);
  seat(party, leg);
  desk.exchange.dial({ leg: leg.id, autoAnswer: false, ...dialling }, (error) => {
    const cause: ReleaseCause = error?.cause === 'unreachable' ? 'lost' : 'unavailable';
    if (error !== undefined) legReleased(desk, leg, cause);
  });
  return leg;
}
