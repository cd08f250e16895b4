import { COMMANDS } from '../../../src/index.js';
import type { AgentState, CommandName } from '../../sobot/index.js';

/*
 * The contract's table of what is allowed when, written down from its text and
 * not from the chart, so that the two can disagree.
 */

/** Where an agent stands, in the contract's words. */
export interface Situation {
  readonly connection: string;
  readonly login: string;
  readonly work: string;
  /** Of the consult; null outside of one. */
  readonly phase: 'dialing' | 'talking' | null;
  /** The consulted party has gone and the customer is still held. */
  readonly consultGone: boolean;
  readonly isMuted: boolean;
  readonly inFlight: readonly CommandName[];
}

const isConnected = ({ connection }: Situation) => connection === 'connected';
const isLoggedIn = ({ login }: Situation) => ['online', 'dnd', 'break', 'locked'].includes(login);
const isIdle = ({ work }: Situation) => work === 'idle';
const isLive = ({ work }: Situation) => work !== 'idle' && work !== 'acw';
const isTalking = ({ work }: Situation) => work === 'talking';
const isAcw = ({ work }: Situation) => work === 'acw';
const isThirdConnected = ({ work, phase }: Situation) => work === 'consulting' && phase === 'talking';
const isEstablished = ({ work }: Situation) =>
  ['talking', 'holding', 'consulting', 'conferencing'].includes(work);

/** Column "allowed when" of the table. */
export const ALLOWED_WHEN: Readonly<Record<CommandName, (situation: Situation) => boolean>> = {
  initAgent: ({ connection }) => ['uninitialized', 'failed', 'displaced'].includes(connection),
  login: (s) =>
    ['connected', 'displaced'].includes(s.connection) &&
    !isLive(s) &&
    !isAcw(s) &&
    !['loggingIn', 'loggingOut'].includes(s.login),
  logout: (s) => isLoggedIn(s) && isIdle(s),
  ready: ({ login }) => ['dnd', 'break', 'locked'].includes(login),
  notReady: isLoggedIn,
  resetLogout: isConnected,
  queryStates: isConnected,
  queryPhoneType: isConnected,
  queryUnusedExts: isConnected,
  queryAgentLoginInfo: isConnected,
  queryAgentCanJoinedInfo: isConnected,
  queryAgents: isConnected,
  queryRoutes: isLoggedIn,
  setRoute: (s) => s.login === 'online' && isIdle(s),
  forceLogout: isConnected,
  forceBusy: isConnected,
  forceReady: isConnected,
  makeCall: (s) => isLoggedIn(s) && s.login !== 'locked' && isIdle(s),
  answer: ({ work }) => work === 'ringing',
  rejectCall: ({ work }) => work === 'ringing',
  hangup: isLive,
  holdCall: isTalking,
  singleTransfer: isTalking,
  initiateConsult: isTalking,
  retrieveCall: ({ work }) => work === 'holding',
  muteCall: (s) => isEstablished(s) && !s.isMuted,
  unmute: (s) => isEstablished(s) && s.isMuted,
  sendDtmf: (s) => isTalking(s) || isThirdConnected(s) || s.work === 'conferencing',
  cancelConsult: (s) =>
    (s.work === 'consulting' && s.phase === 'dialing') || s.inFlight.includes('initiateConsult'),
  retrieveConsult: (s) => isThirdConnected(s) || s.consultGone,
  consultTransfer: isThirdConnected,
  consultConference: isThirdConnected,
  delayACW: isAcw,
  completeACW: isAcw,
  completeACWToBusy: isAcw,
};

/** The commands of the login lane, and the one that overtakes it. */
export const LOGIN_COMMANDS: readonly CommandName[] = [
  'initAgent',
  'login',
  'logout',
  'ready',
  'notReady',
  'resetLogout',
];

/** Queries and supervisor commands: they block nothing and nothing blocks them. */
export const UNBLOCKED: readonly CommandName[] = [
  'queryStates',
  'queryPhoneType',
  'queryUnusedExts',
  'queryAgentLoginInfo',
  'queryAgentCanJoinedInfo',
  'queryAgents',
  'queryRoutes',
  'setRoute',
  'forceLogout',
  'forceBusy',
  'forceReady',
];

/** The commands of the call lane, and those that overtake it: all others. */
export const CALL_COMMANDS: readonly CommandName[] = COMMANDS.filter(
  (command) => !LOGIN_COMMANDS.includes(command) && !UNBLOCKED.includes(command),
);

/** The lanes whose commands in flight each command waits for: its own only, a whole lane, or none. */
const WAITS_FOR: Readonly<Record<string, readonly CommandName[]>> = Object.fromEntries(
  COMMANDS.map((command) => {
    if (UNBLOCKED.includes(command)) return [command, []];
    if (command === 'resetLogout' || command === 'hangup') return [command, [command]];
    const lane = LOGIN_COMMANDS.includes(command) ? LOGIN_COMMANDS : CALL_COMMANDS;
    return [command, lane.filter((other) => command !== 'cancelConsult' || other !== 'initiateConsult')];
  }),
);

/** What the contract says of a command in a situation; null: it is allowed. */
export function expectedRefusal(command: CommandName, situation: Situation): 'NOT_ALLOWED' | 'IN_FLIGHT' | null {
  if (!ALLOWED_WHEN[command](situation)) return 'NOT_ALLOWED';
  return situation.inFlight.some((other) => WAITS_FOR[command]?.includes(other)) ? 'IN_FLIGHT' : null;
}

/**
 * The situation that a state shows. It does not show whether the customer is held because the consulted party has
 * gone (`consultGone`): that must come from what happened.
 */
export function situationOf(state: AgentState, consultGone: boolean): Situation {
  return {
    connection: state.connection,
    login: state.login,
    work: state.work,
    phase: state.consult?.phase ?? null,
    consultGone,
    isMuted: state.muted,
    inFlight: state.pending.map(({ command }) => command),
  };
}
