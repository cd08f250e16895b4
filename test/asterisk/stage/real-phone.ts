import type { Release, SipPhone } from '../../../demo/phones/index.js';
import type { Gesture, Handset, PhoneInHand } from './stage-phone.js';

const STATES: Readonly<Record<SipPhone['state'], Handset>> = {
  idle: 'idle',
  dialing: 'dialing',
  ringing: 'ringing',
  talking: 'connected',
  holding: 'connected',
  held: 'connected',
};

/** Q.850 causes, in the words of the exchange. */
const CAUSES: ReadonlyMap<number, string> = new Map([
  [1, 'unknown'],
  [3, 'unavailable'],
  [16, 'normal'],
  [17, 'busy'],
  [18, 'noAnswer'],
  [19, 'noAnswer'],
  [20, 'unavailable'],
  [21, 'rejected'],
]);

function inWords({ by, status, cause }: Release): string {
  if (by === 'lost') return 'lost';
  if (status === null) return 'normal';
  return CAUSES.get(cause ?? 0) ?? `SIP ${status}`;
}

/** Ear and window: long enough to tell tones, short enough to know soon that somebody has fallen silent. */
const LISTEN_MS = 120;

/** A SIP phone, as the stage has it in hand. */
export class RealPhoneInHand implements PhoneInHand {
  readonly dn: string;
  readonly #phone: SipPhone;

  constructor(phone: SipPhone) {
    this.dn = phone.ext;
    this.#phone = phone;
  }

  get state(): Handset {
    return STATES[this.#phone.state];
  }

  get lines(): readonly Handset[] {
    return this.#phone.calls.map(({ state }) => STATES[state]);
  }

  /** Nobody of a call that it holds by itself, whatever the switch goes on sending: its ear is shut. */
  get hears(): readonly string[] {
    const talks = this.#phone.calls.filter(({ state }) => state === 'talking' || state === 'held');
    return talks.flatMap((call) => call.hears(LISTEN_MS)).sort();
  }

  get keys(): string {
    return this.#phone.keys;
  }

  get lastRelease(): string | null {
    const release = this.#phone.lastRelease;
    return release === null ? null : inWords(release);
  }

  async act(gesture: Gesture): Promise<void> {
    const phone = this.#phone;
    if (gesture === 'loseConnection') phone.dropConnection();
    else await phone[gesture]();
  }

  async dial(to: string): Promise<void> {
    await this.#phone.dial(to);
  }

  async press(keys: string): Promise<void> {
    await this.#phone.sendDtmf(keys);
  }
}
