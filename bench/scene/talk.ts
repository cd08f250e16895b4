import { createSobotAgent, type AgentOptions, type SobotAgent } from '../../adapters/sobot/index.js';
import { FakeSdk } from './fake-sdk.js';
import { CallMessages } from './messages.js';

/** An agent who talks with a customer. */
export interface Talk {
  readonly sdk: FakeSdk;
  readonly messages: CallMessages;
  readonly agent: SobotAgent;
}

/** An SDK whose service confirms holding and retrieving by their events. */
export function openSdk(): Pick<Talk, 'sdk' | 'messages'> {
  const messages = new CallMessages();
  const sdk = new FakeSdk({
    holdCall: () => messages.next('EventAgentHoldCall'),
    retrieveCall: () => messages.next('EventAgentRetrieveCall'),
  });
  return { sdk, messages };
}

/** Signs an agent in on the SDK, and gives it a call; `made` gets the agent before anything has happened. */
export async function talkOn(
  { sdk, messages }: Pick<Talk, 'sdk' | 'messages'>,
  options?: AgentOptions,
  made: (agent: SobotAgent) => void = () => undefined,
): Promise<Talk> {
  const agent = createSobotAgent(sdk, options);
  made(agent);
  await agent.initAgent({ token: 'token', companyId: 'company-1', agent: '1005' });
  await agent.login({ phoneType: 'webrtc', bindExt: '1000', agentState: '1' });
  // Copied, as if parsed off a wire: each agent has texts of its own to remember.
  for (const messageID of ['EventRinging', 'EventEstablished']) sdk.emit(structuredClone(messages.next(messageID)));
  const { work } = agent.getSnapshot();
  if (work !== 'talking') throw new Error(`The agent of the bench should be talking, but is ${work}.`);
  return { sdk, messages, agent };
}

/** A new agent who talks with a customer. */
export function openTalk(options?: AgentOptions, made?: (agent: SobotAgent) => void): Promise<Talk> {
  return talkOn(openSdk(), options, made);
}
