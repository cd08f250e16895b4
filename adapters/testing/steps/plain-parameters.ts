import type { CommandName } from '../../sobot/index.js';
import { COLLEAGUES, COMPANY, CUSTOMERS, NOBODY } from '../floor/house.js';

/** The parts of an action that are left to chance. */
export interface Draw {
  /** Which of the commands that make sense. */
  readonly choice: number;
  /** The party that is called, asked or forced. */
  readonly target: number;
  /** All other parameters. */
  readonly detail: number;
}

/** One of them, by chance that was drawn. */
export function oneOf<Item>(items: readonly Item[], draw: number): Item {
  const item = items[draw % items.length];
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}

const BREAKS = [11, 12, 13, 14, 15, 16, 17, 18, 2] as const;
const PHONES = ['webrtc', 'webrtc', 'webrtc', 'webrtc', 'sip', 'sip', 'pstn'] as const;

/** Colleagues twice as often as customers: only with them does a call have two agents. */
function thirdParties(agentID: string): readonly object[] {
  const colleagues = COLLEAGUES.filter((colleague) => colleague.agentID !== agentID);
  return [
    ...colleagues.map((colleague) => ({ targetType: '0', target: colleague.agentID })),
    ...colleagues.map(({ ext }) => ({ targetType: '2', target: ext })),
    ...CUSTOMERS.map((target) => ({ targetType: '1', target })),
    { targetType: '1', target: oneOf(NOBODY, 0) },
  ];
}

function callable(agentID: string): readonly string[] {
  const exts = COLLEAGUES.filter((colleague) => colleague.agentID !== agentID).map(({ ext }) => ext);
  return [...CUSTOMERS, ...exts, ...CUSTOMERS, ...NOBODY];
}

/** Parameters with which somebody who knows what he does would give the command. */
export function plainParameters(command: CommandName, agentID: string, { target, detail }: Draw): object {
  switch (command) {
    case 'initAgent':
      return { token: 'any', companyId: COMPANY, agent: agentID };
    case 'login': {
      const phoneType = oneOf(PHONES, detail);
      const mobile = COLLEAGUES.find((colleague) => colleague.agentID === agentID)?.mobile ?? '';
      const login = { phoneType, bindExt: '', agentState: target % 4 === 3 ? '2' : '1' };
      return phoneType === 'pstn' ? { ...login, bindMobile: mobile } : login;
    }
    case 'notReady':
      return { reasonCode: oneOf(BREAKS, detail) };
    case 'makeCall':
      return { otherDN: oneOf(callable(agentID), target) };
    case 'initiateConsult':
    case 'singleTransfer':
      return oneOf(thirdParties(agentID), target);
    case 'delayACW':
      return { delayTime: 30 };
    case 'sendDtmf':
      return { dtmfDigits: '12#' };
    case 'setRoute':
      return { explicitRule: '1' };
    case 'forceLogout':
    case 'forceBusy':
    case 'forceReady':
      return { targetAgentID: oneOf(COLLEAGUES, target).agentID };
    case 'logout':
    case 'ready':
    case 'resetLogout':
    case 'queryStates':
    case 'queryPhoneType':
    case 'queryUnusedExts':
    case 'queryAgentLoginInfo':
    case 'queryAgentCanJoinedInfo':
    case 'queryAgents':
    case 'queryRoutes':
    case 'answer':
    case 'rejectCall':
    case 'hangup':
    case 'holdCall':
    case 'retrieveCall':
    case 'muteCall':
    case 'unmute':
    case 'cancelConsult':
    case 'retrieveConsult':
    case 'consultTransfer':
    case 'consultConference':
    case 'completeACW':
    case 'completeACWToBusy':
      return {};
  }
}
