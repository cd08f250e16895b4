import { COMMANDS, type CommandName } from '../../../machines/index.js';
import type { MessageHandler, SimulatedSdk } from '../network/sdk.js';
import type { ConnectOptions } from './client/connect-options.js';
import { RemotePage } from './client/remote-page.js';
import type { RemoteSdk } from './client/remote-sdk.js';

/**
 * An agent's page on a call centre that another process serves, with `npx switchhook simulator` or
 * `serveCallCentre`. It is shaped exactly like `new SobotClient.agent()` and can be used at once.
 *
 * A connection that is lost comes back by itself, with growing waits. The page then takes up its
 * session, and if its agent is signed in, `EventAgentRegainStatus` tells what has become of him.
 * `EventWebSocketSession` tells before that the link is back.
 * If the server has forgotten the session (it was away too long, or the server is a new one), the
 * page gets `EventAgentConnectionChanged` and has to begin with `initAgent` again.
 *
 * No command waits for ever because of the connection:
 * - before the first connection, commands wait for the first attempt to succeed or fail;
 * - without a connection, they fail at once, with error 330009: by the `error` callback or, where
 *   the vendor documents none, as `EventError`;
 * - those whose callback is awaited when the connection is lost fail with error 330051. A call
 *   command has no callback to miss: the regain tells what has become of the call.
 *
 * @throws TypeError if there is no WebSocket; SyntaxError if `url` is no WebSocket address
 * @example
 * const sdk = connectToCallCentre('ws://127.0.0.1:8787');
 * sdk.on('EventAgentAll', (message) => console.log(message.messageID));
 * sdk.initAgent({ token: 'any', companyId: 'any', agent: '1001' });
 */
export function connectToCallCentre(url: string | URL, options: ConnectOptions = {}): RemoteSdk {
  const page = new RemotePage(url, options);
  const commands = Object.fromEntries(COMMANDS.map((command) => [command, (given?: object) => page.run(command, given)])) as Record<
    CommandName,
    SimulatedSdk[CommandName]
  >;
  const sdk: RemoteSdk = {
    ...commands,
    on(eventName: string, handler: MessageHandler) {
      // A caller without types may pass anything.
      if (typeof handler === 'function') page.subscriptions.add(eventName, handler);
      return sdk;
    },
    off(eventName: string, handler?: MessageHandler) {
      page.subscriptions.remove(eventName, handler);
      return sdk;
    },
    get connection() {
      return page.link.state;
    },
    onConnection: (observer) => page.link.observe(observer),
    onInterruption: (listener) => page.interruptions.add(listener),
    close: () => page.close(),
  };
  return sdk;
}
