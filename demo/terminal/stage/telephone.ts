import type { Person } from '../../cast.js';
import { mask } from '../timeline/mask.js';
import { Unexpected } from '../unexpected.js';
import type { CustomerHandset, Handset, HandsetState } from '../../phones/handset/handset.js';
import type { Stage } from './stage.js';

/** Words for the sounds that the user of a phone hears. */
const WORDS: Readonly<Record<HandsetState, string>> = {
  idle: 'the call is over',
  dialing: 'hears the ringing tone',
  ringing: 'the phone rings',
  talking: 'is connected',
  held: 'is on hold',
};

/** A phone in somebody's hand. */
export class Telephone<Kind extends Handset = Handset> {
  #shown: string;

  constructor(
    protected readonly stage: Stage,
    readonly label: string,
    protected readonly phone: Kind,
  ) {
    this.#shown = this.#state();
  }

  async answers(): Promise<void> {
    this.stage.happens(this.label, 'picks up the phone');
    await this.done(this.phone.answer());
    // Until it is connected, nobody is to be heard.
    this.#shown = this.#state();
  }

  async hangsUp(): Promise<void> {
    await this.done(this.phone.hangup());
    this.did('hangs up');
  }

  /** Waits until the phone is in this state. */
  async becomes(state: HandsetState): Promise<void> {
    if (await this.stage.time.until(() => this.phone.state === state && !this.#isPassing())) return;
    throw new Unexpected(`${this.label}'s phone should be ${state}, but is ${this.#state()}.`);
  }

  /** Waits until these are to be heard, and nobody else. */
  async hears(...people: readonly Person[]): Promise<void> {
    const wanted = people
      .map(({ ext }) => ext)
      .sort()
      .join(', ');
    const isSo = (): boolean => this.phone.state === 'talking' && [...this.phone.peers].sort().join(', ') === wanted;
    if (await this.stage.time.until(isSo)) return;
    throw new Unexpected(`${this.label} should hear ${wanted}, but is ${this.#state()}.`);
  }

  /** Tells what has become of the phone since the last time. */
  watch(): void {
    if (!this.#isPassing() && this.#state() !== this.#shown) this.did(WORDS[this.phone.state]);
  }

  /** Waits until the phone has done what its user wants. */
  protected async done(operation: void | Promise<void>): Promise<void> {
    try {
      await operation;
    } catch (cause) {
      throw new Unexpected(`${this.label}'s phone does not do it: ${(cause as Error).message}`, { cause });
    }
  }

  /** Tells what the user does or hears, and what the phone is in by that. */
  protected did(what: string): void {
    this.#shown = this.#state();
    this.stage.journal.add({ type: 'other', who: this.label, what, state: this.#shown, isNewState: true });
  }

  /** Alone on the line: the other one has just gone or is about to come, and the switch will tell this side. */
  #isPassing(): boolean {
    const { state, peers } = this.phone;
    return state === 'talking' && peers.length === 0;
  }

  #state(): string {
    const { state, peers, lastRelease } = this.phone;
    if (state === 'idle') return `idle (${lastRelease ?? 'no call yet'})`;
    return peers.length === 0 ? state : `${state} with ${peers.map(mask).join(', ')}`;
  }
}

/** A customer's telephone. */
export class CustomerTelephone extends Telephone<CustomerHandset> {
  async dials(target: string): Promise<void> {
    await this.done(this.phone.dial(target));
    this.did(`dials ${target}`);
  }
}
