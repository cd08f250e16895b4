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
  /** Of the consult; null outside of one. `unknown`: an outage may have hidden whether the third party has answered. */
  readonly phase: 'dialing' | 'talking' | 'unknown' | null;
  /** The consulted party has gone and the customer is still held. */
  readonly consultGone: boolean;
  readonly isMuted: boolean;
  readonly inFlight: readonly CommandName[];
  /** The party that waits. Default: null. */
  readonly onHold?: string | null;
  /** One of the calls that wait rings. Default: false. */
  readonly waitingRings?: boolean;
  /** A regain names the call and not how far it is, so that talking is a guess. Default: false. */
  readonly isGuess?: boolean;
  /** The dialing leg is one to this agent, while an own makeCall awaits its first leg. Default: false. */
  readonly isOffered?: boolean;
}

const isConnected = ({ connection }: Situation) => connection === 'connected';
const isLoggedIn = ({ login }: Situation) => ['online', 'dnd', 'break', 'locked'].includes(login);
const isIdle = ({ work }: Situation) => work === 'idle';
const isLive = ({ work }: Situation) => work !== 'idle' && work !== 'acw';
const isTalking = ({ work }: Situation) => work === 'talking';
const isAcw = ({ work }: Situation) => work === 'acw';
const isThirdReached = ({ work, phase }: Situation) => work === 'consulting' && phase !== 'dialing';
const isThirdUnreached = ({ work, phase }: Situation) => work === 'consulting' && phase !== 'talking';
const isGuess = (s: Situation) => isTalking(s) && s.isGuess === true;
const isOffered = (s: Situation) =>
  s.work === 'ringing' || s.waitingRings === true || isGuess(s) || (s.work === 'dialing' && s.isOffered === true);
const isEstablished = ({ work }: Situation) => ['talking', 'holding', 'consulting', 'conferencing'].includes(work);

/** Column "allowed when" of the table. */
export const ALLOWED_WHEN: Readonly<Record<CommandName, (situation: Situation) => boolean>> = {
  initAgent: ({ connection }) => connection !== 'initializing',
  login: (s) =>
    ['connected', 'displaced'].includes(s.connection) && !isLive(s) && !isAcw(s) && !['loggingIn', 'loggingOut'].includes(s.login),
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
  answer: isOffered,
  rejectCall: isOffered,
  hangup: isLive,
  holdCall: isTalking,
  singleTransfer: isTalking,
  initiateConsult: isTalking,
  retrieveCall: (s) => s.work === 'holding' || (s.work === 'conferencing' && s.onHold === 'conference') || isGuess(s),
  muteCall: (s) => isEstablished(s) && !s.isMuted,
  unmute: (s) => isEstablished(s) && s.isMuted,
  sendDtmf: (s) => isTalking(s) || isThirdReached(s) || s.work === 'conferencing',
  cancelConsult: (s) => isThirdUnreached(s) || s.inFlight.includes('initiateConsult'),
  retrieveConsult: (s) => isThirdReached(s) || s.consultGone,
  consultTransfer: isThirdReached,
  consultConference: isThirdReached,
  delayACW: isAcw,
  completeACW: isAcw,
  completeACWToBusy: isAcw,
};

/** The lane of each command, with those that overtake it; none: it blocks nothing and nothing blocks it. */
const LANE_OF: Readonly<Record<CommandName, 'login' | 'call' | 'none'>> = {
  initAgent: 'login',
  login: 'login',
  logout: 'login',
  ready: 'login',
  notReady: 'login',
  resetLogout: 'login',
  queryStates: 'none',
  queryPhoneType: 'none',
  queryUnusedExts: 'none',
  queryAgentLoginInfo: 'none',
  queryAgentCanJoinedInfo: 'none',
  makeCall: 'call',
  answer: 'call',
  rejectCall: 'call',
  hangup: 'call',
  holdCall: 'call',
  retrieveCall: 'call',
  muteCall: 'call',
  unmute: 'call',
  singleTransfer: 'call',
  initiateConsult: 'call',
  cancelConsult: 'call',
  retrieveConsult: 'call',
  consultTransfer: 'call',
  consultConference: 'call',
  delayACW: 'call',
  completeACW: 'call',
  completeACWToBusy: 'call',
  sendDtmf: 'call',
  queryRoutes: 'none',
  setRoute: 'none',
  queryAgents: 'none',
  forceLogout: 'none',
  forceBusy: 'none',
  forceReady: 'none',
};

const ofLane = (lane: 'login' | 'call' | 'none'): readonly CommandName[] => COMMANDS.filter((command) => LANE_OF[command] === lane);

/** The commands of the login lane, and the one that overtakes it. */
export const LOGIN_COMMANDS = ofLane('login');

/** Queries and supervisor commands. */
export const UNBLOCKED = ofLane('none');

/** The commands of the call lane, and those that overtake it. */
export const CALL_COMMANDS = ofLane('call');

/** The escapes, and the lanes of their own: commands that wait for these commands only, or for nothing. */
const ESCAPES: Readonly<Partial<Record<CommandName, readonly CommandName[]>>> = {
  resetLogout: ['resetLogout'],
  hangup: ['hangup'],
  cancelConsult: ['cancelConsult'],
  muteCall: ['muteCall', 'unmute'],
  unmute: ['muteCall', 'unmute'],
  sendDtmf: [],
};

const inLane = (commands: readonly CommandName[]) => commands.filter((command) => ESCAPES[command] === undefined);

/** The lanes that hold one command at a time; makeCall is apart, because an answer overtakes it. */
export const LANES: readonly (readonly CommandName[])[] = [
  inLane(LOGIN_COMMANDS),
  inLane(CALL_COMMANDS).filter((command) => command !== 'makeCall'),
  ['makeCall'],
  ['resetLogout'],
  ['hangup'],
  ['cancelConsult'],
  ['muteCall', 'unmute'],
];

/** Whether a command overtakes one of the lane; a call that is asked for does nothing with a consult. */
function overtakes(command: CommandName, other: CommandName): boolean {
  if (other === 'makeCall') return ['answer', 'rejectCall', 'cancelConsult'].includes(command);
  return command === 'cancelConsult' && other === 'initiateConsult';
}

function waitsFor(command: CommandName): readonly CommandName[] {
  if (UNBLOCKED.includes(command)) return [];
  const own = ESCAPES[command];
  // A consult that something is being done with cannot be given up besides.
  if (own !== undefined && command !== 'cancelConsult') return own;
  const lane = inLane(LOGIN_COMMANDS.includes(command) ? LOGIN_COMMANDS : CALL_COMMANDS);
  return [...(own ?? []), ...lane.filter((other) => !overtakes(command, other))];
}

/** The commands in flight that each command waits for: its own only, a whole lane, or none. */
const WAITS_FOR = Object.fromEntries(COMMANDS.map((command) => [command, waitsFor(command)])) as Record<
  CommandName,
  readonly CommandName[]
>;

/** The refusal that the contract demands for a command in a situation; null: it is allowed. */
export function expectedRefusal(command: CommandName, situation: Situation): 'NOT_ALLOWED' | 'IN_FLIGHT' | null {
  if (situation.connection === 'interrupted' && command !== 'initAgent') return 'NOT_ALLOWED';
  if (!ALLOWED_WHEN[command](situation)) return 'NOT_ALLOWED';
  return situation.inFlight.some((other) => WAITS_FOR[command].includes(other)) ? 'IN_FLIGHT' : null;
}

/** The parts of a situation that a state does not show: they must come from what has happened. */
export type Unshown = Pick<Situation, 'isGuess' | 'isOffered'>;

/**
 * The situation that a state shows. It does not show whether the customer is held because the consulted party has
 * gone (`consultGone`), nor whether talking is a guess, nor whether the dialing leg is one to this agent.
 */
export function situationOf(state: AgentState, consultGone: boolean, unshown: Unshown = {}): Situation {
  return {
    connection: state.connection,
    login: state.login,
    work: state.work,
    phase: state.consult?.phase ?? null,
    consultGone,
    isMuted: state.muted,
    inFlight: state.pending.map(({ command }) => command),
    onHold: state.onHold,
    waitingRings: state.waiting.some(({ work }) => work === 'ringing'),
    ...unshown,
  };
}
