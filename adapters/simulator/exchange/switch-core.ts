import type { Agenda } from '../time/agenda.js';
import type { Random } from '../time/random.js';
import type { ExchangeEvent, ReleaseCause } from '../../exchange/index.js';
import { Conversations } from './conversations.js';
import type { SimulatedLeg } from './simulated-leg.js';
import { takeInHand, type SimulatedPhone } from './simulated-phone.js';

export interface SwitchCoreOptions {
  readonly agenda: Agenda;
  readonly random: Random;
  /** Time of one step, in ms, lowest and highest. */
  readonly latency: readonly [number, number];
}

/**
 * The state of the simulated exchange, and the one queue through which everything goes: operations
 * on their way in, reports on their way out, in order.
 */
export class SwitchCore {
  readonly agenda: Agenda;
  readonly legs = new Map<string, SimulatedLeg>();
  readonly conversations = new Conversations();
  readonly #random: Random;
  readonly #latency: readonly [number, number];
  readonly #listeners = new Set<(event: ExchangeEvent) => void>();
  /** It does nothing and knows of nothing. */
  isDown = false;
  #lastDue = 0;

  constructor({ agenda, random, latency }: SwitchCoreOptions) {
    this.agenda = agenda;
    this.#random = random;
    this.#latency = latency;
  }

  subscribe(listener: (event: ExchangeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  emit(event: ExchangeEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** Runs later, after everything that was asked for before. */
  step(run: () => void): void {
    this.#lastDue = Math.max(this.#lastDue, this.agenda.now() + this.#random.between(...this.#latency));
    this.agenda.at(this.#lastDue, 'transit', run);
  }

  /** Tells, a step later, what has happened at a phone; unless its leg is over by then. */
  report(event: ExchangeEvent & { readonly leg: string }): void {
    this.step(() => {
      if (this.legs.has(event.leg)) this.emit(event);
    });
  }

  add(id: string, phone: SimulatedPhone, state: SimulatedLeg['state']): SimulatedLeg {
    const leg: SimulatedLeg = { id, phone, state, conversation: null, muted: false, timers: new Set() };
    this.legs.set(id, leg);
    return leg;
  }

  /** The phone has this call from now on, in hand or beside the one in hand. */
  occupy(phone: SimulatedPhone, leg: SimulatedLeg): void {
    if (phone.lines.length === 0) phone.keys = '';
    phone.lines.push(leg);
  }

  /** The others in its conversation hear the keys of this leg. */
  hear({ conversation, phone }: SimulatedLeg, keys: string): void {
    for (const other of conversation?.legs ?? []) if (other.phone !== phone) other.phone.keys += keys;
  }

  take(leg: SimulatedLeg): void {
    stopTimers(leg);
    leg.state = 'up';
    takeInHand(leg);
  }

  end(leg: SimulatedLeg, cause: ReleaseCause): void {
    stopTimers(leg);
    this.legs.delete(leg.id);
    this.conversations.remove(leg);
    leg.phone.lastRelease = cause;
    putDown(leg);
  }

  dispose(): void {
    this.#listeners.clear();
    this.legs.clear();
  }
}

/** Its user has the call in hand that he took before, if there is one, else one that rings. */
function putDown({ id, phone: { lines } }: SimulatedLeg): void {
  const index = lines.findIndex((line) => line.id === id);
  if (index < 0) return;
  lines.splice(index, 1);
  const taken = lines.find(({ state }) => state !== 'alerting');
  if (index === 0 && taken !== undefined) takeInHand(taken);
}

function stopTimers(leg: SimulatedLeg): void {
  for (const timer of leg.timers) timer.cancel();
  leg.timers.clear();
}
