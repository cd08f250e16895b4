import type { Chance } from './chance.js';
import type { DayClock } from './clock.js';
import { Truth, type Call, type Consult, type Login } from './truth.js';
import type { Weather } from './weather.js';
import type { Message, Wire } from './wire.js';

/** The service's login words, and the reason for each. */
const LOGIN_WORDS: Readonly<Record<Login, readonly [name: string, attributes: Message]>> = {
  online: ['EventAgentReady', {}],
  break: ['EventAgentNotReady', { reasonCode: 11 }],
  dnd: ['EventAgentNotReady', { reasonCode: 2 }],
  offline: ['EventAgentLogout', {}],
};

export function legOf({ callID, partyIDs, callType, role }: Call): Message {
  return { callID, partyID: partyIDs[0], callType, thisDNRole: role };
}

export function thirdLegOf({ callID, partyID }: Consult): Message {
  return { callID, partyID, callType: 'Consult', thisDNRole: 'Origination' };
}

/** The service: it owns the truth, changes it, and says what has changed. */
export class Service {
  readonly truth = new Truth();
  readonly wire: Wire;
  readonly chance: Chance;
  readonly weather: Weather;
  readonly #clock: DayClock;

  constructor(wire: Wire, clock: DayClock, chance: Chance, weather: Weather) {
    this.wire = wire;
    this.#clock = clock;
    this.chance = chance;
    this.weather = weather;
  }

  get time(): number {
    return this.#clock.time;
  }

  // Calls

  begin(call: Pick<Call, 'callID' | 'callType' | 'role' | 'partyIDs'>, stage: 'ringing' | 'dialing'): void {
    const begun: Call = { ...call, stage, isHeld: false, hasTalked: false, isStageTold: true, changedAt: this.time };
    this.truth.calls.push(begun);
    this.truth.missed = null;
    this.endAfterCallWork();
    for (const partyID of begun.partyIDs) {
      this.wire.message(stage === 'ringing' ? 'EventRinging' : 'EventDialing', { ...legOf(begun), partyID });
    }
  }

  /** Of a call's two phones, the one that was not taken stops ringing. */
  establish(call: Call): void {
    const [leg, ...others] = call.partyIDs;
    this.change(call, 'talking');
    call.hasTalked = true;
    this.wire.message('EventEstablished', legOf(call));
    if (others.length > 0) this.truth.saidAt.otherPhone = this.time;
    for (const partyID of others) this.wire.message('EventReleased', { ...legOf(call), partyID });
    call.partyIDs = [leg];
  }

  hold(call: Call): void {
    this.change(call, 'holding');
    this.wire.message('EventAgentHoldCall', legOf(call));
  }

  retrieve(call: Call): void {
    this.change(call, 'talking');
    this.wire.message('EventAgentRetrieveCall', legOf(call));
  }

  /** The customer's end, or the agent's: the call is over, but for a third party, with whom the agent is left. */
  release(call: Call, attributes: Message = {}): void {
    const { consult } = this.truth;
    this.truth.forget(call);
    for (const partyID of call.partyIDs) this.wire.message('EventReleased', { ...legOf(call), partyID, ...attributes });
    if (consult?.customer === call) this.#isLeftWith(consult);
    this.over(call);
  }

  /** What comes after a call that has just ended. */
  over(call: Call): void {
    this.truth.saidAt.release = this.time;
    if (!call.hasTalked && call.role === 'Destination') this.truth.missed = { call, at: this.time };
    this.truth.owesAfterCallWork ||= call.hasTalked;
    if (this.truth.isBusy) return;
    this.truth.isMuted = false;
    if (this.truth.owesAfterCallWork) this.#beginAfterCallWork();
    this.truth.owesAfterCallWork = false;
  }

  change(call: Call, stage: Call['stage']): void {
    call.stage = stage;
    call.isStageTold = true;
    call.isHeld = false;
    call.changedAt = this.time;
  }

  // Consult

  beginConsult(customer: Call): void {
    const callID = this.chance.happens(0.5) ? customer.callID : this.truth.newName('call-');
    const consult: Consult = {
      customer,
      callID,
      partyID: this.truth.newName('third-'),
      isTalking: false,
      isPhaseTold: true,
      onHold: 'customer',
      changedAt: this.time,
    };
    this.truth.consult = consult;
    customer.changedAt = this.time;
    // The vendor does not say whether the customer's hold is told.
    if (this.chance.happens(0.5)) this.wire.message('EventAgentHoldCall', legOf(customer));
    this.wire.message('EventDialing', thirdLegOf(consult));
  }

  /** The third party goes. */
  endConsult(consult: Consult, customerIs: 'retrieved' | 'as before'): void {
    this.truth.consult = null;
    this.wire.message('EventReleased', thirdLegOf(consult));
    if (customerIs === 'retrieved') this.retrieve(consult.customer);
    else this.change(consult.customer, consult.onHold === 'customer' ? 'holding' : 'talking');
  }

  #isLeftWith({ callID, partyID, isTalking, isPhaseTold, onHold }: Consult): void {
    this.truth.consult = null;
    const stage = !isTalking ? 'dialing' : onHold === 'thirdParty' ? 'holding' : 'talking';
    const left = { callID, callType: 'Consult', role: 'Origination', isHeld: false } as const;
    this.truth.calls.push({ ...left, partyIDs: [partyID], stage, hasTalked: isTalking, isStageTold: isPhaseTold, changedAt: this.time });
  }

  // Login and after-call work

  logsIn(login: Login): void {
    this.truth.login = login;
    this.truth.saidAt.login = this.time;
  }

  sayLogin(): void {
    this.truth.saidAt.login = this.time;
    this.wire.message(...LOGIN_WORDS[this.truth.login]);
  }

  endAfterCallWork(): void {
    if (this.truth.isInAfterCallWork) this.truth.saidAt.afterCallWork = this.time;
    this.truth.isInAfterCallWork = false;
    this.truth.afterCallWorkEndsAt = null;
  }

  /** Its length is over: the agent is again what the login says. */
  endAfterCallWorkInTime(): void {
    const { afterCallWorkEndsAt } = this.truth;
    if (afterCallWorkEndsAt === null || afterCallWorkEndsAt > this.time) return;
    this.endAfterCallWork();
    this.sayLogin();
  }

  prolongAfterCallWork(seconds: number): void {
    const { truth } = this;
    if (truth.afterCallWorkEndsAt !== null) truth.afterCallWorkEndsAt += seconds * 1000;
    truth.saidAt.afterCallWork = this.time;
    this.wire.message('EventDelayCallAfterWork');
  }

  #beginAfterCallWork(): void {
    const { afterCallWork, announcesAfterCallWork } = this.weather;
    if (afterCallWork === 'none') return;
    this.truth.isInAfterCallWork = true;
    this.truth.saidAt.afterCallWork = this.time;
    this.truth.afterCallWorkEndsAt = afterCallWork === 'open' ? null : this.time + afterCallWork * 1000;
    if (announcesAfterCallWork) this.wire.message('EventAgentAfterCallWork');
  }
}
