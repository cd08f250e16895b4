/*
 * An agent in a process of its own: `agent-process <url> <agentID> <signIn | comeBack>`. It answers
 * every call, and writes each message it hears as a line of JSON.
 */
import { connectNodeToCallCentre } from '../../../adapters/simulator/socket/server-entry.js';

const [url = '', agent = '', mode = ''] = process.argv.slice(2);
const sdk = connectNodeToCallCentre(url);

sdk.on('EventAgentAll', (message) => {
  console.log(JSON.stringify(message));
  if (message.messageID === 'EventRinging') sdk.answer();
});
sdk.initAgent({
  token: 'any',
  companyId: 'any',
  agent,
  success: () => {
    if (mode === 'signIn') sdk.login({ phoneType: 'webrtc', agentState: '1' });
  },
});
