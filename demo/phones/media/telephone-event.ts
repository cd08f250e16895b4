// Keys as RTP events (RFC 4733): not heard as tones, but told.
import { PACKET_MS, PACKET_SAMPLES } from './format.js';

const KEYS = '0123456789*#ABCD';
/** -10 dBm0, as most phones have it. */
const VOLUME = 10;
const KEY_MS = 100;
/** The end of an event is told three times, for it may get lost. */
const END_PACKETS = 3;

/** How long one key takes, in ms. */
export const KEY_PRESS_MS = KEY_MS + END_PACKETS * PACKET_MS;

/** The content of one packet of an event. */
export interface TelephoneEvent {
  readonly key: string;
  readonly end: boolean;
  /** In samples, since the key went down. */
  readonly duration: number;
}

/** Whether a phone has all these keys. */
export function areKeys(keys: string): boolean {
  return /^[0-9*#A-D]*$/.test(keys);
}

export function writeTelephoneEvent({ key, end, duration }: TelephoneEvent): Buffer {
  const payload = Buffer.alloc(4);
  payload.writeUInt8(KEYS.indexOf(key), 0);
  payload.writeUInt8((end ? 0x80 : 0) | VOLUME, 1);
  payload.writeUInt16BE(duration, 2);
  return payload;
}

/** The event in a payload, or null if it is none that a key stands for. */
export function readTelephoneEvent(payload: Uint8Array): TelephoneEvent | null {
  const [code = KEYS.length, flags = 0, high = 0, low = 0] = payload;
  const key = KEYS[code];
  return key === undefined ? null : { key, end: (flags & 0x80) !== 0, duration: (high << 8) | low };
}

/** All packets of one key, 20 ms apart: 100 ms down, then its end three times. */
export function keyPress(key: string): readonly TelephoneEvent[] {
  const held = KEY_MS / PACKET_MS;
  return Array.from({ length: held + END_PACKETS }, (_, index) => ({
    key,
    end: index >= held,
    duration: Math.min(index + 1, held) * PACKET_SAMPLES,
  }));
}
