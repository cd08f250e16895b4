import type { SipCall } from '../index.js';

/** The sounds that somebody with a phone at the ear can tell. */
export interface Heard {
  /** Extensions and numbers of those who are heard. */
  readonly peers: readonly string[];
  readonly music: boolean;
}

/** The phone at the ear, as far as there is something to hear. */
export interface Audible {
  /** The call in hand, or null. */
  readonly call: Pick<SipCall, 'hears' | 'loudness'> | null;
}

const NOTHING: Heard = { peers: [], music: false };

/** How often it is listened, in ms. */
const LISTEN_EVERY = 20;
/** To how much, in ms: a tone is known soon, while music has quiet moments. */
const TONE = 120;
const PHRASE = 300;
/** How long it must be the same to be told, in ms: where a tone begins or ends, it sounds like anything. */
const SETTLED = 250;
/** Louder than this, in dB, is not just noise: music, if it is nobody's tone. */
const MUSIC = -50;

function isSame(one: Heard, other: Heard): boolean {
  return one.music === other.music && one.peers.join() === other.peers.join();
}

/** Listens to a phone, and knows what is heard by its being the same for a while. */
export class Ear {
  readonly #phone: Audible;
  readonly #timer: NodeJS.Timeout;
  #settled = NOTHING;
  #latest = NOTHING;
  #since = 0;

  constructor(phone: Audible) {
    this.#phone = phone;
    this.#timer = setInterval(() => this.#listen(), LISTEN_EVERY);
  }

  get hears(): Heard {
    return this.#phone.call === null ? NOTHING : this.#settled;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #listen(): void {
    const { call } = this.#phone;
    const peers = call === null ? [] : call.hears(TONE);
    const heard = { peers, music: peers.length === 0 && call !== null && call.loudness(PHRASE) > MUSIC };
    if (!isSame(heard, this.#latest)) {
      this.#latest = heard;
      this.#since = Date.now();
    }
    // The sounds of one call say nothing about the next.
    if (call === null || Date.now() - this.#since >= SETTLED) this.#settled = heard;
  }
}
