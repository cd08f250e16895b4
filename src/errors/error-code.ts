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
  /** A parameter is missing or out of range. */
  | 'INVALID_PARAMETER';

/** Why a command that was sent did not take effect. */
export type FailureCode =
  /** The service said no. */
  | 'REJECTED'
  /** Its call ended, or the server put the agent elsewhere, before an answer. */
  | 'SUPERSEDED'
  /** No answer in time; it may be tried again. */
  | 'TIMEOUT'
  /** Another end signed in meanwhile. */
  | 'DISPLACED'
  /** The agent object was disposed of meanwhile. */
  | 'DISPOSED';

export type ErrorCode = RefusalCode | FailureCode;
