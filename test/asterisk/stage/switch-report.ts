import type { CallCentre, ExchangeEvent } from '../../../adapters/simulator/index.js';
import { Ordinals, type Journal } from './journal.js';
import { dnOf } from './legs.js';

/** Writes down what the switch reports, leg by leg: in which order it tells of different legs is its own business. */
export class SwitchReport {
  readonly #centre: CallCentre;
  readonly #journal: Journal;
  /** Extensions and numbers of all legs, also of those that are over. */
  readonly #dns = new Map<string, string>();
  readonly #talks = new Ordinals();

  constructor(centre: CallCentre, journal: Journal) {
    this.#centre = centre;
    this.#journal = journal;
  }

  take(event: ExchangeEvent): void {
    for (const { leg, address } of this.#centre.legs()) this.#name(leg, dnOf(address));
    if (event.type === 'incoming') this.#name(event.leg, dnOf(event.from));
    if (event.type === 'connected') {
      for (const leg of event.legs) this.#note(leg, `connected in talk ${this.#talks.of(event.conversation)}`);
    } else if ('ext' in event) this.#journal.note(`switch, ${event.ext}`, event.type);
    else this.#note(event.leg, this.#inWords(event));
  }

  /** The legs of one phone are told apart: the second of them that is there at once is the other line. */
  #name(leg: string, dn: string): void {
    if (this.#dns.has(leg)) return;
    const taken = this.#centre.legs().some((other) => other.leg !== leg && this.#dns.get(other.leg) === dn);
    this.#dns.set(leg, taken ? `${dn} on the other line` : dn);
  }

  #inWords(event: Exclude<ExchangeEvent, { readonly type: 'connected' } | { readonly ext: string }>): string {
    switch (event.type) {
      case 'incoming':
        return `incoming to ${event.to}`;
      case 'released':
        return `released, ${event.cause}`;
      case 'held':
      case 'retrieved':
        return `${event.type} talk ${this.#talks.of(event.conversation)}`;
      case 'keysSent':
        return `keysSent ${event.keys}`;
      default:
        return event.type;
    }
  }

  #note(leg: string, line: string): void {
    this.#journal.note(`switch, ${this.#dns.get(leg) ?? 'a leg that nobody knows'}`, line);
  }
}
