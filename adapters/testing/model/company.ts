import { NOTHING, person, type Name, type Person } from './scene.js';

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
}

/** It cannot be said by plain words what comes of it. */
export class Unforeseeable extends Error {}

/** Everybody on the floor, and what becomes of the others when one of them goes. */
export class Company {
  readonly people: ReadonlyMap<Name, Person>;
  /** Epoch ms; whoever tells the model what happens tells it the time, too. */
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

  /** The phone is down, and nothing is left to do. */
  isFree(one: Person): void {
    one.scene = NOTHING;
    one.isMuted = false;
  }

  /** The talk is over: an agent has something to wrap up. */
  hasTalked(one: Person): void {
    this.isFree(one);
    const { wrapUp } = this.rules;
    if (one.isAgent && wrapUp !== 0) one.scene = { is: 'wrapping up', until: wrapUp === null ? null : this.now + wrapUp };
  }

  /** Somebody's phone begins to ring, and shows who calls, or about whom. */
  isRung(one: Person, by: Name, ms: number, shown = by): void {
    if (one.hasTelephone) throw new Unforeseeable('a telephone that answers by itself');
    one.scene = { is: 'rung', by, shown, until: this.now + ms };
  }

  talk(one: Person, other: Person): void {
    one.scene = { is: 'talking', to: other.name, handingTo: null };
    other.scene = { is: 'talking', to: one.name, handingTo: null };
  }

  /** Somebody hangs up whatever he is in. */
  leave(one: Person): void {
    const { scene } = one;
    switch (scene.is) {
      case 'nothing':
      case 'wrapping up':
        return;
      case 'calling':
        this.isFree(this.get(scene.whom));
        if (scene.hasTalked) this.hasTalked(one);
        else this.isFree(one);
        return;
      case 'rung':
        this.isFree(one);
        this.isNotAnswered(this.get(scene.by), one.name);
        return;
      case 'talking':
        if (scene.handingTo !== null) throw new Unforeseeable('somebody goes while the call is handed over');
        this.hasTalked(one);
        this.#isLeft(this.get(scene.to), one.name);
        return;
      case 'holding':
        this.hasTalked(one);
        this.#isLeft(this.get(scene.whom), one.name);
        return;
      case 'consulting': {
        const third = this.get(scene.third);
        this.hasTalked(one);
        this.#isLeft(this.get(scene.about), one.name);
        if (scene.hasAnswered) this.#isLeft(third, one.name);
        else this.isFree(third);
        return;
      }
      case 'conferring':
        this.hasTalked(one);
        this.talk(this.get(scene.to[0]), this.get(scene.to[1]));
    }
  }

  /** Whoever was called does not answer. */
  isNotAnswered(caller: Person, by: Name): void {
    const { scene } = caller;
    if (scene.is === 'calling') {
      if (scene.hasTalked) this.hasTalked(caller);
      else this.isFree(caller);
    } else if (scene.is === 'consulting' && scene.third === by) {
      caller.scene = { is: 'holding', whom: scene.about, afterConsult: true };
    } else if (scene.is === 'talking' && scene.handingTo === by) {
      caller.scene = { ...scene, handingTo: null };
    } else throw new Unforeseeable('nobody knows who called');
  }

  /** The other side of a talk is gone. */
  #isLeft(one: Person, by: Name): void {
    const { scene } = one;
    if (scene.is === 'consulting' && scene.third === by) {
      one.scene = { is: 'holding', whom: scene.about, afterConsult: true };
    } else if (scene.is === 'consulting') {
      if (scene.hasAnswered) one.scene = { is: 'talking', to: scene.third, handingTo: null };
      else {
        one.scene = { is: 'calling', whom: scene.third, hasTalked: true };
        // Muting was for the talk that is over.
        one.isMuted = false;
      }
    } else if (scene.is === 'talking' && scene.handingTo !== null) {
      throw new Unforeseeable('the other side goes while the call is handed over');
    } else this.hasTalked(one);
  }
}
