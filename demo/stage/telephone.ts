import type { Customer, Phone, PhoneState } from '../../adapters/simulator/index.js';
import { mask } from '../timeline/mask.js';
import { Unexpected } from '../unexpected.js';
import type { Stage } from './stage.js';
import { seconds } from './time.js';

/** Longer than any phone rings. */
const PATIENCE = seconds(90);

/** What the user of a phone hears. */
const WORDS: Readonly<Record<PhoneState, string>> = {
  idle: 'the call is over',
  dialing: 'hears the ringing tone',
  ringing: 'the phone rings',
  talking: 'is connected',
  held: 'is on hold',
};

/** A phone in somebody's hand. */
export class Telephone<Kind extends Phone = Phone> {
  #shown: string;

  constructor(
    protected readonly stage: Stage,
    readonly label: string,
    protected readonly phone: Kind,
  ) {
    this.#shown = this.#state();
  }

  answers(): void {
    this.phone.answer();
    // Until it is connected, nobody is to be heard.
    this.#shown = this.#state();
    this.stage.happens(this.label, 'picks up the phone');
  }

  hangsUp(): void {
    this.phone.hangup();
    this.did('hangs up');
  }

  /** Waits until the phone is in this state. */
  async becomes(state: Phone['state']): Promise<void> {
    if (await this.stage.time.until(() => this.phone.state === state, PATIENCE)) return;
    throw new Unexpected(`${this.label}'s phone should be ${state}, but is ${this.phone.state}.`);
  }

  /** Tells what has become of the phone since the last time. */
  watch(): void {
    const { state, peers } = this.phone;
    // Alone on the line: the other one has just gone, and the switch is about to release this side, too.
    const isPassing = state === 'talking' && peers.length === 0;
    if (!isPassing && this.#state() !== this.#shown) this.did(WORDS[state]);
  }

  /** Tells what the user does or hears, and what the phone is in by that. */
  protected did(what: string): void {
    this.#shown = this.#state();
    this.stage.journal.add({ type: 'other', who: this.label, what, state: this.#shown, isNewState: true });
  }

  #state(): string {
    const { state, peers, lastRelease } = this.phone;
    if (state === 'idle') return `idle (${lastRelease ?? 'no call yet'})`;
    return peers.length === 0 ? state : `${state} with ${peers.map(mask).join(', ')}`;
  }
}

/** A customer's telephone. */
export class CustomerTelephone extends Telephone<Customer> {
  dials(target: string): void {
    this.phone.dial(target);
    this.did(`dials ${target}`);
  }
}
