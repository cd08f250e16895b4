import { asksForAnswer } from './call/auto-answer.js';
import type { DialOptions, SipCall } from './call/call.js';
import { PhoneCalls } from './call/phone-calls.js';
import type { SessionCall } from './call/session-call.js';
import { PhoneLine } from './line/phone-line.js';
import { Listeners } from './listeners.js';
import { createTonePlan } from './media/tone-plan.js';
import type { AutoAnswer, SipPhoneOptions } from './options.js';
import { PhoneError } from './phone-error.js';
import type { CallNews, LineNews, PhoneEvent } from './phone-event.js';
import type { PhoneState, SipPhone } from './phone.js';
import type { Release } from './release.js';
import { Waits } from './until.js';

/** Any single promise, in ms. */
const DEADLINE_MS = 5000;

/** A phone made of SIP.js and plain RTP. */
export class SoftPhone implements SipPhone {
  readonly ext: string;
  autoAnswer: AutoAnswer;
  readonly #deadline: number;
  readonly #now: () => number;
  readonly #releaseTone: () => void;
  readonly #listeners = new Listeners<PhoneEvent>();
  readonly #waits = new Waits();
  readonly #line: PhoneLine;
  readonly #calls: PhoneCalls;
  #closing: Promise<void> | null = null;
  #closed = false;

  constructor(options: SipPhoneOptions) {
    const { ext, password, server, tones = createTonePlan(), deadline = DEADLINE_MS } = options;
    this.ext = ext;
    this.autoAnswer = options.autoAnswer ?? 'asked';
    this.#deadline = deadline;
    this.#now = options.now ?? Date.now;
    const tone = tones.claim(ext);
    this.#releaseTone = () => tones.release(ext);
    this.#calls = new PhoneCalls({
      deadline,
      maxCalls: options.maxCalls ?? 1,
      mediaAddress: options.mediaAddress ?? '127.0.0.1',
      tone,
      tones,
      now: this.#now,
      uri: (number) => this.#line.uri(number),
      answers: ({ request }) => this.autoAnswer === 'always' || (this.autoAnswer === 'asked' && asksForAnswer(request)),
      tell: (call, news) => this.#tell({ ...news, call: call.id }),
    });
    this.#line = new PhoneLine({
      ext,
      password,
      server,
      deadline,
      domain: options.domain ?? new URL(server).hostname,
      displayName: options.displayName ?? '',
      reconnectAfter: options.reconnectAfter ?? null,
      audioOf: (session) => this.#calls.audioOf(session),
      onInvite: (invitation) => this.#calls.arrive(invitation),
      onNotify: (notification) => this.#calls.notified(notification),
      onLost: () => this.#calls.lose(),
      tell: (news) => this.#tell(news),
    });
  }

  get state(): PhoneState {
    return this.call?.state ?? 'idle';
  }

  get connected(): boolean {
    return this.#line.connected;
  }

  get registered(): boolean {
    return this.#line.registered;
  }

  get muted(): boolean {
    return this.call?.muted ?? false;
  }

  get call(): SipCall | null {
    return this.#calls.inHand;
  }

  get calls(): readonly SipCall[] {
    return this.#calls.all;
  }

  get lastRelease(): Release | null {
    return this.#calls.lastRelease;
  }

  get keys(): string {
    return this.#calls.last?.keys ?? '';
  }

  get isShutdown(): boolean {
    return this.#closed && this.#line.gone && this.#calls.gone;
  }

  register(): Promise<void> {
    return this.#line.register();
  }

  unregister(): Promise<void> {
    return this.#line.unregister();
  }

  async dial(target: string, options: DialOptions = {}): Promise<SipCall> {
    return this.#calls.dial(await this.#line.inviter(target, options));
  }

  async answer(): Promise<void> {
    await this.#inHand('answer').answer();
  }

  async reject(status?: number): Promise<void> {
    await this.#inHand('reject').reject(status);
  }

  async hangup(): Promise<void> {
    await this.#inHand('hangup').hangup();
  }

  async hold(): Promise<void> {
    await this.#inHand('hold').hold();
  }

  async retrieve(): Promise<void> {
    await this.#present(this.#calls.aside, 'retrieve').retrieve();
  }

  mute(): void {
    this.#inHand('mute').mute();
  }

  unmute(): void {
    this.#inHand('unmute').unmute();
  }

  async sendDtmf(keys: string): Promise<void> {
    await this.#inHand('sendDtmf').sendDtmf(keys);
  }

  async transfer(target: string): Promise<void> {
    await this.#inHand('transfer').transfer(target);
  }

  async transferTo(other: SipCall): Promise<void> {
    const call = this.#calls.all.find((one) => one !== other);
    if (call === undefined) throw new PhoneError('WRONG_STATE', 'transferTo: the phone has no second call.');
    await call.transferTo(other);
  }

  hears(ms?: number): readonly string[] {
    return this.call?.hears(ms) ?? [];
  }

  loudness(ms?: number): number {
    return this.call?.loudness(ms) ?? -Infinity;
  }

  until(condition: PhoneState | ((phone: SipPhone) => boolean), ms = this.#deadline): Promise<void> {
    const holds = typeof condition === 'function' ? () => condition(this) : () => this.state === condition;
    const wanted = typeof condition === 'function' ? 'the condition is not met' : `it is not ${condition}`;
    return this.#waits.until(holds, ms, () => `${wanted}; the phone is ${this.state}.`);
  }

  subscribe(listener: (event: PhoneEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  dropConnection({ silent = false }: { readonly silent?: boolean } = {}): void {
    if (silent) this.#calls.unplug();
    this.#line.drop(silent);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#waits.close();
    this.#line.giveUpIfSilent();
    await this.#calls.close();
    await this.#line.close();
    this.#releaseTone();
    this.#listeners.clear();
    this.#closed = true;
  }

  #inHand(operation: string): SessionCall {
    return this.#present(this.#calls.inHand, operation);
  }

  #present(call: SessionCall | null, operation: string): SessionCall {
    if (call === null) throw new PhoneError('WRONG_STATE', `${operation}: the phone is in no call.`);
    return call;
  }

  #tell(news: LineNews | (CallNews & { readonly call: string })): void {
    this.#listeners.tell({ at: this.#now(), ext: this.ext, ...news });
  }
}
