import type { SobotCommand } from '../methods.js';

/** The one attribute that every failure has. `initAgent` documents no other. */
export interface SobotFailureStatus {
  readonly status: 'error';
  readonly [attribute: string]: unknown;
}

/** Failure of a query or of a routing command: a text, but no code. */
export interface SobotFailureText extends SobotFailureStatus {
  readonly errorMessage?: string;
}

/** Failure of `login`, `logout`, `ready`, `notReady`, `resetLogout` and the supervisor's commands. */
export interface SobotFailureCode extends SobotFailureText {
  /** Six digits; `classifyError` knows what they mean. */
  readonly errorCode?: string | number;
}

/** Failure of `queryStates`, which alone names its text `message`. */
export interface SobotStatesFailure extends SobotFailureStatus {
  readonly message?: string;
}

/**
 * The argument of the `error` callback of each command. Source: the vendor's page. A command that is not
 * listed documents no callbacks; its failures come as an error event, if at all.
 */
export interface SobotFailures {
  initAgent: SobotFailureStatus;
  login: SobotFailureCode;
  logout: SobotFailureCode;
  notReady: SobotFailureCode;
  ready: SobotFailureCode;
  resetLogout: SobotFailureCode;
  queryStates: SobotStatesFailure;
  queryPhoneType: SobotFailureText;
  queryUnusedExts: SobotFailureText;
  queryAgentLoginInfo: SobotFailureText;
  queryAgentCanJoinedInfo: SobotFailureText;
  queryRoutes: SobotFailureText;
  setRoute: SobotFailureText;
  queryAgents: SobotFailureText;
  forceLogout: SobotFailureCode;
  forceBusy: SobotFailureCode;
  forceReady: SobotFailureCode;
}

/** A command whose outcome comes by its `success` or `error` callback. */
export type SobotCallbackCommand = keyof SobotFailures & SobotCommand;

/** The failure of any command: its text is in `errorMessage` or `message`, its code may be missing. */
export type SobotFailure = SobotFailureCode & SobotStatesFailure;
