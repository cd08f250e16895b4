import { answer } from './answer.js';
import { cancelConsult } from './cancelConsult.js';
import { completeACW } from './completeACW.js';
import { completeACWToBusy } from './completeACWToBusy.js';
import { consultConference } from './consultConference.js';
import { consultTransfer } from './consultTransfer.js';
import { delayACW } from './delayACW.js';
import { forceBusy } from './forceBusy.js';
import { forceLogout } from './forceLogout.js';
import { forceReady } from './forceReady.js';
import { hangup } from './hangup.js';
import { holdCall } from './holdCall.js';
import { initAgent } from './initAgent.js';
import { initiateConsult } from './initiateConsult.js';
import { login } from './login.js';
import { logout } from './logout.js';
import { makeCall } from './makeCall.js';
import { muteCall } from './muteCall.js';
import { notReady } from './notReady.js';
import { queryAgentCanJoinedInfo } from './queryAgentCanJoinedInfo.js';
import { queryAgentLoginInfo } from './queryAgentLoginInfo.js';
import { queryAgents } from './queryAgents.js';
import { queryPhoneType } from './queryPhoneType.js';
import { queryRoutes } from './queryRoutes.js';
import { queryStates } from './queryStates.js';
import { queryUnusedExts } from './queryUnusedExts.js';
import { ready } from './ready.js';
import { rejectCall } from './rejectCall.js';
import { resetLogout } from './resetLogout.js';
import { retrieveCall } from './retrieveCall.js';
import { retrieveConsult } from './retrieveConsult.js';
import { sendDtmf } from './sendDtmf.js';
import { setRoute } from './setRoute.js';
import { singleTransfer } from './singleTransfer.js';
import { unmute } from './unmute.js';
import type { CommandName } from '../../machines/index.js';
import type { CommandDeclaration } from './declaration.js';

/** Every command, by name. */
export const DECLARATIONS = {
  initAgent,
  login,
  logout,
  ready,
  notReady,
  resetLogout,
  queryStates,
  queryPhoneType,
  queryUnusedExts,
  queryAgentLoginInfo,
  queryAgentCanJoinedInfo,
  makeCall,
  answer,
  rejectCall,
  hangup,
  holdCall,
  retrieveCall,
  muteCall,
  unmute,
  singleTransfer,
  initiateConsult,
  cancelConsult,
  retrieveConsult,
  consultTransfer,
  consultConference,
  delayACW,
  completeACW,
  completeACWToBusy,
  sendDtmf,
  queryRoutes,
  setRoute,
  queryAgents,
  forceLogout,
  forceBusy,
  forceReady,
} as const satisfies { readonly [Name in CommandName]: CommandDeclaration<Name> };

/** The declaration of one command, whichever it is. */
export function declarationOf(command: CommandName): CommandDeclaration {
  return DECLARATIONS[command];
}
