import type { CommandName, ConnectionStatus, LoginStatus, OnHold, WorkStatus } from '../../machines/index.js';
import type { BreakName } from '../../machines/index.js';
import type { REASON_CODES } from '../sobot/codes.js';

/** The reason codes of a break, 11 to 18. */
export type BreakCode = (typeof REASON_CODES)[BreakName];

/** The keys of the texts that a phone bar shows. */
export type TextKey =
  | `command.${CommandName}`
  | `connection.${Exclude<ConnectionStatus, 'connected'>}`
  | `login.${LoginStatus}`
  | `break.${BreakCode}`
  | `work.${WorkStatus}`
  | `onHold.${OnHold}`
  | 'muted'
  | 'separator';

/** The sentences that say why a button is disabled, by the `reason` of the refusal. */
export type RefusalTexts = Readonly<Record<`refusal.${string}`, string>>;

/** Texts by key. English refusals are not among them: each refusal brings its own sentence, `advice`. */
export type Texts = Readonly<Record<TextKey, string>> & Partial<RefusalTexts>;

/** The texts of a phone bar in English. */
export const ENGLISH: Texts = {
  'command.initAgent': 'Connect',
  'command.login': 'Sign in',
  'command.logout': 'Sign out',
  'command.ready': 'Ready',
  'command.notReady': 'Not ready',
  'command.resetLogout': 'Reset sign-in',
  'command.queryStates': 'Show states',
  'command.queryPhoneType': 'Show phone types',
  'command.queryUnusedExts': 'Show free extensions',
  'command.queryAgentLoginInfo': 'Show sign-in',
  'command.queryAgentCanJoinedInfo': 'Show queues',
  'command.makeCall': 'Call',
  'command.answer': 'Answer',
  'command.rejectCall': 'Reject',
  'command.hangup': 'Hang up',
  'command.holdCall': 'Hold',
  'command.retrieveCall': 'Retrieve',
  'command.muteCall': 'Mute',
  'command.unmute': 'Unmute',
  'command.singleTransfer': 'Transfer',
  'command.initiateConsult': 'Consult',
  'command.cancelConsult': 'Cancel consult',
  'command.retrieveConsult': 'Back to the customer',
  'command.consultTransfer': 'Complete transfer',
  'command.consultConference': 'Start conference',
  'command.delayACW': 'Extend after-call work',
  'command.completeACW': 'Finish after-call work',
  'command.completeACWToBusy': 'Finish after-call work, then not ready',
  'command.sendDtmf': 'Keypad',
  'command.queryRoutes': 'Show routes',
  'command.setRoute': 'Set route',
  'command.queryAgents': 'Show agents',
  'command.forceLogout': 'Sign agent out',
  'command.forceBusy': 'Set agent not ready',
  'command.forceReady': 'Set agent ready',
  'connection.uninitialized': 'Not connected',
  'connection.initializing': 'Connecting',
  'connection.interrupted': 'Connection interrupted',
  'connection.displaced': 'Signed in elsewhere',
  'connection.failed': 'Connection failed',
  'login.offline': 'Signed out',
  'login.loggingIn': 'Signing in',
  'login.online': 'Ready',
  'login.dnd': 'Do not disturb',
  'login.break': 'Break',
  'login.locked': 'Locked',
  'login.loggingOut': 'Signing out',
  'break.11': 'Break',
  'break.12': 'Training',
  'break.13': 'Meeting',
  'break.14': 'Meal',
  'break.15': 'Activity',
  'break.16': 'Break 1',
  'break.17': 'Break 2',
  'break.18': 'Break 3',
  'work.idle': 'No call',
  'work.calling': 'Calling',
  'work.dialing': 'Ringing at the other side',
  'work.ringing': 'Incoming call',
  'work.talking': 'In a call',
  'work.holding': 'Call on hold',
  'work.consulting': 'Consulting',
  'work.conferencing': 'In a conference',
  'work.acw': 'After-call work',
  'onHold.customer': 'customer on hold',
  'onHold.thirdParty': 'third party on hold',
  'onHold.conference': 'conference on hold',
  muted: 'microphone off',
  separator: ', ',
};

/** Looks a text up. */
export type Translate = (key: TextKey) => string;

/** Looks texts up among those given, and in English where they lack one. */
export function translator(given: Partial<Texts>): Translate {
  return (key) => given[key] ?? ENGLISH[key];
}
