import type { Invitation, Inviter, Notification, Session, URI } from 'sip.js';
import { AudioSession } from '../media/audio-session.js';
import type { TonePlan } from '../media/tone-plan.js';
import { PhoneError } from '../phone-error.js';
import type { CallNews } from '../phone-event.js';
import type { Release } from '../release.js';
import { SessionCall, type CallHost } from './session-call.js';
import { takeRemoteKey } from './remote-control.js';

const BUSY = 486;

export interface PhoneCallsOptions {
  readonly deadline: number;
  readonly maxCalls: number;
  readonly mediaAddress: string;
  readonly tone: number;
  readonly tones: TonePlan;
  readonly now: () => number;
  readonly uri: (number: string) => URI;
  /** Whether it is taken at once. */
  readonly answers: (invitation: Invitation) => boolean;
  readonly tell: (call: SessionCall, news: CallNews) => void;
}

/** The calls of one phone. */
export class PhoneCalls {
  readonly #options: PhoneCallsOptions;
  readonly #host: CallHost;
  readonly #audio = new Set<AudioSession>();
  #calls: readonly SessionCall[] = [];
  #last: SessionCall | null = null;
  #lastRelease: Release | null = null;

  constructor(options: PhoneCallsOptions) {
    this.#options = options;
    this.#host = {
      deadline: options.deadline,
      uri: options.uri,
      audio: (call) => this.#newAudio(call),
      tell: options.tell,
      over: (call, release) => this.#over(call, release),
      putAside: (call) => this.#putAside(call),
    };
  }

  get all(): readonly SessionCall[] {
    return this.#calls.filter(({ state }) => state !== 'idle');
  }

  /** The last one that is not on hold, else the last one. */
  get inHand(): SessionCall | null {
    const calls = this.all;
    return calls.filter(({ state }) => state !== 'holding').at(-1) ?? calls.at(-1) ?? null;
  }

  /** The one that is taken back when its user asks for that: the last one on hold, or else the one in hand. */
  get aside(): SessionCall | null {
    return this.all.filter(({ state }) => state === 'holding').at(-1) ?? this.inHand;
  }

  /** The last one there was. */
  get last(): SessionCall | null {
    return this.#last;
  }

  get lastRelease(): Release | null {
    return this.#lastRelease;
  }

  /** No call, and no socket of one. */
  get gone(): boolean {
    return this.#calls.length === 0 && this.#audio.size === 0;
  }

  audioOf(session: Session): AudioSession {
    const call = this.#calls.find((one) => one.session === session);
    if (call === undefined) throw new PhoneError('GONE', 'The call is over.');
    return call.audio;
  }

  /** @throws PhoneError WRONG_STATE if the phone has all the calls that it can have */
  async dial(inviter: Inviter): Promise<SessionCall> {
    if (this.full) {
      void inviter.dispose();
      throw new PhoneError('WRONG_STATE', 'dial: the phone is in a call.');
    }
    const call = this.#add(inviter);
    await call.dial(inviter);
    return call;
  }

  get full(): boolean {
    return this.all.length >= this.#options.maxCalls;
  }

  arrive(invitation: Invitation): void {
    if (this.full) {
      void invitation.reject({ statusCode: BUSY });
      return;
    }
    // Taken back meanwhile: its events tell.
    void this.#add(invitation)
      .arrive(invitation, this.#options.answers(invitation))
      .catch(() => undefined);
  }

  /** A NOTIFY that belongs to no call is meant for the one in hand. */
  notified(notification: Notification): void {
    const notify = {
      message: notification.request,
      accept: () => notification.accept(),
      reject: (options: { statusCode: number }) => notification.reject(options),
    };
    takeRemoteKey(notify, (key) => this.inHand?.press(key));
  }

  lose(): void {
    for (const call of this.#calls) call.lose();
  }

  unplug(): void {
    for (const audio of this.#audio) audio.unplug();
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((call) => call.hangup().catch(() => undefined)));
    const audio = [...this.#audio];
    for (const one of audio) one.close();
    await Promise.all(audio.map(({ closed }) => closed));
    this.#calls = [];
  }

  #add(session: Inviter | Invitation): SessionCall {
    const call = new SessionCall(session, this.#host);
    this.#calls = [...this.#calls, call];
    this.#last = call;
    return call;
  }

  async #putAside(next: SessionCall): Promise<void> {
    const talks = this.all.filter((call) => call !== next && (call.state === 'talking' || call.state === 'held'));
    // A talk that ends meanwhile need not be held.
    await Promise.all(talks.map((call) => call.hold().catch(() => undefined)));
  }

  #newAudio(call: SessionCall): AudioSession {
    const { mediaAddress: address, tone, tones, now } = this.#options;
    const audio = new AudioSession({
      address,
      tone,
      tones,
      now,
      onKey: (key) => call.heardKey(key),
      onHeldByFar: (held) => call.heldByFar(held),
    });
    this.#audio.add(audio);
    void audio.closed.then(() => this.#audio.delete(audio));
    return audio;
  }

  #over(call: SessionCall, release: Release): void {
    if (!this.#calls.includes(call)) return;
    this.#calls = this.#calls.filter((one) => one !== call);
    this.#lastRelease = release;
    call.audio.close();
    this.#options.tell(call, { type: 'released', release });
  }
}
