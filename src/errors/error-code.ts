/** Why a command was refused before it was sent. */
export type RefusalCode =
  /** The agent object was disposed of. */
  | 'DISPOSED'
  /** This SDK object has no such method. */
  | 'NOT_SUPPORTED'
  /** The statechart has no such transition now. */
  | 'NOT_ALLOWED'
  /** The lane has a command whose outcome is not known. */
  | 'IN_FLIGHT'
  /** A parameter is missing or out of range; the message says which and what is allowed. */
  | 'INVALID_PARAMETER';

/** Why a command that was sent did not take effect. */
export type FailureCode =
  /** The service said no; `vendorCode` is its code, `vendorClass` the meaning and the remedy. */
  | 'REJECTED'
  /** Its call ended, or the server put the agent elsewhere, before an answer. */
  | 'SUPERSEDED'
  /** No answer in time; the state is that of before, and the command can be tried again. */
  | 'TIMEOUT'
  /** Another end signed in meanwhile. */
  | 'DISPLACED'
  /** The agent object was disposed of meanwhile. */
  | 'DISPOSED';

export type ErrorCode = RefusalCode | FailureCode;
