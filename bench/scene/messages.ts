import type { Message } from './fake-sdk.js';

/** The service's messages about one incoming call; each is a new object with a time and an id of its own. */
export class CallMessages {
  #creationTime = Date.now();

  next(messageID: string): Message {
    this.#creationTime += 1;
    return {
      messageID,
      creationTime: this.#creationTime,
      referenceID: `reference-${this.#creationTime}`,
      companyId: 'company-1',
      agentID: '1005',
      callID: 'call-1',
      partyID: 'party-1',
      callType: 'Inbound',
      thisDN: '1000',
      thisDNRole: 'Destination',
      otherDN: '13900001111',
      otherDNRole: 'Origination',
    };
  }

  /** Held and retrieved in turn, so that each changes the state; an even number leaves the agent talking. */
  holds(count: number): readonly Message[] {
    return Array.from({ length: count }, (_, index) => this.next(index % 2 === 0 ? 'EventAgentHoldCall' : 'EventAgentRetrieveCall'));
  }
}
