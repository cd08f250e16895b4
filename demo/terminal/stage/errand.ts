import { CommandError, type ErrorCode } from '../../../adapters/sobot/index.js';

/** Codes of refusals: the command has never reached the service. */
const REFUSALS: readonly ErrorCode[] = ['NOT_ALLOWED', 'IN_FLIGHT', 'INVALID_PARAMETER', 'NOT_SUPPORTED', 'DISPOSED'];

export function isRefusal({ code }: CommandError): boolean {
  return REFUSALS.includes(code);
}

/** The `CommandError` that an agent's promise was rejected with; anything else is a bug. */
export function commandErrorOf(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  throw error;
}

/** A command that was given, and what has become of it. */
export class Errand {
  /** Null while nobody knows. */
  outcome: 'done' | CommandError | null = null;

  /** `whyNot`: the agent's objection to it, asked for before. */
  constructor(
    readonly command: string,
    private readonly whyNot: string | null,
  ) {}

  get code(): 'done' | ErrorCode | null {
    return this.outcome instanceof CommandError ? this.outcome.code : this.outcome;
  }

  /** In words: how it has ended. */
  get ending(): string {
    if (this.outcome === null) return 'it has not ended.';
    return this.outcome === 'done' ? 'it was done.' : `it ended with ${this.outcome.code}: ${this.outcome.message}`;
  }

  /** `whyNot` must say what the promise says; null if it has. */
  get contradiction(): string | null {
    const refusal = this.outcome instanceof CommandError && isRefusal(this.outcome) ? this.outcome.message : null;
    if (refusal === this.whyNot) return null;
    return `whyNot said ${this.whyNot ?? 'nothing'}, the promise said ${refusal ?? 'nothing'}`;
  }
}
