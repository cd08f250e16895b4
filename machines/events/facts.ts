import type { Attributes, Confidential } from '../confidential.js';
import type { LegRef } from '../calls/leg-ref.js';
import type { FactRule } from '../order/rules.js';
import type { WorkStatus } from '../work-status.js';
import type { NetworkReading } from '../network-reading.js';
import type { NamedReason } from '../reasons.js';

/** Every event carries the epoch ms at which it reached the machine: the machine has no clock. */
interface Timed {
  readonly at: number;
  /** Epoch ms at which it happened, by the server's stamp in the computer's epoch; default: `at`. */
  readonly time?: number;
}

/** A fact about one leg. */
interface AboutLeg extends Timed {
  readonly leg: LegRef;
  /** The server's other data about the leg. */
  readonly details?: Confidential<Attributes>;
  /** The call was there before the last one ended. */
  readonly hasWaited?: boolean;
  /** The leg is over, and this is a new offer of the same call. */
  readonly isNewOffer?: boolean;
}

/** Why a leg has ended or was never answered, as the server says. */
export type EndCause = 'busy' | 'noAnswer' | 'declined' | 'noSuchNumber' | 'answeredElsewhere';

/** The server's word about a leg. */
export interface CallFact extends AboutLeg {
  readonly type:
    | 'call.dialing' // an outgoing leg has started
    | 'call.ringing' // an incoming leg has started
    | 'call.established' // the other side has answered
    | 'call.held'
    | 'call.retrieved'
    | 'call.released' // the leg is over
    | 'call.partyChanged' // the other side is someone else now
    | 'call.destinationBusy'; // the other side is on the phone; the release follows
  /** `call.ringing`: the server says that the agent is the one called. */
  readonly isIncoming?: boolean;
  /** `call.ringing`: the agent is called into a call of somebody else's, so that it is not the one that was asked for. */
  readonly isBroughtIn?: boolean;
  /** `call.released`: why, where the server says so. */
  readonly cause?: EndCause;
  /** `call.released`: the server says that a third party has taken the call over. */
  readonly isHandedOver?: boolean;
  /** `call.released`: the agent was made ready, or not ready, since, so that no after-call work follows. */
  readonly isAcwOver?: boolean;
  /** `call.released`: the calls that wait have begun since: they end its after-call work. */
  readonly isFollowed?: boolean;
  /** `call.established`: its leg is over, and nothing has begun since: the agent has talked after all. */
  readonly wasAnsweredUnheard?: boolean;
}

/** The server's word about a three-party call. */
interface ConferenceFact extends AboutLeg {
  readonly type: 'conference.formed' | 'conference.partyDeleted';
}

interface MicrophoneFact extends AboutLeg {
  readonly type: 'microphone.muted' | 'microphone.unmuted';
}

interface DtmfFact extends AboutLeg {
  readonly type: 'dtmf.sent';
}

/** An error's statement about the agent, besides refusing a command. */
export type ErrorStatement =
  | 'noTalk' // the agent is not in a talk, whatever may ring
  | 'callIsOver'
  | 'acwIsOver'
  | 'acwIsOn'
  | 'signedOut'
  | 'displaced' // signed in at another end
  | 'interrupted'; // the link to the service is down

/** The service reports an error that no callback carries. */
export interface CallErrorFact extends Timed {
  readonly type: 'call.error';
  /** The leg it is about, where the service says so. */
  readonly leg?: LegRef;
  /** The commands that it can be the refusal of; left out: any but `sendDtmf`. */
  readonly refuses?: readonly string[];
  /** Its statement about the agent, if it makes one. */
  readonly says?: ErrorStatement;
}

/** A word that may end after-call work. */
interface EndsAcw {
  /** It changes the login state and was said before the last call ended: it ends no after-call work. */
  readonly predatesAcw?: boolean;
}

/** The server's word about the agent. */
type AgentFact = Timed & {
  /** The success of a command says so: the event that says the same may still come. */
  readonly isBelieved?: boolean;
} & (
    | (EndsAcw & { readonly type: 'agent.ready' })
    | {
        readonly type: 'agent.loggedOut';
        /** The agent has reset the sign-in, so that calls end by the agent. */
        readonly isOwn?: boolean;
      }
    | (EndsAcw & {
        readonly type: 'agent.notReady';
        /** none: the server says that there is none; missing: it does not say. */
        readonly reason?: NamedReason | 'none';
      })
    | {
        readonly type: 'agent.loggedIn';
        /** null: online; missing where the server does not say. */
        readonly reason?: NamedReason | null;
      }
  );

/** The server's word about after-call work. */
type AcwFact = Timed &
  (
    | { readonly type: 'acw.started' }
    | {
        /** `seconds`: by how much, where the server says so. */
        readonly type: 'acw.extended';
        readonly seconds?: number;
      }
  );

/** The page is connected again and the server says where the agent stands. */
export interface RegainedFact extends Timed {
  readonly type: 'connection.regained';
  /** null: online; missing: the server does not say. */
  readonly reason?: NamedReason | null;
  /** The work status, if the server names one. */
  readonly status: WorkStatus | null;
  /** The named status is at odds with what is known of this call, and not older: it wins. */
  readonly statusIsNews: boolean;
  /** Epoch ms since which the agent has the named status, in the computer's epoch. */
  readonly statusSince?: number;
  /** A newer word says the login state. */
  readonly isLoginOutdated?: boolean;
  /** After-call work has been ended since. */
  readonly isAcwOutdated?: boolean;
  /** The call that it names has been released since. */
  readonly isCallOutdated?: boolean;
  /** Numbers of the calls that the server has spoken of since: they outlast a regain without them. */
  readonly outlasting?: readonly number[];
  /** null: the agent is not on a call. */
  readonly leg: LegRef | null;
  readonly details?: Confidential<Attributes>;
  /** The third party's side, if the server names one. */
  readonly consultDetails?: Confidential<Attributes>;
}

type ConnectionFact =
  RegainedFact | (Timed & { readonly type: 'connection.established' | 'connection.displaced' | 'connection.interrupted' });

/** The server's word about the agent's phone. */
interface DeviceFact extends Timed {
  readonly type: 'device.registered' | 'device.lost';
}

interface NetworkFact extends Timed {
  readonly type: 'network.measured';
  readonly reading: NetworkReading;
}

/** A fact that the order of facts keeps from changing the chart. */
export interface IgnoredFact extends Timed {
  readonly type: 'fact.ignored';
  readonly rule: FactRule;
  readonly fact: ServerFact;
}

/** Every fact that the server may tell at any time, in the machine's own words. */
export type ServerFact =
  CallFact | ConferenceFact | MicrophoneFact | DtmfFact | CallErrorFact | AgentFact | AcwFact | ConnectionFact | DeviceFact | NetworkFact;

/** Facts that are about one leg. */
export type LegFact = CallFact | ConferenceFact | MicrophoneFact | DtmfFact;

/** The types of all server facts. */
export const SERVER_FACTS = [
  'connection.established',
  'connection.displaced',
  'connection.interrupted',
  'connection.regained',
  'agent.loggedIn',
  'agent.ready',
  'agent.notReady',
  'agent.loggedOut',
  'call.dialing',
  'call.ringing',
  'call.established',
  'call.held',
  'call.retrieved',
  'call.released',
  'call.partyChanged',
  'call.destinationBusy',
  'call.error',
  'conference.formed',
  'conference.partyDeleted',
  'microphone.muted',
  'microphone.unmuted',
  'dtmf.sent',
  'acw.started',
  'acw.extended',
  'device.registered',
  'device.lost',
  'network.measured',
] as const satisfies readonly ServerFact['type'][];

const LEG_FACT = /^(call\.(?!error)|conference\.|microphone\.|dtmf\.)/;

/** Whether the event is a fact about one leg. */
export function isLegFact(event: { readonly type: string }): event is LegFact {
  return LEG_FACT.test(event.type) && 'leg' in event && event.leg != null;
}
