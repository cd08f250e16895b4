import { PACKET_SAMPLES, PCMU } from './format.js';
import type { Hearing } from './hearing.js';
import { KeyQueue } from './key-queue.js';
import { decodeMuLaw, SILENCE } from './mu-law.js';
import { startPacer } from './pacer.js';
import type { RtpPacket } from './rtp-packet.js';
import { readTelephoneEvent, writeTelephoneEvent } from './telephone-event.js';
import { tonePacket } from './tone.js';

/** The sounds that a stream sends and hears. */
export interface AudioStreamOptions {
  /** Frequency of the own tone in Hz. */
  readonly tone: number;
  readonly hearing: Hearing;
  /** A key of the other end went down. */
  readonly onKey: (key: string) => void;
  readonly send: (packet: RtpPacket) => void;
}

const SILENT = new Uint8Array(PACKET_SAMPLES).fill(SILENCE);

const random = (below: number): number => Math.floor(Math.random() * below);

/** The audio of one call: the own tone and keys out, the others' in. */
export class AudioStream {
  readonly #options: AudioStreamOptions;
  readonly #keys = new KeyQueue();
  readonly #voice: Uint8Array;
  readonly #source = random(2 ** 32);
  #sequence = random(2 ** 16);
  #timestamp = random(2 ** 32);
  #keyDown = 0;
  #lastKey: number | null = null;
  #pause = true;
  #stop: (() => void) | null = null;
  /** Silence is sent in place of the tone. */
  muted = false;
  /** Payload type in which the other end takes keys, or null. */
  telephoneEvent: number | null = null;

  constructor(options: AudioStreamOptions) {
    this.#options = options;
    this.#voice = tonePacket(options.tone);
  }

  /** Whether packets go out; a phone that holds, or is held, sends none. */
  get sending(): boolean {
    return this.#stop !== null;
  }

  set sending(sending: boolean) {
    if (sending === this.sending) return;
    this.#stop?.();
    this.#pause = true;
    this.#stop = sending ? startPacer(() => this.#say()) : null;
  }

  sendKeys(keys: string): Promise<void> {
    return this.#keys.push(keys);
  }

  receive(packet: RtpPacket, telephoneEvent: number | null): void {
    if (packet.payloadType === PCMU) this.#options.hearing.add(decodeMuLaw(packet.payload), packet.timestamp);
    if (packet.payloadType !== telephoneEvent) return;
    const event = readTelephoneEvent(packet.payload);
    // All packets of one key bear the moment in which it went down.
    if (event === null || packet.timestamp === this.#lastKey) return;
    this.#lastKey = packet.timestamp;
    this.#options.onKey(event.key);
  }

  close(): void {
    this.sending = false;
    this.#keys.abandon();
  }

  #say(): void {
    const key = this.#keys.next();
    if (key !== null && this.telephoneEvent !== null) {
      if (key.first) this.#keyDown = this.#timestamp;
      const payload = writeTelephoneEvent(key.event);
      this.#put({ payloadType: this.telephoneEvent, marker: key.first, timestamp: this.#keyDown, payload });
      this.#pause = true;
    } else {
      const payload = this.muted ? SILENT : this.#voice;
      this.#put({ payloadType: PCMU, marker: this.#pause, timestamp: this.#timestamp, payload });
      this.#pause = false;
    }
    this.#timestamp = (this.#timestamp + PACKET_SAMPLES) >>> 0;
  }

  #put(packet: Omit<RtpPacket, 'sequence' | 'source'>): void {
    this.#options.send({ ...packet, sequence: this.#sequence, source: this.#source });
    this.#sequence = (this.#sequence + 1) & 0xffff;
  }
}
