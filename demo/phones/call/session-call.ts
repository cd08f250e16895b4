import { Invitation, SessionState, type Inviter, type Notification, type URI } from 'sip.js';
import { within } from '../deadline.js';
import type { AudioSession } from '../media/audio-session.js';
import { areKeys, KEY_PRESS_MS } from '../media/telephone-event.js';
import { PhoneError } from '../phone-error.js';
import type { CallNews } from '../phone-event.js';
import type { PhoneState } from '../phone.js';
import type { Release } from '../release.js';
import { CallEnd } from './call-end.js';
import type { SipCall } from './call.js';
import { DECLINED, hangUp } from './hang-up.js';
import { Holding } from './holding.js';
import { refer } from './refer.js';
import { takeRemoteKey, type RemoteKey } from './remote-control.js';
import { stateOf } from './state-of.js';

/** The phone, as its calls see it. */
export interface CallHost {
  readonly deadline: number;
  /** The address of a number at the switch. @throws PhoneError INVALID_PARAMETER */
  uri(number: string): URI;
  audio(call: SessionCall): AudioSession;
  tell(call: SessionCall, news: CallNews): void;
  over(call: SessionCall, release: Release): void;
  /** Its user has one ear: a talk in another call is held before this one is taken. */
  putAside(call: SessionCall): Promise<void>;
}

const HEAR_MS = 200;

/** A call on a session of SIP.js. */
export class SessionCall implements SipCall {
  readonly session: Inviter | Invitation;
  readonly audio: AudioSession;
  readonly #host: CallHost;
  readonly #end: CallEnd;
  readonly #holding: Holding;
  /** The switch has confirmed the answer of an incoming call; before that, nothing can be changed in it. */
  readonly #confirmed: Promise<void>;
  #muted = false;
  #keys = '';

  constructor(session: Inviter | Invitation, host: CallHost) {
    this.session = session;
    this.#host = host;
    this.audio = host.audio(this);
    this.#end = new CallEnd(session, (release) => host.over(this, release));
    this.#holding = new Holding(session, this.audio);
    session.stateChange.addListener((state) => {
      if (state === SessionState.Established) this.#tell({ type: 'answered' });
    });
    let confirm = (): void => undefined;
    this.#confirmed = session instanceof Invitation ? new Promise((resolve) => (confirm = resolve)) : Promise.resolve();
    session.delegate = {
      onAck: () => confirm(),
      onBye: (bye) => {
        this.#end.byFar(bye.request);
        void bye.accept();
      },
      onCancel: ({ request }) => this.#end.byFar(request),
      onNotify: (notification) => this.#notified(notification),
      // It is the switch that transfers; a phone does not follow.
      onRefer: (referral) => void referral.reject({ statusCode: DECLINED }),
    };
  }

  get id(): string {
    return this.session.request.callId;
  }

  get direction(): 'in' | 'out' {
    return this.session instanceof Invitation ? 'in' : 'out';
  }

  get state(): PhoneState {
    return stateOf(this.session, { holding: this.#holding.holding, heldByFar: this.audio.heldByFar });
  }

  get remote(): string {
    return (this.session.assertedIdentity ?? this.session.remoteIdentity).uri.user ?? '';
  }

  get remoteName(): string {
    return (this.session.assertedIdentity ?? this.session.remoteIdentity).displayName;
  }

  get muted(): boolean {
    return this.#muted;
  }

  get keys(): string {
    return this.#keys;
  }

  header(name: string): string | null {
    return this.session instanceof Invitation ? (this.session.request.getHeader(name) ?? null) : null;
  }

  hears(ms = HEAR_MS): readonly string[] {
    return this.audio.hearing.tones(ms);
  }

  loudness(ms = HEAR_MS): number {
    return this.audio.hearing.loudness(ms);
  }

  /** Sends the INVITE of an outgoing call; resolves when it is out. */
  async dial(inviter: Inviter): Promise<void> {
    this.#tell({ type: 'dialing', to: this.remote });
    const sent = inviter.invite({
      requestDelegate: {
        onProgress: ({ message: { statusCode = 180 } }) => this.#tell({ type: 'alerting', status: statusCode }),
        onReject: ({ message }) => this.#end.refused(message),
        onRedirect: ({ message }) => this.#end.refused(message),
      },
    });
    await within(this.#host.deadline, 'INVITE sent', sent);
  }

  /** Lets an incoming call ring, or takes it at once. */
  async arrive(invitation: Invitation, takenAtOnce: boolean): Promise<void> {
    this.#tell({ type: 'incoming', from: this.remote, name: this.remoteName });
    if (takenAtOnce) {
      await this.answer();
      return;
    }
    await invitation.progress();
    // Until the call is answered SIP.js accepts every NOTIFY in silence.
    if (invitation.dialog !== undefined) invitation.dialog.delegate = { onNotify: (notify) => this.#controlled(notify) };
  }

  async answer(): Promise<void> {
    this.#require('answer', 'ringing');
    const { session } = this;
    if (!(session instanceof Invitation)) return;
    await this.#host.putAside(this);
    this.#require('answer', 'ringing');
    // SIP.js keeps it to itself when the call is taken back meanwhile; then it is gone.
    await this.#unlessGone('answer sent', session.accept());
    await this.#unlessGone('confirmation of the answer', this.#confirmed);
  }

  async reject(status = DECLINED): Promise<void> {
    this.#require('reject', 'ringing');
    this.#end.bySelf(status);
    if (this.session instanceof Invitation) await this.session.reject({ statusCode: status });
  }

  async hangup(): Promise<void> {
    this.#require('hangup', 'dialing', 'ringing', 'talking', 'holding', 'held');
    this.#end.bySelf();
    try {
      await within(this.#host.deadline, 'answer to the end of the call', hangUp(this.session));
    } finally {
      // Whether or not the switch has heard it.
      this.#end.come();
    }
  }

  async hold(): Promise<void> {
    this.#require('hold', 'talking', 'held');
    await this.#change(true);
    this.#tell({ type: 'holding' });
  }

  async retrieve(): Promise<void> {
    this.#require('retrieve', 'holding');
    await this.#host.putAside(this);
    await this.#change(false);
    this.#tell({ type: 'retrieved' });
  }

  mute(): void {
    this.#setMuted(true);
  }

  unmute(): void {
    this.#setMuted(false);
  }

  async sendDtmf(keys: string): Promise<void> {
    if (!areKeys(keys)) throw new PhoneError('INVALID_PARAMETER', 'A phone has the keys 0-9, *, # and A-D.');
    this.#require('sendDtmf', 'talking');
    if (!this.audio.canSendKeys) throw new PhoneError('WRONG_STATE', 'The switch takes no keys in this call.');
    const spoken = keys.length * KEY_PRESS_MS;
    await this.#unlessGone('end of the keys', this.audio.sendKeys(keys), spoken);
    this.#tell({ type: 'keysSent', keys });
  }

  async transfer(target: string): Promise<void> {
    this.#require('transfer', 'talking', 'holding', 'held');
    await this.#refer(this.#host.uri(target));
  }

  async transferTo(other: SipCall): Promise<void> {
    this.#require('transferTo', 'talking', 'holding', 'held');
    if (!(other instanceof SessionCall) || other === this || other.session.dialog === undefined) {
      throw new PhoneError('WRONG_STATE', 'The other call is not one that has been answered on this phone.');
    }
    await this.#refer(other.session);
    // The switch ends it, too; either may be first.
    if (other.state !== 'idle') await other.hangup().catch(() => undefined);
  }

  /** The connection to the switch is gone; so is the call. */
  lose(): void {
    this.#end.lost();
    // Nothing of it arrives, but SIP.js lets go of the session; it would wait for ever for the answer to a CANCEL.
    if (this.state !== 'idle') void hangUp(this.session).catch(() => undefined);
    queueMicrotask(() => this.#end.come());
  }

  heardKey(key: string): void {
    this.#keys += key;
    this.#tell({ type: 'key', key });
  }

  heldByFar(held: boolean): void {
    this.#tell({ type: held ? 'heldByFar' : 'retrievedByFar' });
  }

  async #refer(target: URI | Inviter | Invitation): Promise<void> {
    const referred = refer(this.session, target, {
      onProgress: (status) => this.#tell({ type: 'transferring', status }),
      onOther: (notification) => this.#notified(notification),
    });
    await this.#unlessGone('end of the transfer', referred);
    if (this.state !== 'idle') await this.hangup();
  }

  #change(holding: boolean): Promise<void> {
    const wait = (told: Promise<void>): Promise<void> => this.#unlessGone('answer to the new description', told);
    return this.#confirmed.then(() => this.#holding.change(holding, wait));
  }

  #notified(notification: Notification): void {
    this.#controlled({
      message: notification.request,
      accept: () => notification.accept(),
      reject: (options) => notification.reject(options),
    });
  }

  #controlled(notify: Parameters<typeof takeRemoteKey>[0]): void {
    takeRemoteKey(notify, (key) => this.press(key));
  }

  /** A key that is of no use now changes nothing. */
  press(key: RemoteKey): void {
    this.#tell({ type: 'remoteControl', event: key });
    const { state } = this;
    if (key === 'hold' && state === 'talking') void this.hold().catch(() => undefined);
    if (key === 'talk' && state === 'ringing') void this.answer().catch(() => undefined);
    if (key === 'talk' && state === 'holding') void this.retrieve().catch(() => undefined);
  }

  #setMuted(muted: boolean): void {
    this.#require(muted ? 'mute' : 'unmute', 'dialing', 'ringing', 'talking', 'holding', 'held');
    if (muted === this.#muted) return;
    this.#muted = muted;
    this.audio.muted = muted;
    this.#tell({ type: muted ? 'muted' : 'unmuted' });
  }

  #unlessGone<T>(what: string, promise: Promise<T>, longer = 0): Promise<T> {
    return within(this.#host.deadline + longer, what, Promise.race([promise, this.#end.gone]));
  }

  #tell(news: CallNews): void {
    this.#host.tell(this, news);
  }

  #require(operation: string, ...states: readonly PhoneState[]): void {
    const { state } = this;
    if (states.includes(state)) return;
    throw new PhoneError('WRONG_STATE', `${operation}: the call is ${state}, not ${states.join(' or ')}.`);
  }
}
