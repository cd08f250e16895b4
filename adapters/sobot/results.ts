import type { EventAlias, EventName } from './events/aliases.js';
import type { SobotMessages } from './messages.js';
import type {
  AgentCanJoinedInfoResult,
  AgentLoginInfoResult,
  AgentsResult,
  LoginResult,
  PhoneTypeResult,
  RoutesResult,
  SobotSuccess,
  StatesResult,
  UnusedExtsResult,
} from './results/queries.js';

export type {
  SobotCallbackCommand,
  SobotFailure,
  SobotFailureCode,
  SobotFailures,
  SobotFailureStatus,
  SobotFailureText,
  SobotStatesFailure,
} from './results/failures.js';
export type {
  AgentCanJoinedInfoResult,
  AgentLoginInfoResult,
  AgentRow,
  AgentsResult,
  CodeName,
  LoginResult,
  PhoneTypeResult,
  RoutesResult,
  SobotSuccess,
  StatesResult,
  UnusedExtsResult,
} from './results/queries.js';

/** The message that confirms a command: the event, under its canonical name or an alias. */
type Confirmed<Name extends EventName> = SobotMessages[Name | EventAlias<Name>];

/**
 * The value that each command resolves with: the result of its `success` callback (source: the
 * vendor's page) or, for a call command, which documents no callbacks, the message that confirms it
 * (source: inferred). All may have attributes that are not named here.
 */
export interface SobotResults {
  initAgent: SobotSuccess;
  login: LoginResult;
  logout: SobotSuccess;
  notReady: SobotSuccess;
  ready: SobotSuccess;
  resetLogout: SobotSuccess;
  queryStates: StatesResult;
  queryPhoneType: PhoneTypeResult;
  queryUnusedExts: UnusedExtsResult;
  queryAgentLoginInfo: AgentLoginInfoResult;
  queryAgentCanJoinedInfo: AgentCanJoinedInfoResult;
  /** With `pstn` the agent's own phone may ring, or be answered, before anything dials. */
  makeCall: Confirmed<'EventDialing' | 'EventRinging' | 'EventEstablished'>;
  rejectCall: Confirmed<'EventReleased'>;
  answer: Confirmed<'EventEstablished'>;
  hangup: Confirmed<'EventReleased'>;
  holdCall: Confirmed<'EventAgentHoldCall'>;
  retrieveCall: Confirmed<'EventAgentRetrieveCall'>;
  muteCall: Confirmed<'EventAgentMute'>;
  unmute: Confirmed<'EventAgentUnmute'>;
  singleTransfer: Confirmed<'EventReleased'>;
  initiateConsult: Confirmed<'EventDialing' | 'EventEstablished'>;
  cancelConsult: Confirmed<'EventReleased' | 'EventAgentRetrieveCall'>;
  retrieveConsult: Confirmed<'EventReleased' | 'EventAgentRetrieveCall'>;
  consultTransfer: Confirmed<'EventReleased'>;
  consultConference: Confirmed<'EventPartyAdded' | 'EventPartyChanged'>;
  delayACW: Confirmed<'EventDelayCallAfterWork'>;
  completeACW: Confirmed<'EventAgentReady' | 'EventAgentNotReady'>;
  completeACWToBusy: Confirmed<'EventAgentNotReady'>;
  sendDtmf: Confirmed<'EventDtmfSent'>;
  queryRoutes: RoutesResult;
  setRoute: RoutesResult;
  queryAgents: AgentsResult;
  forceLogout: SobotSuccess;
  forceBusy: SobotSuccess;
  forceReady: SobotSuccess;
}
