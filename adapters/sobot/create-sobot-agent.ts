import { createAgent, dropIn, type AgentOptions } from '../../src/index.js';
import type { SobotSdk } from './sdk.js';
import type { SobotAgent } from './sobot-agent.js';
import { SobotControl } from './sobot-control.js';

/**
 * Guards the vendor's SDK: the object returned has all of its methods, sends
 * none that the statechart does not take, and knows what state the agent is in.
 *
 * @example
 * const agent = createSobotAgent(new SobotClient.agent());
 *
 * @throws TypeError if `sdk` is no SDK object, or an option is wrong.
 */
export function createSobotAgent(sdk: SobotSdk, options: AgentOptions = {}): SobotAgent {
  if (typeof (sdk as Partial<SobotSdk> | null)?.on !== 'function' || typeof sdk.off !== 'function') {
    throw new TypeError('switchhook: sdk must be an SDK object with on and off: new SobotClient.agent()');
  }
  return dropIn((dispatch) => createAgent(new SobotControl(sdk, dispatch), options)) as unknown as SobotAgent;
}
