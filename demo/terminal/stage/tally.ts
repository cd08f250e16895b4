import type { FloorEvent } from '../../../adapters/simulator/index.js';

/** The counts of the day. */
export class Tally {
  /** Commands that have reached the service. */
  sent = 0;
  /** Commands that were refused before they were sent. */
  refused = 0;
  /** Commands that were sent and took no effect, by code. */
  readonly failed = new Map<string, number>();
  /** Events that have reached a page. */
  events = 0;
  /** Events that an agent did not expect. */
  divergences = 0;
  /** Refusals of commands that had ended before. */
  late = 0;
  /** Messages that made no sense to an agent. */
  malformed = 0;
  /** How often an agent's state was compared with what the server holds true. */
  comparisons = 0;

  count({ type }: FloorEvent): void {
    if (type === 'command') this.sent += 1;
    if (type === 'message') this.events += 1;
  }

  fail(code: string): void {
    this.failed.set(code, (this.failed.get(code) ?? 0) + 1);
  }
}
