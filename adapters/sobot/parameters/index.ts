import type * as v from 'valibot';
import type { CommandName } from '../../../machines/index.js';
import { declareParameters, type ParameterDeclaration } from './declaration.js';
import { delayACW } from './delayACW.js';
import { initAgent } from './initAgent.js';
import { login } from './login.js';
import { makeCall } from './makeCall.js';
import { notReady } from './notReady.js';
import { queryAgents, queryUnusedExts } from './queries.js';
import { noParameters } from './schemas.js';
import { sendDtmf } from './sendDtmf.js';
import { setRoute } from './setRoute.js';
import { ofColleague } from './supervisor.js';
import { initiateConsult, singleTransfer } from './transfers.js';

const none = declareParameters({ schema: noParameters() });

/** The parameters of every command (source: the vendor's page). */
export const PARAMETERS = {
  initAgent,
  login,
  logout: none,
  ready: none,
  notReady,
  resetLogout: none,
  queryStates: none,
  queryPhoneType: none,
  queryUnusedExts,
  queryAgentLoginInfo: none,
  queryAgentCanJoinedInfo: none,
  makeCall,
  answer: none,
  rejectCall: none,
  hangup: none,
  holdCall: none,
  retrieveCall: none,
  muteCall: none,
  unmute: none,
  singleTransfer,
  initiateConsult,
  cancelConsult: none,
  retrieveConsult: none,
  consultTransfer: none,
  consultConference: none,
  delayACW,
  completeACW: none,
  completeACWToBusy: none,
  sendDtmf,
  queryRoutes: none,
  setRoute,
  queryAgents,
  forceLogout: ofColleague,
  forceBusy: ofColleague,
  forceReady: ofColleague,
} as const satisfies { readonly [Name in CommandName]: ParameterDeclaration<never> | ParameterDeclaration };

/** The parameters that a command takes; strings may stand for codes and numbers, unknown ones pass through. */
export type CommandParameters = {
  readonly [Name in CommandName]: v.InferInput<(typeof PARAMETERS)[Name]['schema']>;
};

/** The arguments of a function that sends the command: none where it can do without. */
export type CommandArguments<Name extends CommandName> = undefined extends CommandParameters[Name]
  ? [parameters?: CommandParameters[Name]]
  : [parameters: CommandParameters[Name]];
