import type { ReleaseCause } from '../../exchange/index.js';
import type { SimulatedLeg } from './simulated-leg.js';
import { holds, isRegistered, lineInHand, takeInHand, type SimulatedPhone } from './simulated-phone.js';
import type { SwitchCore } from './switch-core.js';

/**
 * The actions of the users of phones. Each takes effect at the phone at once, and is reported a step
 * later: an operation that was asked for meanwhile comes too late.
 */
export class PhoneActions {
  readonly #core: SwitchCore;
  #calls = 0;

  constructor(core: SwitchCore) {
    this.#core = core;
  }

  call(phone: SimulatedPhone, to: string, attachedData?: Readonly<Record<string, unknown>>): void {
    if (this.#core.isDown) {
      phone.lastRelease = 'unavailable';
      return;
    }
    this.#calls += 1;
    const leg = this.#core.add(`in-${this.#calls}`, phone, 'incoming');
    this.#core.occupy(phone, leg);
    this.#core.report({
      type: 'incoming',
      leg: leg.id,
      from: phone.address,
      to,
      ...(attachedData === undefined ? {} : { attachedData }),
    });
  }

  /** A call already in hand is put on hold. */
  pickUp(leg: SimulatedLeg): void {
    this.#putAside(lineInHand(leg.phone), leg);
    this.#core.take(leg);
    this.#core.report({ type: 'answered', leg: leg.id });
  }

  hangUp(leg: SimulatedLeg, cause: ReleaseCause): void {
    this.#core.end(leg, cause);
    this.#core.step(() => this.#core.emit({ type: 'released', leg: leg.id, cause }));
  }

  /** Takes a call off hold, in place of the one in hand. */
  takeBack(leg: SimulatedLeg): void {
    this.#putAside(lineInHand(leg.phone), leg);
    takeInHand(leg);
    this.setHolding(leg, false);
  }

  /** Those in the same talk hear the keys; each is reported by itself. */
  press(leg: SimulatedLeg, keys: string): void {
    for (const key of keys) {
      this.#core.hear(leg, key);
      this.#core.report({ type: 'keysSent', leg: leg.id, keys: key });
    }
  }

  /** The phone's own hold key. */
  setHolding(leg: SimulatedLeg, holding: boolean): void {
    const { conversation } = leg;
    if (conversation === null) return;
    if (holding) conversation.holders.add(leg);
    else conversation.holders.delete(leg);
    this.#core.report({ type: holding ? 'held' : 'retrieved', conversation: conversation.id, leg: leg.id });
  }

  /** The phone regains its registration, or loses it; that of a page which is not there cannot change. */
  setRegistered(phone: SimulatedPhone, registered: boolean): void {
    if (phone.webPhone === null) this.setRegistration(phone, { ownRegistered: registered });
    else if (phone.webPhone !== 'down') this.setRegistration(phone, { webPhone: registered ? 'up' : 'lost' });
  }

  /** Whether the leg has left another talk on hold. */
  holdsElsewhere(leg: SimulatedLeg): boolean {
    return this.#core.conversations.heldBy(leg) !== null;
  }

  /** The phone's line keys: it leaves the talk it is in on hold, and is back in the one it holds. */
  swap(leg: SimulatedLeg): void {
    const { conversation } = leg;
    const held = this.#core.conversations.heldBy(leg);
    if (conversation === null || held === null) return;
    if (!conversation.holders.has(leg)) this.setHolding(leg, true);
    this.#core.conversations.join(held.id, leg);
    this.setHolding(leg, false);
  }

  #putAside(inHand: SimulatedLeg | null, next: SimulatedLeg): void {
    if (inHand !== null && inHand !== next && !holds(inHand)) this.setHolding(inHand, true);
  }

  /** Changes what makes the phone reachable, and reports it if that makes a difference. */
  setRegistration(phone: SimulatedPhone, change: Partial<Pick<SimulatedPhone, 'ownRegistered' | 'webPhone'>>): void {
    const before = isRegistered(phone);
    Object.assign(phone, change);
    const after = isRegistered(phone);
    if (before === after || phone.address.kind !== 'ext') return;
    const { ext } = phone.address;
    this.#core.step(() => this.#core.emit({ type: after ? 'registered' : 'unregistered', ext }));
  }
}
