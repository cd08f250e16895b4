import { SobotControl } from '../../../adapters/sobot/sobot-control.js';
import { createAgent, type Agent } from '../../../src/index.js';
import { ScriptedSdk } from '../bench/index.js';

/** An agent of `createAgent`, which has no methods of a vendor's, in a call. */
export function plainAgentInCall(): { readonly agent: Agent; readonly sdk: ScriptedSdk } {
  const sdk = new ScriptedSdk();
  const agent = createAgent(new SobotControl(sdk, () => undefined));
  void agent.execute('initAgent', { token: 't', companyId: 'c', agent: '1005' });
  sdk.succeed('initAgent');
  void agent.execute('login', { phoneType: 'webrtc', bindExt: '', agentState: '1' });
  sdk.succeed('login', { agentState: '1' });
  for (const messageID of ['EventRinging', 'EventEstablished'])
    sdk.emit(messageID, { callID: 'call-1', partyID: 'party-1', callType: 'Inbound' });
  return { agent, sdk };
}
