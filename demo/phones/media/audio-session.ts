import type { BodyAndContentType, SessionDescriptionHandler } from 'sip.js';
import { PhoneError } from '../phone-error.js';
import { AudioStream } from './audio-stream.js';
import { Hearing } from './hearing.js';
import { RtpSocket } from './rtp-socket.js';
import { answerTo, OFFERED_TELEPHONE_EVENT, readSdp, writeSdp, type AudioDescription } from './sdp.js';
import type { TonePlan } from './tone-plan.js';

/** The things that the audio of a call needs of its phone. */
export interface AudioSessionOptions {
  readonly address: string;
  readonly tone: number;
  readonly tones: TonePlan;
  readonly now: () => number;
  readonly onKey: (key: string) => void;
  /** The other end has put the call on hold, or has taken it back. */
  readonly onHeldByFar: (held: boolean) => void;
}

/**
 * The object that SIP.js asks for descriptions of media; in a browser that is a peer connection, here it
 * is plain RTP on a UDP port.
 */
export class AudioSession implements SessionDescriptionHandler {
  readonly #options: AudioSessionOptions;
  readonly #stream: AudioStream;
  readonly hearing: Hearing;
  readonly #id = Math.floor(Math.random() * 2 ** 31);
  #version = 0;
  #socket: RtpSocket | null = null;
  #far: AudioDescription | null = null;
  /** The side whose offer waits for an answer: SIP.js does not say whether a description is an offer or an answer. */
  #offer: 'own' | 'far' | null = null;
  /** Resolves when its port has been given back. */
  readonly closed: Promise<void>;
  #resolveClosed: () => void = () => undefined;
  #closing = false;
  #unplugged = false;
  /** The own wish to hold; told with the next offer or answer. */
  holding = false;

  constructor(options: AudioSessionOptions) {
    this.#options = options;
    this.closed = new Promise((resolve) => (this.#resolveClosed = resolve));
    this.hearing = new Hearing(options.tones, options.now);
    this.#stream = new AudioStream({
      tone: options.tone,
      hearing: this.hearing,
      onKey: options.onKey,
      send: (packet) => this.#socket?.send(packet),
    });
  }

  get heldByFar(): boolean {
    return this.#far !== null && (this.#far.direction === 'sendonly' || this.#far.direction === 'inactive');
  }

  set muted(muted: boolean) {
    this.#stream.muted = muted;
  }

  async getDescription(): Promise<BodyAndContentType> {
    const socket = await this.#bound();
    const offered = this.#offer === 'far' ? this.#far : null;
    this.#offer = offered === null ? 'own' : null;
    this.#version += 1;
    const own: AudioDescription = {
      address: this.#options.address,
      port: socket.port,
      direction: answerTo(offered?.direction ?? 'sendrecv', this.holding),
      telephoneEvent: offered === null ? OFFERED_TELEPHONE_EVENT : offered.telephoneEvent,
    };
    return { contentType: 'application/sdp', body: writeSdp(own, { id: this.#id, version: this.#version }) };
  }

  async setDescription(sdp: string): Promise<void> {
    const before = this.heldByFar;
    this.#far = readSdp(sdp);
    const { address, port } = this.#far;
    (await this.#bound()).talkTo(address, port);
    this.#offer = this.#offer === 'own' ? null : 'far';
    this.#talk();
    if (this.heldByFar !== before) this.#options.onHeldByFar(this.heldByFar);
  }

  /** The own offer was refused. */
  rollbackDescription(): Promise<void> {
    this.#offer = null;
    return Promise.resolve();
  }

  hasDescription(contentType: string): boolean {
    return contentType === 'application/sdp';
  }

  sendDtmf(keys: string): boolean {
    if (!this.canSendKeys) return false;
    void this.sendKeys(keys).catch(() => undefined);
    return true;
  }

  get canSendKeys(): boolean {
    return this.#stream.sending && this.#stream.telephoneEvent !== null;
  }

  /** @throws PhoneError GONE when the call ends meanwhile */
  sendKeys(keys: string): Promise<void> {
    return this.#stream.sendKeys(keys);
  }

  /** Nothing goes out or comes in any more, and nobody is told. */
  unplug(): void {
    this.#unplugged = true;
    this.#stream.sending = false;
  }

  close(): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#stream.close();
    void Promise.resolve(this.#socket?.close()).then(this.#resolveClosed);
  }

  /** Sends as far as both ends allow it. */
  #talk(): void {
    if (this.#far === null) return;
    const heard = this.#far.direction === 'sendrecv' || this.#far.direction === 'recvonly';
    this.#stream.telephoneEvent = this.#far.telephoneEvent;
    this.#stream.sending = heard && !this.holding && !this.#unplugged && !this.#closing;
  }

  async #bound(): Promise<RtpSocket> {
    if (this.#socket !== null) return this.#socket;
    const socket = await RtpSocket.open(this.#options.address, (packet) => {
      // A switch may go on sending to a phone that holds; the phone plays nothing of it.
      if (this.#unplugged || this.holding) return;
      this.#stream.receive(packet, this.#far?.telephoneEvent ?? OFFERED_TELEPHONE_EVENT);
    });
    if (this.#closing) {
      await socket.close();
      throw new PhoneError('GONE', 'The call ended while its audio was being set up.');
    }
    this.#socket = socket;
    return socket;
  }
}
