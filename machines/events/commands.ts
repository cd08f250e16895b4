import type { PendingCommand } from './pending.js';

/** The commands of a phone bar, by the vendor's own names. */
export const COMMANDS = [
  'initAgent',
  'login',
  'logout',
  'ready',
  'notReady',
  'resetLogout',
  'queryStates',
  'queryPhoneType',
  'queryUnusedExts',
  'queryAgentLoginInfo',
  'queryAgentCanJoinedInfo',
  'makeCall',
  'answer',
  'rejectCall',
  'hangup',
  'holdCall',
  'retrieveCall',
  'muteCall',
  'unmute',
  'singleTransfer',
  'initiateConsult',
  'cancelConsult',
  'retrieveConsult',
  'consultTransfer',
  'consultConference',
  'delayACW',
  'completeACW',
  'completeACWToBusy',
  'sendDtmf',
  'queryRoutes',
  'setRoute',
  'queryAgents',
  'forceLogout',
  'forceBusy',
  'forceReady',
] as const;

export type CommandName = (typeof COMMANDS)[number];

/** Subscribing is always allowed and changes no state. */
export type SubscriptionName = 'on' | 'off';

/**
 * A command of the agent. Without `pending` it only asks: `snapshot.can({ type })`
 * is the one answer to "is it allowed now?".
 */
export interface CommandEvent {
  readonly type: CommandName | SubscriptionName;
  readonly pending?: PendingCommand;
}
