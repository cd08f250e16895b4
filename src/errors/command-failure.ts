import type { ServiceFailure } from '../agent/call-control.js';
import { without } from '../privacy/personal-texts.js';
import { CommandError, type ErrorState } from './command-error.js';
import type { FailureCode } from './error-code.js';

const EXPLANATIONS: Readonly<Record<FailureCode, string>> = {
  REJECTED: 'was rejected by the service',
  TIMEOUT: 'had no answer in time; the state is what it was before',
  SUPERSEDED: 'came to nothing: its call ended, or the server put the agent elsewhere, before an answer',
  DISPLACED: 'came to nothing: the agent signed in at another end',
  DISPOSED: 'came to nothing: the agent object was disposed of',
};

const REMEDIES: Readonly<Partial<Record<FailureCode, string>>> = {
  TIMEOUT: 'Try again, or use resetLogout if the service does not answer at all.',
  DISPLACED: 'Take the agent back with login, on the wish of the person only.',
};

/**
 * The error of a command that was sent and did not take effect; `failure` is what the service said, `secrets` are texts
 * that it must not repeat, such as the command's own parameters.
 */
export function commandFailure(
  command: string,
  code: FailureCode,
  state: ErrorState,
  failure?: ServiceFailure,
  secrets: readonly string[] = [],
): CommandError {
  const { vendorClass, text, cause } = failure ?? {};
  const vendorCode = harmless(failure?.vendorCode, secrets);
  const said = [
    vendorClass?.meaning,
    text === undefined ? undefined : `the service says: ${without(secrets, text)}`,
    vendorCode === undefined ? undefined : `code ${vendorCode}`,
  ].flatMap((part) => part?.replace(/\.$/, '') ?? []);
  return new CommandError({
    code,
    command,
    state,
    message: `${command} ${EXPLANATIONS[code]}${said.length === 0 ? '' : ` (${said.join('; ')})`}.`,
    remedy: vendorClass?.remedy ?? REMEDIES[code],
    vendorCode,
    vendorClass,
    cause,
    secrets,
  });
}

/** A code that repeats a secret is none. One that is known is a code, though a number dialled be the same. */
function harmless(vendorCode: string | undefined, secrets: readonly string[]): string | undefined {
  if (vendorCode === undefined || /^\d{6}$/.test(vendorCode)) return vendorCode;
  return without(secrets, vendorCode) === vendorCode ? vendorCode : undefined;
}
