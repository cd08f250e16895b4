import { PhoneError } from '../phone-error.js';
import { keyPress, type TelephoneEvent } from './telephone-event.js';

/** One packet of a key to be sent now. */
export interface KeyPacket {
  readonly event: TelephoneEvent;
  readonly first: boolean;
}

interface Job {
  readonly packets: KeyPacket[];
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Keys that wait for their turn on the wire. */
export class KeyQueue {
  readonly #jobs: Job[] = [];

  /** Resolves when the last packet of the last key has been taken. */
  push(keys: string): Promise<void> {
    const packets = Array.from(keys).flatMap((key) => keyPress(key).map((event, index) => ({ event, first: index === 0 })));
    if (packets.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => this.#jobs.push({ packets, resolve, reject }));
  }

  /** The packet whose turn it is, or null. */
  next(): KeyPacket | null {
    const [job] = this.#jobs;
    const packet = job?.packets.shift();
    if (job === undefined || packet === undefined) return null;
    if (job.packets.length === 0) {
      this.#jobs.shift();
      job.resolve();
    }
    return packet;
  }

  /** Those who wait are told that the call is over. */
  abandon(): void {
    for (const job of this.#jobs.splice(0)) job.reject(new PhoneError('GONE', 'The call ended before all keys were sent.'));
  }
}
