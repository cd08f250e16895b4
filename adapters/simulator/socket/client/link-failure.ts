/** Why a command did not get through, or its answer not back. The codes are the vendor's. */
export const LINK_FAILURES = {
  /** There is no connection; or the command is no JSON, too large, or has names that nothing may have. */
  unsent: { code: '330009', text: 'The request could not be sent.' },
  /** Whether it was done is not known. */
  unanswered: { code: '330051', text: 'The connection to the call centre was lost before the answer came.' },
  /** Nothing was done. */
  tooFast: { code: '330007', text: 'Too many commands in too short a time.' },
} as const;

export type LinkFailure = (typeof LINK_FAILURES)[keyof typeof LINK_FAILURES];

/** The event that tells the failure of a command without callbacks. */
export function errorEventOf({ code, text }: LinkFailure, now: number): Readonly<Record<string, unknown>> {
  return { messageID: 'EventError', creationTime: now, errorCode: code, errorMessage: text };
}
