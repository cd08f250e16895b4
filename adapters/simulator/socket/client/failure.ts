import type { CommandName } from '../../../../machines/index.js';
import type { SobotCallbackCommand } from '../../../sobot/index.js';

/** The vendor's attributes in the failure of each command with callbacks, apart from `status`. */
const FAILURE_SHAPES = {
  initAgent: 'status',
  login: 'code',
  logout: 'code',
  notReady: 'code',
  ready: 'code',
  resetLogout: 'code',
  forceLogout: 'code',
  forceBusy: 'code',
  forceReady: 'code',
  queryStates: 'message',
  queryPhoneType: 'errorMessage',
  queryUnusedExts: 'errorMessage',
  queryAgentLoginInfo: 'errorMessage',
  queryAgentCanJoinedInfo: 'errorMessage',
  queryRoutes: 'errorMessage',
  setRoute: 'errorMessage',
  queryAgents: 'errorMessage',
} as const satisfies Readonly<Record<SobotCallbackCommand, 'status' | 'code' | 'message' | 'errorMessage'>>;

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

/** Whether the outcome of the command comes by its callbacks, and not by events. */
export function hasCallbacks(command: CommandName): command is SobotCallbackCommand {
  return Object.hasOwn(FAILURE_SHAPES, command);
}

/** The argument of the command's `error` callback. */
export function failureOf(command: SobotCallbackCommand, { code, text }: LinkFailure): Readonly<Record<string, unknown>> {
  const shape = FAILURE_SHAPES[command];
  if (shape === 'status') return { status: 'error' };
  if (shape === 'code') return { status: 'error', errorCode: code, errorMessage: text };
  return { status: 'error', [shape]: text };
}

/** The event that tells the failure of a command without callbacks. */
export function errorEventOf({ code, text }: LinkFailure, now: number): Readonly<Record<string, unknown>> {
  return { messageID: 'EventError', creationTime: now, errorCode: code, errorMessage: text };
}
