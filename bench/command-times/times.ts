import { quantile } from '../frame/quantile.js';

/** How long each command took, in ms. */
export class Times {
  readonly #byCommand = new Map<string, number[]>();

  /** Runs it, and takes down how long it took. */
  async measure(command: string, run: () => Promise<unknown>): Promise<void> {
    const begin = performance.now();
    await run();
    const list = this.#byCommand.get(command) ?? [];
    this.#byCommand.set(command, list);
    list.push(performance.now() - begin);
  }

  get commands(): readonly string[] {
    return [...this.#byCommand.keys()];
  }

  count(command: string): number {
    return this.#byCommand.get(command)?.length ?? 0;
  }

  /** The time that this part of all runs stayed below, from 0 to 1; nearest rank. */
  quantile(command: string, part: number): number {
    return quantile(this.#byCommand.get(command) ?? [], part);
  }
}
