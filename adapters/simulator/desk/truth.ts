/** The agent's login, as the server holds it. */
export type LoginStatus = 'offline' | 'online' | 'dnd' | 'break' | 'locked';

/** The agent's work, as the server holds it. */
export type WorkStatus = 'idle' | 'dialing' | 'ringing' | 'talking' | 'holding' | 'consulting' | 'conferencing' | 'acw';

/** The party that the agent has put on hold. */
export type OnHold = 'customer' | 'thirdParty' | 'conference';

export type CallType = 'Inbound' | 'Outbound' | 'Internal' | 'Consult';

/** A leg of the agent's. Times are on the centre's clock. */
export interface TruthCall {
  readonly callID: string;
  readonly partyID: string;
  readonly callType: CallType;
  readonly thisDN: string;
  readonly otherDN: string;
  readonly attachedData: Readonly<Record<string, unknown>> | null;
  /** When the other side answered; null before. */
  readonly establishedAt: number | null;
}

/** The leg to the third party. */
export interface TruthConsult extends TruthCall {
  readonly phase: 'dialing' | 'talking';
  /** The third party as it was asked for: work number, id, extension or number. `otherDN` is where it was reached. */
  readonly target: string;
}

/** The phone that the agent is signed in with, if it has an extension: registered or not. */
export type TruthDevice = 'unknown' | 'registered' | 'lost';

/** A page's link to the service, as the server sees it: down, whether the page knows of it or not, is `interrupted`. */
export type TruthLink = 'connected' | 'interrupted' | 'displaced';

/** A call beside the one that the agent's bar is about. */
export interface TruthWaiting extends TruthCall {
  readonly work: 'dialing' | 'ringing' | 'talking' | 'holding';
  /** When its `work` last changed. */
  readonly since: number;
}

/** The true state of one agent, as the server holds it; comparable with a guarded agent's state. */
export interface Truth {
  /** Work number. */
  readonly agentID: string;
  /** The login state, as the server holds it. */
  readonly login: LoginStatus;
  /** 2 for DND, 11 to 18 for a break, else null. */
  readonly reasonCode: number | null;
  /** The work state, as the server holds it. */
  readonly work: WorkStatus;
  /** When `work` last changed. */
  readonly since: number;
  /** The customer's leg (or the one that is left). */
  readonly call: TruthCall | null;
  /** The leg to a third party; null: there is none. */
  readonly consult: TruthConsult | null;
  /**
   * The party on hold, whatever `work` is: a consult can be swapped, a conference be held. In a consult in which both
   * wait, the one held last; while the customer is back before the third party has answered, the third party.
   */
  readonly onHold: OnHold | null;
  /** Other calls of the agent's that his phone has heard of: they ring, are called, or are held beside the one in `call`. */
  readonly waiting: readonly TruthWaiting[];
  /** Nobody hears the agent. */
  readonly muted: boolean;
  /** After-call work; `deadline` is null where it ends by command only. Null: there is none. */
  readonly acw: { readonly since: number; readonly deadline: number | null } | null;
  /**
   * Whether calls can reach the agent's phone. `unknown`: signed out, or signed in with a telephone, which no switch
   * has registered. Pages hear of changes only (see the behaviour `registrationTold`).
   */
  readonly device: TruthDevice;
  /** Some page of the agent's is connected, and was not displaced. */
  readonly connected: boolean;
  /** All such pages. */
  readonly ends: readonly string[];
  /** Every page of the agent's that is not closed, with its link. */
  readonly links: Readonly<Record<string, TruthLink>>;
  /** The kind of phone of the login; null when offline. */
  readonly phoneType: 'sip' | 'pstn' | 'webrtc' | null;
  /** The extension of the login; null where there is none. */
  readonly ext: string | null;
  /** The telephone of the login; null where there is none. */
  readonly mobile: string | null;
  /** Missed calls in a row. */
  readonly missed: number;
}
