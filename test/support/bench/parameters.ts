import type { CommandName, CommandParameters } from '../../../adapters/sobot/index.js';

/** The commands that cannot do without parameters. */
type Needy = { [Name in CommandName]: undefined extends CommandParameters[Name] ? never : Name }[CommandName];

/** Parameters with which each command passes. */
export const PARAMETERS: { readonly [Name in Needy]: Readonly<Record<string, unknown>> } & {
  readonly [Name in CommandName]?: Readonly<Record<string, unknown>>;
} = {
  initAgent: { token: 'token-of-1005', companyId: 'company-1', agent: '1005' },
  login: { phoneType: 'webrtc', bindExt: '1000', agentState: '1' },
  notReady: { reasonCode: 11 },
  makeCall: { otherDN: '13800138000' },
  singleTransfer: { targetType: '0', target: '1002' },
  initiateConsult: { targetType: '0', target: '1002' },
  delayACW: { delayTime: 60 },
  sendDtmf: { dtmfDigits: '801#' },
  setRoute: { explicitRule: '1' },
  queryUnusedExts: {},
  queryAgents: {},
  forceLogout: { targetAgentID: '1006' },
  forceBusy: { targetAgentID: '1006' },
  forceReady: { targetAgentID: '1006' },
};
