import type { Clock, ExchangeError } from '../../exchange/index.js';
import type { Leg } from './leg.js';

/** The report of the PBX by which an operation is done. */
export interface Expected {
  /** In words, for the case that it never comes. */
  readonly what: string;
  /** Without these legs there is nothing to be expected any more. */
  readonly legs: readonly Leg[];
  /** Whether it has come. */
  readonly met: () => boolean;
  /** Runs at once when it has come, before anything later is looked at. */
  readonly report?: () => void;
  /** Default: the switch's own. In ms. */
  readonly patience?: number;
}

export interface Expectation {
  /** Why it has not come; undefined: it has. */
  readonly outcome: Promise<ExchangeError | undefined>;
  /** It is not waited for any more. */
  cancel(): void;
}

interface Entry extends Expected {
  end(error: ExchangeError | undefined): void;
}

/** The reports that operations wait for. */
export class Expectations {
  readonly #entries = new Set<Entry>();
  readonly #clock: Clock;
  readonly #patience: number;
  /** Why nothing is waited for any more; null: it is. */
  #closed: ExchangeError | null = null;

  constructor(clock: Clock, patience: number) {
    this.#clock = clock;
    this.#patience = patience;
  }

  add(expected: Expected): Expectation {
    let settle: (error: ExchangeError | undefined) => void = () => undefined;
    const outcome = new Promise<ExchangeError | undefined>((resolve) => {
      settle = resolve;
    });
    const timer = this.#clock.setTimeout(() => {
      entry.end({ cause: 'failed', detail: `The PBX has not reported that ${expected.what}.` });
    }, expected.patience ?? this.#patience);
    const entry: Entry = {
      ...expected,
      end: (error) => {
        this.#clock.clearTimeout(timer);
        this.#entries.delete(entry);
        settle(error);
      },
    };
    this.#entries.add(entry);
    this.#look(entry);
    if (this.#closed !== null) entry.end(this.#closed);
    return { outcome, cancel: () => entry.end(undefined) };
  }

  /** To be called when the PBX has reported something. */
  check(): void {
    for (const entry of [...this.#entries]) this.#look(entry);
  }

  /** The leg is over. */
  over(leg: Leg): void {
    for (const entry of [...this.#entries]) if (entry.legs.includes(leg)) entry.end({ cause: 'gone' });
  }

  /** Nothing more will be reported. */
  fail(error: ExchangeError): void {
    for (const entry of [...this.#entries]) entry.end(error);
  }

  /** Nothing will ever be reported again. */
  close(error: ExchangeError): void {
    this.#closed = error;
    this.fail(error);
  }

  #look(entry: Entry): void {
    if (!this.#entries.has(entry) || !entry.met()) return;
    // Out of the list first: the report may lead to another check.
    this.#entries.delete(entry);
    entry.report?.();
    entry.end(undefined);
  }
}
