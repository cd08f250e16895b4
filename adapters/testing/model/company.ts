import { callsOf, callWith, person, type Name, type Person, type Scene } from './scene.js';
import { exchange, isWaitingCall, takeNext } from './waiting.js';

/** The rules of the house: how long things take, in ms. */
export interface HouseRules {
  /** Length of after-call work; null: until somebody says so; 0: there is none. */
  readonly wrapUp: number | null;
  /** How long a customer's call rings at an agent. */
  readonly ring: number;
  /** How long an agent's call rings at whom he calls. */
  readonly dial: number;
  /** Missed calls in a row after which the system locks an agent; 0: never. */
  readonly lockAfterMissed: number;
  /** How many customers who call an agent who is on the phone ring there, too. Default: 0, they find the agent busy. */
  readonly callWaiting?: number;
}

/** It cannot be said by plain words what comes of it. */
export class Unforeseeable extends Error {}

/** Everybody on the floor, and what becomes of the others when one of them goes. */
export class Company {
  readonly people: ReadonlyMap<Name, Person>;
  /** Epoch ms; told from outside, along with what happens. */
  now = 0;

  constructor(
    agents: readonly Name[],
    customers: readonly Name[],
    readonly rules: HouseRules,
  ) {
    const all = [...agents.map((name) => person(name, true)), ...customers.map((name) => person(name, false))];
    this.people = new Map(all.map((one) => [one.name, one]));
  }

  get(name: Name): Person {
    const found = this.people.get(name);
    if (found === undefined) throw new Unforeseeable(`nobody here is called ${name}`);
    return found;
  }

  get agents(): readonly Person[] {
    return [...this.people.values()].filter(({ isAgent }) => isAgent);
  }

  /** One call of somebody's has become another. */
  becomes(one: Person, before: Scene, after: Scene): void {
    if (before === one.scene) one.scene = after;
    else if (isWaitingCall(after)) one.waiting = one.waiting.map((call) => (call === before ? after : call));
    else throw new Unforeseeable('a call that waits becomes more than a call');
  }

  /** A call is over: another that waits is taken in hand; after the last there may be something to wrap up. */
  isOver(one: Person, call: Scene, hasTalked: boolean): void {
    if (hasTalked) one.owesWrapUp = true;
    if (call !== one.scene) {
      one.waiting = one.waiting.filter((other) => other !== call);
      return;
    }
    one.isMuted = false;
    one.scene = takeNext(one);
    if (one.scene.is !== 'nothing') return;
    if (one.owesWrapUp === null) throw new Unforeseeable('whether there is something to wrap up');
    const { wrapUp } = this.rules;
    const wrapsUp = one.owesWrapUp && one.isAgent && wrapUp !== 0;
    one.owesWrapUp = false;
    if (wrapsUp) one.scene = { is: 'wrapping up', until: wrapUp === null ? null : this.now + wrapUp };
  }

  /** Somebody's phone begins to ring, and shows who calls, or about whom. */
  isRung(one: Person, by: Name, ms: number, shown = by): void {
    if (one.hasTelephone) throw new Unforeseeable('a telephone that answers by itself');
    const call = { is: 'rung', by, shown, until: this.now + ms } as const;
    one.ringingPhones = one.phones;
    if (one.scene.is === 'nothing' || one.scene.is === 'wrapping up') one.scene = call;
    else one.waiting = [...one.waiting, call];
  }

  /** Two are brought together by the calls that each of them had before. */
  talk(one: Person, before: Scene, other: Person, othersBefore: Scene): void {
    this.becomes(one, before, { is: 'talking', to: other.name, handingTo: null });
    // A person who waits for a third party listens to nobody yet: the contract does not say which of the two he talks with.
    if (othersBefore !== other.scene && other.scene.is === 'consulting' && !other.scene.hasAnswered)
      throw new Unforeseeable('whether a call is held that is answered while a third party rings');
    // Nobody listens to two: a call of one's own that is answered while one talks is held.
    const isHeld = other.isAgent && othersBefore !== other.scene && ['talking', 'consulting', 'conferring'].includes(other.scene.is);
    this.becomes(
      other,
      othersBefore,
      isHeld ? { is: 'holding', whom: one.name, afterConsult: false } : { is: 'talking', to: one.name, handingTo: null },
    );
  }

  /** Somebody is out of all his calls. */
  leaveAll(one: Person): void {
    for (const call of callsOf(one)) this.leave(one, call);
  }

  /** Somebody hangs up one of his calls. */
  leave(one: Person, call: Scene): void {
    const otherIn = (name: Name) => [this.get(name), callWith(this.get(name), one.name)] as const;
    switch (call.is) {
      case 'nothing':
      case 'wrapping up':
        return;
      case 'calling': {
        const [other, theirs] = otherIn(call.whom);
        this.isOver(one, call, false);
        this.isOver(other, theirs, false);
        return;
      }
      case 'rung': {
        const caller = this.get(call.by);
        this.isOver(one, call, false);
        // A dialer may have called the agent first, and nobody else yet.
        if (callWith(caller, one.name).is !== 'nothing') this.isNotAnswered(caller, one.name);
        return;
      }
      case 'talking':
      case 'holding': {
        if (call.is === 'talking' && call.handingTo !== null) throw new Unforeseeable('somebody goes while the call is handed over');
        const other = this.get(call.is === 'talking' ? call.to : call.whom);
        this.isOver(one, call, true);
        this.#isLeft(other, one.name);
        return;
      }
      case 'consulting': {
        const [third, theirs] = otherIn(call.third);
        this.isOver(one, call, true);
        this.#isLeft(this.get(call.about), one.name);
        if (call.hasAnswered) this.#isLeft(third, one.name);
        else this.isOver(third, theirs, false);
        return;
      }
      case 'conferring':
        this.isOver(one, call, true);
        this.#areLeft(call.to);
    }
  }

  /** The called party does not answer. */
  isNotAnswered(caller: Person, by: Name): void {
    const call = callWith(caller, by);
    if (call.is === 'calling') this.isOver(caller, call, false);
    else if (call.is === 'consulting' && call.third === by)
      this.becomes(caller, call, { is: 'holding', whom: call.about, afterConsult: true });
    else if (call.is === 'talking' && call.handingTo === by) this.becomes(caller, call, { ...call, handingTo: null });
    else throw new Unforeseeable('nobody knows who called');
  }

  /** A talk that has begun goes before a call that waits, whichever came first. */
  arrange(): void {
    for (const one of this.people.values()) {
      if (exchange(one) && one.isMuted) throw new Unforeseeable('the microphone is off, and another talk is taken in hand');
    }
  }

  /** The other side of a talk is gone. */
  #isLeft(one: Person, by: Name): void {
    const call = callWith(one, by);
    if (call.is === 'nothing') throw new Unforeseeable('nobody knows who is left');
    if (call.is === 'consulting' && call.third === by) {
      const { about } = call;
      this.becomes(
        one,
        call,
        call.onHold === 'customer' ? { is: 'holding', whom: about, afterConsult: true } : { is: 'talking', to: about, handingTo: null },
      );
    } else if (call.is === 'consulting') {
      const { third } = call;
      if (call.hasAnswered) {
        this.becomes(
          one,
          call,
          call.onHold === 'thirdParty'
            ? { is: 'holding', whom: third, afterConsult: false }
            : { is: 'talking', to: third, handingTo: null },
        );
        return;
      }
      one.owesWrapUp = true;
      this.becomes(one, call, { is: 'calling', whom: third });
      // Muting was for the talk that is over.
      one.isMuted = false;
    } else if (call.is === 'talking' && call.handingTo !== null) {
      throw new Unforeseeable('the other side goes while the call is handed over');
    } else this.isOver(one, call, true);
  }

  /** One of three is gone: two talk on, held where the conference was. */
  #areLeft([one, other]: readonly [Name, Name]): void {
    for (const [name, whom] of [
      [one, other],
      [other, one],
    ] as const) {
      const each = this.get(name);
      const call = callWith(each, whom);
      const isHeld = call.is === 'conferring' && call.isHeld;
      this.becomes(each, call, isHeld ? { is: 'holding', whom, afterConsult: false } : { is: 'talking', to: whom, handingTo: null });
    }
  }
}
