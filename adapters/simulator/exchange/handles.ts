import type { AnswerScript } from '../options/floor-options.js';
import type { Customer, Device, Phone } from './customer.js';
import type { PhoneActions } from './phone-actions.js';
import type { SimulatedLeg } from './simulated-leg.js';
import { holds, isRegistered, lineInHand, lineState, nameOf, peersOf, phoneState, type SimulatedPhone } from './simulated-phone.js';

/** The object that a call centre hands out for a phone of its simulated exchange. */
class PhoneHandle implements Phone {
  constructor(
    protected readonly users: PhoneActions,
    protected readonly phone: SimulatedPhone,
  ) {}

  get state() {
    return phoneState(this.phone);
  }

  get lines() {
    return this.phone.lines.map(lineState);
  }

  get lastRelease() {
    return this.phone.lastRelease;
  }

  get peers() {
    return peersOf(this.phone);
  }

  get keys() {
    return this.phone.keys;
  }

  script(answer: AnswerScript): void {
    this.phone.script = answer;
  }

  answer(): void {
    this.users.pickUp(this.ringing('answer'));
  }

  reject(): void {
    this.users.hangUp(this.ringing('reject'), 'rejected');
  }

  hangup(): void {
    const leg = lineInHand(this.phone);
    if (leg === null) throw this.refusal('hang up', 'on a call');
    if (leg.state === 'alerting') this.users.hangUp(leg, 'rejected');
    else this.users.hangUp(leg, leg.state === 'incoming' ? 'cancelled' : 'normal');
  }

  press(keys: string): void {
    const leg = lineInHand(this.phone);
    if (leg?.conversation == null) throw this.refusal('send keys', 'in a talk');
    this.users.press(leg, keys);
  }

  protected refusal(verb: string, needed: string): Error {
    return new Error(`${nameOf(this.phone)} cannot ${verb}: it is ${this.state}, and must be ${needed}.`);
  }

  private ringing(verb: string): SimulatedLeg {
    const leg = this.phone.lines.find(({ state }) => state === 'alerting');
    if (leg === undefined) throw this.refusal(verb, 'ringing');
    return leg;
  }
}

export class CustomerHandle extends PhoneHandle implements Customer {
  constructor(
    users: PhoneActions,
    phone: SimulatedPhone,
    readonly number: string,
    readonly name: string | null,
  ) {
    super(users, phone);
  }

  dial(target: string, options: { attachedData?: Readonly<Record<string, unknown>> } = {}): void {
    if (this.state !== 'idle') throw this.refusal('call', 'idle');
    this.users.call(this.phone, target, options.attachedData);
  }
}

export class DeviceHandle extends PhoneHandle implements Device {
  constructor(
    users: PhoneActions,
    phone: SimulatedPhone,
    readonly ext: string,
  ) {
    super(users, phone);
  }

  get registered() {
    return isRegistered(this.phone);
  }

  register(): void {
    this.users.setRegistered(this.phone, true);
  }

  unregister(): void {
    this.users.setRegistered(this.phone, false);
  }

  hold(): void {
    const leg = this.talking();
    if (leg === null || holds(leg)) throw this.refusal('hold', 'in a talk');
    this.users.setHolding(leg, true);
  }

  retrieve(): void {
    const leg = this.phone.lines.find(holds);
    if (leg === undefined) throw this.refusal('retrieve', 'holding');
    this.users.takeBack(leg);
  }

  swap(): void {
    const leg = this.talking();
    if (leg === null || !this.users.holdsElsewhere(leg)) throw this.refusal('swap', 'in one talk and holding another');
    this.users.swap(leg);
  }

  private talking(): SimulatedLeg | null {
    const leg = lineInHand(this.phone);
    return leg?.conversation == null ? null : leg;
  }
}
