import type { Fact } from '../commands/declaration.js';

/** Facts that undo each other, so that a late one would put the agent back to where it was. */
function streamOf(fact: Fact): string | null {
  switch (fact.type) {
    case 'agent.ready':
    case 'agent.notReady':
    case 'agent.loggedIn':
    case 'agent.loggedOut':
    case 'connection.displaced':
      return 'login';
    case 'call.held':
    case 'call.retrieved':
      return `hold ${fact.leg.partyID ?? fact.leg.callID ?? ''}`;
    case 'microphone.muted':
    case 'microphone.unmuted':
      return 'microphone';
    default:
      return null;
  }
}

/** How many legs are remembered. */
const STREAMS_KEPT = 64;

/**
 * Tells late facts by the server's own time: of facts that undo each other,
 * only one that is not older than the last can still be true.
 */
export class FactOrder {
  readonly #last = new Map<string, number>();
  #call: { readonly callID: string; readonly stamp: number } | null = null;

  /** The server's time of the newest fact about this call, or null. */
  newestOf(callID: string): number | null {
    return this.#call?.callID === callID ? this.#call.stamp : null;
  }

  /** Takes what was known before the page was loaded anew. */
  restore(callID: string, stamp: number): void {
    this.#call = { callID, stamp };
  }

  #noteCall(fact: Fact, stamp: number): void {
    if (!('leg' in fact) || fact.leg?.callID === undefined) return;
    const { callID } = fact.leg;
    const newest = Math.max(stamp, this.newestOf(callID) ?? stamp);
    this.#call = { callID, stamp: newest };
  }

  /** Whether the fact is older than what is known already; if not, it is known from now on. */
  isLate(fact: Fact, stamp: number | undefined): boolean {
    if (stamp === undefined) return false;
    const stream = streamOf(fact);
    const last = stream === null ? undefined : this.#last.get(stream);
    if (last !== undefined && stamp < last) return true;
    this.#noteCall(fact, stamp);
    if (stream === null) return false;
    // Set anew at the end, so that the first key is the one not heard of for longest.
    this.#last.delete(stream);
    this.#last.set(stream, stamp);
    if (this.#last.size > STREAMS_KEPT) {
      const [oldest] = this.#last.keys();
      if (oldest !== undefined) this.#last.delete(oldest);
    }
    return false;
  }
}
