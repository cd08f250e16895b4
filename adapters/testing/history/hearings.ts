import type { AgentState } from '../../sobot/index.js';
import type { Hearing, HeardReport, Overdue } from './history.js';

/** The content of a message; null: it cannot be read, as a hostile one. */
function contentOf(message: unknown): string | null {
  try {
    return JSON.stringify([message]);
  } catch {
    return null;
  }
}

interface Open {
  readonly messageID: string;
  readonly message: unknown;
  readonly at: number;
  readonly overdue: readonly Overdue[];
  readonly isRepeated: boolean;
  readonly before: AgentState;
  atOnce: AgentState;
  readonly reports: HeardReport[];
}

/** Keeps what has become of each message: from its arrival until the next thing reaches the subject. */
export class Hearings {
  #open: Open | null = null;
  #moment = Number.NaN;
  /** The contents that have arrived at this moment. */
  #contents = new Set<string>();

  constructor(private readonly close: (hearing: Hearing) => void) {}

  begins({ messageID, message, at, overdue, before }: Pick<Open, 'messageID' | 'message' | 'at' | 'overdue' | 'before'>): void {
    const content = contentOf(message);
    if (content === null) return;
    if (at !== this.#moment) this.#contents = new Set();
    this.#moment = at;
    const isRepeated = this.#contents.has(content);
    this.#contents.add(content);
    this.#open = { messageID, message, at, overdue, isRepeated, before, atOnce: before, reports: [] };
  }

  told(state: AgentState, at: number): void {
    if (this.#open?.at === at) this.#open.atOnce = state;
  }

  reports(report: HeardReport): void {
    this.#open?.reports.push(report);
  }

  /** Something else reaches the subject, which shows this now. */
  ends(after: AgentState): void {
    const open = this.#open;
    this.#open = null;
    if (open !== null) this.close({ ...open, after });
  }
}
