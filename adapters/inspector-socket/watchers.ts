import { RecordingParts, type Recording } from '../../src/recorder/index.js';
import type { FromAgent, ToAgent } from './messages.js';

/** A viewer, and how far it has got. */
interface Watcher {
  readonly parts: RecordingParts;
  /** The last part has been taken, so that there may be another. */
  isFree: boolean;
}

/** Carries a recording to all who look at it, each at the pace that it can take. */
export class Watchers {
  readonly #recording: Recording;
  readonly #send: (message: FromAgent) => void;
  readonly #watchers = new Map<number, Watcher>();
  #unsubscribe: (() => void) | null = null;
  #isDue = false;

  constructor(recording: Recording, send: (message: FromAgent) => void) {
    this.#recording = recording;
    this.#send = send;
  }

  receive({ type, viewer }: ToAgent): void {
    if (type === 'watch') this.#watch(viewer);
    else if (type === 'unwatch') this.#unwatch(viewer);
    else this.#serve(viewer, true);
  }

  /** Nobody looks any more. */
  close(): void {
    this.#watchers.clear();
    this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  #watch(viewer: number): void {
    this.#watchers.set(viewer, { parts: new RecordingParts(this.#recording), isFree: true });
    this.#unsubscribe ??= this.#recording.subscribe(() => this.#onEntry());
    this.#serve(viewer, false);
  }

  #unwatch(viewer: number): void {
    this.#watchers.delete(viewer);
    if (this.#watchers.size === 0) this.close();
  }

  /** All entries of one turn are carried at once. */
  #onEntry(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    setTimeout(() => {
      this.#isDue = false;
      for (const viewer of this.#watchers.keys()) this.#serve(viewer, false);
    });
  }

  #serve(viewer: number, hasTaken: boolean): void {
    const watcher = this.#watchers.get(viewer);
    if (watcher === undefined) return;
    watcher.isFree ||= hasTaken;
    if (!watcher.isFree) return;
    const part = watcher.parts.next();
    if (part === null) return;
    watcher.isFree = false;
    this.#send({ type: 'part', viewer, part });
  }
}
