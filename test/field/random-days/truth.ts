export type Stage = 'ringing' | 'dialing' | 'talking' | 'holding' | 'conferencing';
export type Login = 'offline' | 'online' | 'dnd' | 'break';

/** A call of the agent's, as it is. */
export interface Call {
  readonly callID: string;
  readonly callType: 'Inbound' | 'Outbound' | 'Consult';
  /** The agent's own part in it; of a call that a dialer has made for the agent, Destination although it is outbound. */
  readonly role: 'Origination' | 'Destination';
  /** Its leg first. While it rings on two phones of the agent's, it has two. */
  partyIDs: readonly [string, ...string[]];
  stage: Stage;
  /** A conference that is held on the phone. */
  isHeld: boolean;
  hasTalked: boolean;
  /** Not so of a third party with whom the agent is left after an outage: it may still be being called. */
  isStageTold: boolean;
  changedAt: number;
}

/** The leg to a third party. */
export interface Consult {
  readonly customer: Call;
  readonly callID: string;
  readonly partyID: string;
  isTalking: boolean;
  /** After an outage a page cannot know whether the third party has answered. */
  isPhaseTold: boolean;
  onHold: 'customer' | 'thirdParty';
  changedAt: number;
}

/** A call that nobody has answered, which the queue may offer again. */
export interface Missed {
  readonly call: Call;
  readonly at: number;
}

/** What is so, whatever the page may have heard of it. */
export class Truth {
  calls: Call[] = [];
  consult: Consult | null = null;
  login: Login = 'offline';
  /** Another end has signed in. */
  isDisplaced = false;
  isInAfterCallWork = false;
  /** When after-call work ends by itself. */
  afterCallWorkEndsAt: number | null = null;
  /** A call that was answered has ended while others are left: after-call work comes after the last. */
  owesAfterCallWork = false;
  isMuted = false;
  device: 'unknown' | 'registered' | 'lost' = 'unknown';
  missed: Missed | null = null;
  /** When something was last said of these. */
  readonly saidAt = { login: 0, device: 0, afterCallWork: 0, release: 0, otherPhone: 0 };
  /** How many calls and legs there have been. */
  #named = 0;

  newName(prefix: string): string {
    this.#named += 1;
    return `${prefix}${this.#named}`;
  }

  get isBusy(): boolean {
    return this.calls.length > 0;
  }

  /** The call that the agent speaks in, a consult's customer excepted. */
  get spokenTo(): Call | undefined {
    return this.calls.find((call) => (call.stage === 'talking' || call.stage === 'conferencing') && !this.isConsulted(call));
  }

  get held(): Call | undefined {
    return this.inStage('holding');
  }

  /** The call whose customer waits for, or is talked to beside, the third party. */
  get consulted(): Call | undefined {
    return this.consult?.customer;
  }

  inStage(stage: Stage): Call | undefined {
    return this.calls.find((call) => call.stage === stage && !this.isConsulted(call));
  }

  isConsulted(call: Call): boolean {
    return this.consult?.customer === call;
  }

  forget(call: Call): void {
    this.calls = this.calls.filter((each) => each !== call);
  }
}
