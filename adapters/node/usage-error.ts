/** The command line is wrong. The message says what is, and what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
