import type { CommandName } from '../../../adapters/sobot/index.js';
import type { Attributes, Moment, Sight } from '../day.js';

const PARAMETERS: { readonly [Name in CommandName]?: Attributes } = {
  initAgent: { token: 'a-token', companyId: 'company-1', agent: '1001' },
  login: { phoneType: 'webrtc', bindExt: '8001', agentState: '1' },
  makeCall: { otherDN: '13511110001' },
  initiateConsult: { targetType: '0', target: '1002' },
  singleTransfer: { targetType: '0', target: '1002' },
  delayACW: { delayTime: 60 },
};

/** The agent, or the page for them, sends a command; with parameters that pass, where it takes some. */
export function does(at: number, agent: CommandName, parameters: Attributes | undefined = PARAMETERS[agent]): Moment {
  return { at, agent, ...(parameters === undefined ? {} : { parameters }) };
}

/** The service's answer to a command with callbacks. */
export const accepted = (at: number, accepts: CommandName, result: Attributes = {}): Moment => ({ at, accepts, result });

/** The view that the page must show now, and why. */
export const sees = (at: number, because: string, shows: Sight): Moment => ({ at, because, shows });

const LOGIN = { agentState: '1', reasonCode: 0, phoneType: 'webrtc', bindExt: '8001' };

/** The service says yes to login. */
export const signedIn = (at: number): Moment => accepted(at, 'login', LOGIN);

/** Before the day begins, the page is loaded and initialised. */
export const CONNECTED: readonly Moment[] = [does(-3_000, 'initAgent'), accepted(-2_900, 'initAgent')];

/** Before the day begins, the agent has signed in, online. The service has sent no message yet. */
export const ONLINE: readonly Moment[] = [...CONNECTED, does(-2_000, 'login'), signedIn(-1_900)];
