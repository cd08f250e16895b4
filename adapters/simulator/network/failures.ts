import type { SobotCallbackCommand, SobotCommand } from '../../sobot/index.js';

/**
 * The attributes of a failure besides `status`, with the vendor's inconsistencies (source: the vendor's page):
 *
 * - `status` none
 * - `code` `errorCode` and `errorMessage`
 * - `errorMessage` and `message` the text alone, under this name
 */
type FailureShape = 'status' | 'code' | 'errorMessage' | 'message';

const SHAPES: Readonly<Record<SobotCallbackCommand, FailureShape>> = {
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
};

/** Whether the outcome of the command comes by its callbacks, and not by events. */
export function hasCallbacks(command: SobotCommand): command is SobotCallbackCommand {
  return Object.hasOwn(SHAPES, command);
}

/** The argument of the command's `error` callback. */
export function failureOf(command: SobotCallbackCommand, code: string, text: string): Readonly<Record<string, unknown>> {
  const shape = SHAPES[command];
  if (shape === 'status') return { status: 'error' };
  if (shape === 'code') return { status: 'error', errorCode: code, errorMessage: text };
  return { status: 'error', [shape]: text };
}
