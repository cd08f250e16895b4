import type { SobotCommand } from '../network/commands.js';
import { completeACW, completeACWToBusy, delayACW } from './acw.js';
import { notReady, ready } from './availability.js';
import { answer } from './calls/answer.js';
import { cancelConsult, initiateConsult, retrieveConsult } from './calls/consult.js';
import { makeCall } from './calls/dial-out.js';
import { hangup, rejectCall } from './calls/hangup.js';
import { holdCall, retrieveCall } from './calls/hold.js';
import { sendDtmf } from './calls/keys.js';
import { consultConference, consultTransfer } from './calls/merging.js';
import { muteCall, unmute } from './calls/microphone.js';
import { singleTransfer } from './calls/single-transfer.js';
import type { Desk } from './context.js';
import { login } from './login.js';
import { logout, resetLogout } from './logout.js';
import { queryAgentCanJoinedInfo, queryAgentLoginInfo, queryAgents, queryPhoneType, queryStates, queryUnusedExts } from './queries.js';
import type { Request } from './request.js';
import { queryRoutes, setRoute } from './routes.js';
import { forceBusy, forceLogout, forceReady } from './supervisor.js';

type Handler = (desk: Desk, request: Request) => void;

export interface CommandEntry {
  readonly run: Handler;
  /** Whether the agent must be signed in. */
  readonly signedIn?: true;
  /** Success without `status`, as the vendor's page has it. */
  readonly bareResult?: true;
}

const call = (run: Handler): CommandEntry => ({ run, signedIn: true });

/** Every command but `initAgent`, which is about the page and not the agent. */
export const COMMANDS: Readonly<Record<Exclude<SobotCommand, 'initAgent'>, CommandEntry>> = {
  login: { run: login },
  logout: { run: logout },
  notReady: { run: notReady },
  ready: { run: ready },
  resetLogout: { run: resetLogout },
  queryStates: { run: queryStates },
  queryPhoneType: { run: queryPhoneType },
  queryUnusedExts: { run: queryUnusedExts },
  queryAgentLoginInfo: { run: queryAgentLoginInfo },
  queryAgentCanJoinedInfo: { run: queryAgentCanJoinedInfo },
  makeCall: call(makeCall),
  rejectCall: call(rejectCall),
  answer: call(answer),
  hangup: call(hangup),
  holdCall: call(holdCall),
  retrieveCall: call(retrieveCall),
  muteCall: call(muteCall),
  unmute: call(unmute),
  singleTransfer: call(singleTransfer),
  initiateConsult: call(initiateConsult),
  cancelConsult: call(cancelConsult),
  retrieveConsult: call(retrieveConsult),
  consultTransfer: call(consultTransfer),
  consultConference: call(consultConference),
  delayACW: call(delayACW),
  completeACW: call(completeACW),
  completeACWToBusy: call(completeACWToBusy),
  sendDtmf: call(sendDtmf),
  queryRoutes: { run: queryRoutes, signedIn: true, bareResult: true },
  setRoute: { run: setRoute, signedIn: true, bareResult: true },
  queryAgents: { run: queryAgents },
  forceLogout: { run: forceLogout },
  forceBusy: { run: forceBusy },
  forceReady: { run: forceReady },
};
