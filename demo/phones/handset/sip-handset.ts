import type { Release, SipPhone } from '../index.js';
import { Ear } from './ear.js';
import type { CustomerHandset, HandsetState } from './handset.js';

function inWords({ by, status }: Release): string {
  if (by === 'lost') return 'lost';
  return status === null ? 'normal' : `SIP ${status}`;
}

/** A real phone: its peers are known by ear, as each phone says a tone of its own. */
export class SipHandset implements CustomerHandset {
  readonly #phone: SipPhone;
  readonly #ear: Ear;

  constructor(phone: SipPhone) {
    this.#phone = phone;
    this.#ear = new Ear(phone);
  }

  get state(): HandsetState {
    const { state } = this.#phone;
    if (state === 'idle' || state === 'dialing' || state === 'ringing') return state;
    if (state === 'holding') return 'held';
    return this.#ear.hears.music ? 'held' : 'talking';
  }

  get peers(): readonly string[] {
    return this.#ear.hears.peers;
  }

  get lastRelease(): string | null {
    const { lastRelease } = this.#phone;
    return lastRelease === null ? null : inWords(lastRelease);
  }

  /** It can be called from now on. */
  async register(): Promise<void> {
    if (!this.#phone.registered) await this.#phone.register();
  }

  async dial(target: string): Promise<void> {
    await this.#phone.dial(target);
  }

  async answer(): Promise<void> {
    await this.#phone.answer();
  }

  async reject(): Promise<void> {
    await this.#phone.reject();
  }

  async hangup(): Promise<void> {
    await this.#phone.hangup();
  }

  /** Its hold key. */
  async hold(): Promise<void> {
    await this.#phone.hold();
  }

  async retrieve(): Promise<void> {
    await this.#phone.retrieve();
  }

  /** Its keypad. */
  async press(keys: string): Promise<void> {
    await this.#phone.sendDtmf(keys);
  }

  /** It is gone, and its calls are over. */
  async close(): Promise<void> {
    this.#ear.close();
    await this.#phone.close();
  }
}
