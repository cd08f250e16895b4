import type { LegRef } from '../calls/leg-ref.js';
import { isLegFact, type ServerFact } from '../events/facts.js';

type Told = Omit<ServerFact, 'at'> & { readonly type: ServerFact['type'] };

/** How many facts are remembered, so that they are not taken twice. */
const FACTS_KEPT = 128;

/** Tells whether the same fact with the same stamp was told before. */
export class Doubled {
  readonly #told = new Set<string>();

  isTwice(fact: Told, stamp: number, referenceID: string | undefined): boolean {
    const { callID, partyID, callType }: LegRef = isLegFact(fact) ? fact.leg : {};
    const said = 'reason' in fact ? fact.reason : 'seconds' in fact ? fact.seconds : null;
    const key = JSON.stringify([fact.type, callID, partyID, callType, said, stamp, referenceID]);
    if (this.#told.has(key)) return true;
    this.#told.add(key);
    if (this.#told.size > FACTS_KEPT) {
      const [oldest] = this.#told;
      if (oldest !== undefined) this.#told.delete(oldest);
    }
    return false;
  }
}
