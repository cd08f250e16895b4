import type { CommandError } from '../errors/command-error.js';

/** A failure as an error callback gets it; one from here has a `CommandError`'s code. */
export interface Failure {
  readonly status: 'error';
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly message?: string;
  readonly [attribute: string]: unknown;
}

/** The failure that an error callback expects: the service's own object, where it has sent one. */
export function failureFor(error: CommandError): Failure {
  const { code, message } = error;
  const cause = error.reveal();
  if (typeof cause === 'object' && cause !== null && !(cause instanceof Error)) return cause as Failure;
  return { status: 'error', errorCode: code, errorMessage: message, message };
}
