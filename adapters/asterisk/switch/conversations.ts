import type { Leg } from './leg.js';

/** Legs that hear each other: a mixing bridge. */
export interface Conversation {
  readonly id: string;
  /** Id of its bridge. */
  readonly bridge: string;
  /** Legs that are in it, or hold it and are nowhere else. */
  readonly legs: Set<Leg>;
  /** Legs that hold it; such a leg may talk elsewhere meanwhile. */
  readonly holders: Set<Leg>;
  /** Whether the PBX has its bridge. */
  made: boolean;
  /** Whether the bridge plays music to those who wait in it. */
  music: boolean;
  /** Operations that are about to bring legs in. */
  joining: number;
}

/** The conversations there are. */
export class Conversations {
  readonly #byID = new Map<string, Conversation>();
  readonly #byBridge = new Map<string, Conversation>();

  get(id: string): Conversation | undefined {
    return this.#byID.get(id);
  }

  /** The conversation in this bridge; a bridge that somebody else has made is one, too. */
  ofBridge(bridge: string): Conversation {
    return this.#byBridge.get(bridge) ?? this.#add({ id: bridge, bridge, made: true });
  }

  getOrAdd(id: string, bridge: string): Conversation {
    return this.#byID.get(id) ?? this.#add({ id, bridge, made: false });
  }

  /** The leg is in this conversation from now on, and in no other. */
  join(conversation: Conversation, leg: Leg): void {
    leg.conversation?.legs.delete(leg);
    leg.conversation = conversation;
    conversation.legs.add(leg);
  }

  /** The leg is over. @returns the conversations it was in or held */
  leave(leg: Leg): readonly Conversation[] {
    const left = [...this.#byID.values()].filter(({ legs, holders }) => legs.has(leg) || holders.has(leg));
    for (const { legs, holders } of left) {
      legs.delete(leg);
      holders.delete(leg);
    }
    leg.conversation = null;
    return left;
  }

  all(): readonly Conversation[] {
    return [...this.#byID.values()];
  }

  forget({ id, bridge }: Conversation): void {
    this.#byID.delete(id);
    this.#byBridge.delete(bridge);
  }

  #add(given: Pick<Conversation, 'id' | 'bridge' | 'made'>): Conversation {
    const conversation: Conversation = { ...given, legs: new Set(), holders: new Set(), music: false, joining: 0 };
    this.#byID.set(conversation.id, conversation);
    this.#byBridge.set(conversation.bridge, conversation);
    return conversation;
  }
}

/** Whether nobody is in it, holds it, or is on the way. */
export function isEmpty({ legs, holders, joining }: Conversation): boolean {
  return legs.size + holders.size + joining === 0;
}

/** Whether somebody has left the bridge to hold: those who wait there are to hear music. */
export function needsMusic({ bridge, holders }: Conversation): boolean {
  // A phone that holds by itself stays in the bridge, and the PBX plays music of its own accord.
  return [...holders].some((holder) => holder.bridge !== bridge);
}
