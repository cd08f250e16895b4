import type { AgentState } from '../agent/agent-state.js';
import type { ErrorCode } from './error-code.js';
import type { ServiceErrorClass } from '../agent/call-control.js';
import { maskedCopy } from '../privacy/masked-copy.js';

/** Where the agent stood when a command was refused or failed. */
export type ErrorState = Pick<AgentState, 'connection' | 'login' | 'work'>;

export interface CommandErrorInit {
  readonly code: ErrorCode;
  readonly command: string;
  readonly state: ErrorState;
  readonly message: string;
  readonly remedy?: string | undefined;
  readonly vendorCode?: string | undefined;
  readonly vendorClass?: ServiceErrorClass | undefined;
  /** The service's own object or thrown value, unchanged. */
  readonly cause?: unknown;
  /** Texts that the masked copy of the cause must not have, beside all numbers. Default: none. */
  readonly secrets?: readonly string[] | undefined;
}

/**
 * Why a command did not take effect. Every command that is not resolved rejects with one. However it is printed, it
 * shows no phone number, token or attached data.
 */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: ErrorCode;
  /** The command, by the vendor's name. */
  readonly command: string;
  /** Where the agent stood then. */
  readonly state: ErrorState;
  // Declared only: a field without a value is not there, rather than undefined.
  /** The way to put it right, where there is one. */
  declare readonly remedy?: string;
  /** The service's own error code (`REJECTED`), where it gave one. */
  declare readonly vendorCode?: string;
  /** The class that `vendorCode` belongs to, with its meaning and remedy. */
  declare readonly vendorClass?: ServiceErrorClass;
  /** The service's own object or thrown value, masked. `reveal()` has it as it came. */
  declare readonly cause?: unknown;
  /** Private, so that nothing prints it. */
  readonly #cause: unknown;

  constructor(init: CommandErrorInit) {
    super(init.message, init.cause === undefined ? undefined : { cause: maskedCopy(init.cause, init.secrets ?? []) });
    this.#cause = init.cause;
    this.code = init.code;
    this.command = init.command;
    this.state = init.state;
    if (init.remedy !== undefined) this.remedy = init.remedy;
    if (init.vendorCode !== undefined) this.vendorCode = init.vendorCode;
    if (init.vendorClass !== undefined) this.vendorClass = init.vendorClass;
  }

  /**
   * The service's own object or thrown value, as it came: it may hold phone numbers, the token and attached data, so
   * keep it out of logs. `undefined` where the service has said nothing.
   */
  reveal(): unknown {
    return this.#cause;
  }
}
