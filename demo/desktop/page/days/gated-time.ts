import { ScriptTime } from '../../../terminal/stage/script-time.js';

/** The time of a scene in a page: it goes on when it may. */
export class GatedTime extends ScriptTime {
  readonly #mayGo: () => boolean;
  readonly #halted: () => void;
  #go: () => void = () => undefined;
  #stopped: Error | null = null;

  /**
   * @param mayGo whether the next step may come
   * @param halted is told when time stands, as the next step may not come
   */
  constructor(start: number, mayGo: () => boolean, halted: () => void) {
    super(start);
    this.#mayGo = mayGo;
    this.#halted = halted;
  }

  /** The next step may come now. */
  go(): void {
    this.#go();
  }

  /** Ends whatever waits for time, with this error. */
  stop(error: Error): void {
    this.#stopped = error;
    this.#go();
  }

  /** After a task of the browser's, all that was promised has happened; a timer would take 4 ms each. */
  protected override async settled(): Promise<void> {
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    if (this.#stopped !== null) throw this.#stopped;
  }

  protected override waitsForOneStretch(): () => Promise<void> {
    return async () => {
      while (!this.#mayGo() && this.#stopped === null) {
        const gone = new Promise<void>((resolve) => (this.#go = resolve));
        this.#halted();
        await gone;
      }
      if (this.#stopped !== null) throw this.#stopped;
    };
  }
}
