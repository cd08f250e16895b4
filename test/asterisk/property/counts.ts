import type { ExchangeEvent } from '../../../adapters/simulator/index.js';
import { ChartCoverage } from '../../../adapters/testing/coverage/chart-coverage.js';
import { Tally } from '../../../adapters/testing/floor/judge.js';

/** The counts over all sequences. */
export class Counts {
  readonly tally = new Tally();
  readonly coverage = new ChartCoverage();
  readonly #reports = new Map<string, number>();
  #sequences = 0;
  readonly #begun = Date.now();

  /** A sequence is over, in which the switch has reported this. */
  take(reports: readonly { readonly event: ExchangeEvent }[]): void {
    this.#sequences += 1;
    for (const { event } of reports) this.#reports.set(event.type, (this.#reports.get(event.type) ?? 0) + 1);
  }

  get sequences(): number {
    return this.#sequences;
  }

  /** Since the beginning. */
  get seconds(): number {
    return (Date.now() - this.#begun) / 1000;
  }

  toString(): string {
    const { regainedSequences, steps, rests, foreseen, compared } = this.tally;
    const { seconds } = this;
    const chart = this.coverage.report();
    const reported = [...this.#reports].map(([type, count]) => `${type} ${count}`).sort();
    return [
      `${this.#sequences} sequences (${regainedSequences} ended with a regain), ${steps} steps, ${seconds.toFixed(1)} s, ${(steps / seconds).toFixed(1)} steps/s`,
      `${rests} quiet points at which desk, switch and phones agreed, ${foreseen} of them foreseen by the model; ${compared} pages compared with them`,
      ...(chart === null
        ? []
        : [`exercised: ${chart.commands.exercised} pairs of state and command, ${chart.events.exercised} of state and event`]),
      `reported by the switches: ${reported.join(', ')}`,
    ].join('\n');
  }
}
