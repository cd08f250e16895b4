import type { Conversation, SimulatedLeg } from './simulated-leg.js';

/** Which legs hear each other. */
export class Conversations {
  readonly #byID = new Map<string, Conversation>();

  get(id: string): Conversation | undefined {
    return this.#byID.get(id);
  }

  /** Takes the leg from where it is and lets it talk here. */
  join(id: string, leg: SimulatedLeg): void {
    let conversation = this.#byID.get(id);
    if (conversation === undefined) {
      conversation = { id, legs: new Set(), holders: new Set() };
      this.#byID.set(id, conversation);
    }
    const former = leg.conversation;
    conversation.legs.add(leg);
    leg.conversation = conversation;
    if (former === null || former === conversation) return;
    former.legs.delete(leg);
    this.#forgetIfEmpty(former);
  }

  /** A conversation that the leg holds while it is elsewhere, or null. */
  heldBy(leg: SimulatedLeg): Conversation | null {
    return [...this.#byID.values()].find((one) => one !== leg.conversation && one.holders.has(leg)) ?? null;
  }

  /** The leg is over: it neither talks nor holds anywhere. */
  remove(leg: SimulatedLeg): void {
    leg.conversation = null;
    for (const conversation of this.#byID.values()) {
      conversation.legs.delete(leg);
      conversation.holders.delete(leg);
      this.#forgetIfEmpty(conversation);
    }
  }

  /** A talk in which nobody is left is over, also for a phone that held it while it was elsewhere. */
  #forgetIfEmpty(conversation: Conversation): void {
    if (conversation.legs.size === 0) this.#byID.delete(conversation.id);
  }
}
