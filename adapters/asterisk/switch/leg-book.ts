import { createLeg, type Leg, type NewLeg } from './leg.js';

/** All legs there are, by their ids and by those of their channels. */
export class LegBook {
  readonly #byID = new Map<string, Leg>();
  readonly #byChannel = new Map<string, Leg>();

  add(given: NewLeg): Leg {
    const leg = createLeg(given);
    this.#byID.set(leg.id, leg);
    this.#byChannel.set(leg.channel, leg);
    return leg;
  }

  get(id: string): Leg | undefined {
    return this.#byID.get(id);
  }

  ofChannel(id: string): Leg | undefined {
    return this.#byChannel.get(id);
  }

  has(leg: Leg): boolean {
    return this.#byID.get(leg.id) === leg;
  }

  remove(leg: Leg): void {
    leg.stopRinging?.();
    this.#byID.delete(leg.id);
    this.#byChannel.delete(leg.channel);
  }

  all(): readonly Leg[] {
    return [...this.#byID.values()];
  }
}
