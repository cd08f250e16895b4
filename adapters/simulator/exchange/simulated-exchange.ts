import type { Address, DialRequest, Done, Exchange, ExchangeEvent, LegView, Reachability, ReleaseCause } from '../../exchange/index.js';
import { comeBack, goDown } from './outage.js';
import { PhoneActions } from './phone-actions.js';
import type { PhoneBook } from './phone-book.js';
import { viewOf, type SimulatedLeg } from './simulated-leg.js';
import { isRegistered, nowhere, refusalOf } from './simulated-phone.js';
import { SwitchCore, type SwitchCoreOptions } from './switch-core.js';

/** Why an operation cannot be done, or null. */
type Objection = 'gone' | 'wrongState' | null;

/** A switch in memory. Every operation takes a step, so that it can come too late, as with a real one. */
export class SimulatedExchange implements Exchange {
  /** The actions of the users of its phones. */
  readonly users: PhoneActions;
  readonly #core: SwitchCore;
  readonly #phones: PhoneBook;
  #pending = 0;

  constructor({ phones, ...options }: SwitchCoreOptions & { readonly phones: PhoneBook }) {
    this.#core = new SwitchCore(options);
    this.#phones = phones;
    this.users = new PhoneActions(this.#core);
  }

  subscribe(listener: (event: ExchangeEvent) => void): () => void {
    return this.#core.subscribe(listener);
  }

  reachable(address: Address): Reachability {
    const phone = this.#phones.find(address);
    if (phone === null) return 'unknown';
    return isRegistered(phone) && !this.#core.isDown ? 'available' : 'unregistered';
  }

  dial(request: DialRequest, done: Done): void {
    this.#operate(done, () => {
      const phone = this.#phones.find(request.to) ?? nowhere(request.to);
      const leg = this.#core.add(request.leg, phone, 'dialing');
      this.#core.emit({ type: 'dialing', leg: leg.id });
      this.#core.step(() => {
        if (this.#core.legs.has(leg.id)) this.#ring(leg, request);
      });
      return null;
    });
  }

  answer(leg: string, done: Done): void {
    this.#withLeg(leg, done, (live) => {
      if (live.state !== 'alerting') return 'wrongState';
      this.#core.take(live);
      this.#core.emit({ type: 'answered', leg });
      return null;
    });
  }

  release(leg: string, cause: ReleaseCause, done: Done): void {
    this.#withLeg(leg, done, (live) => {
      this.#core.end(live, cause);
      this.#core.emit({ type: 'released', leg, cause });
      return null;
    });
  }

  connect(conversation: string, legs: readonly string[], done: Done): void {
    this.#operate(done, () => {
      const live = legs.flatMap((id) => this.#core.legs.get(id) ?? []);
      if (live.length < legs.length) return 'gone';
      if (live.some(({ state }) => state === 'alerting' || state === 'dialing')) return 'wrongState';
      for (const leg of live) {
        leg.state = 'up';
        this.#core.conversations.join(conversation, leg);
      }
      this.#core.emit({ type: 'connected', conversation, legs });
      return null;
    });
  }

  hold(conversation: string, leg: string, done: Done): void {
    this.#withLeg(leg, done, (live) => {
      if (live.conversation?.id !== conversation || live.conversation.holders.has(live)) return 'wrongState';
      live.conversation.holders.add(live);
      this.#core.emit({ type: 'held', conversation, leg });
      return null;
    });
  }

  retrieve(conversation: string, leg: string, done: Done): void {
    this.#withLeg(leg, done, (live) => {
      const held = this.#core.conversations.get(conversation);
      if (!held?.holders.has(live)) return 'wrongState';
      held.holders.delete(live);
      this.#core.conversations.join(conversation, live);
      this.#core.emit({ type: 'retrieved', conversation, leg });
      return null;
    });
  }

  mute(leg: string, done: Done): void {
    this.#setMuted(leg, true, done);
  }

  unmute(leg: string, done: Done): void {
    this.#setMuted(leg, false, done);
  }

  sendKeys(leg: string, keys: string, done: Done): void {
    this.#withLeg(leg, done, (live) => {
      if (live.conversation === null) return 'wrongState';
      this.#core.hear(live, keys);
      this.#core.emit({ type: 'keysSent', leg, keys });
      return null;
    });
  }

  legs(): readonly LegView[] {
    return [...this.#core.legs.values()].map(viewOf);
  }

  pending(): number {
    return this.#pending;
  }

  /** It goes down, with all its calls, and is back after `ms`: its phones are unregistered meanwhile. */
  restart(ms: number): void {
    goDown(this.#core, this.#phones);
    this.#core.agenda.after(ms, 'timer', () => comeBack(this.#core, this.#phones));
  }

  dispose(): void {
    this.#core.dispose();
  }

  /** The called phone rings and does what its script says, or cannot be reached. */
  #ring(leg: SimulatedLeg, { autoAnswer, ringFor, knocks = false }: DialRequest): void {
    const { phone } = leg;
    const refusal = refusalOf(phone, knocks);
    if (refusal !== null) {
      this.#core.end(leg, refusal);
      this.#core.emit({ type: 'released', leg: leg.id, cause: refusal });
      return;
    }
    this.#core.occupy(phone, leg);
    if (autoAnswer) {
      // It takes the call before it has rung.
      this.users.pickUp(leg);
      return;
    }
    leg.state = 'alerting';
    this.#core.emit({ type: 'alerting', leg: leg.id });
    const { script } = phone;
    if (script === 'reject') {
      this.users.hangUp(leg, 'rejected');
      return;
    }
    if (typeof script === 'number') this.#timer(leg, script, () => this.users.pickUp(leg));
    if (ringFor !== null) this.#timer(leg, ringFor, () => this.users.hangUp(leg, 'noAnswer'));
  }

  #timer(leg: SimulatedLeg, ms: number, run: () => void): void {
    leg.timers.add(this.#core.agenda.after(ms, 'timer', run));
  }

  #setMuted(leg: string, muted: boolean, done: Done): void {
    this.#withLeg(leg, done, (live) => {
      live.muted = muted;
      this.#core.emit({ type: muted ? 'muted' : 'unmuted', leg });
      return null;
    });
  }

  #withLeg(id: string, done: Done, run: (leg: SimulatedLeg) => Objection): void {
    this.#operate(done, () => {
      const leg = this.#core.legs.get(id);
      return leg === undefined ? 'gone' : run(leg);
    });
  }

  /** An operation: a step later it is done, or refused. */
  #operate(done: Done, run: () => Objection): void {
    this.#pending += 1;
    this.#core.step(() => {
      this.#pending -= 1;
      const cause = this.#core.isDown ? 'unreachable' : run();
      if (cause === null) done();
      else done({ cause });
    });
  }
}
