import { afterEach } from '@jest/globals';
import { createCallCentre, type CallCentre, type FloorOptions } from '../../../adapters/simulator/index.js';
import {
  connectNodeToCallCentre,
  connectNodeToFloor,
  serveCallCentre,
  type CallCentreServer,
  type ConnectOptions,
  type RemoteFloor,
  type RemoteSdk,
  type ServerOptions,
} from '../../../adapters/simulator/socket/server-entry.js';

export const CUSTOMER = '13512345678';

const FLOOR: FloorOptions = {
  agents: [
    { agentID: '1001', ext: '1000', supervisor: true },
    { agentID: '1002', ext: '2000' },
  ],
  customers: [{ number: CUSTOMER, answer: 'manual' }],
  latency: [0, 0],
  exchangeLatency: [0, 0],
};

const cleanups: (() => unknown)[] = [];

/** Runs after the test, the latest first. */
export function later(cleanup: () => unknown): void {
  cleanups.push(cleanup);
}

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export interface ServedFloor {
  readonly centre: CallCentre;
  readonly server: CallCentreServer;
  /** An agent's page, which closes after the test. */
  page(options?: ConnectOptions): Page;
  control(options?: ConnectOptions): RemoteFloor;
}

/** A floor on a port of its own, which closes after the test. */
export async function serveFloor(options: ServerOptions = {}, floor: Partial<FloorOptions> = {}): Promise<ServedFloor> {
  const centre = createCallCentre({ ...FLOOR, ...floor });
  later(() => centre.dispose());
  const server = await serveCallCentre(centre, { port: 0, ...options });
  later(() => server.close());
  return {
    centre,
    server,
    page: (connect) => pageOf(connectNodeToCallCentre(server.url, connect)),
    control: (connect) => {
      const control = connectNodeToFloor(server.url, connect);
      later(() => control.close());
      return control;
    },
  };
}

export type Message = Readonly<Record<string, unknown>>;

/** An agent's page that remembers what it has heard. */
export interface Page {
  readonly sdk: RemoteSdk;
  readonly messages: readonly Message[];
  names(): unknown[];
  /** The answer to a command that has callbacks. */
  ask(command: 'initAgent' | 'login' | 'logout' | 'ready' | 'queryAgents' | 'queryStates' | 'notReady', params?: object): Promise<Answer>;
  /** Initialises the page and signs in, ready for calls. */
  signIn(agentID: string, login?: object): Promise<void>;
  /** The first event of this name. */
  heard(messageID: string): Promise<Message>;
}

interface Answer {
  readonly outcome: 'success' | 'error';
  readonly result: Message;
}

export function pageOf(sdk: RemoteSdk): Page {
  later(() => sdk.close());
  const messages: Message[] = [];
  sdk.on('EventAgentAll', (message) => messages.push(message));
  const ask: Page['ask'] = (command, params = {}) =>
    new Promise((resolve) => {
      sdk[command]({
        ...params,
        success: (result: Message) => resolve({ outcome: 'success', result }),
        error: (result: Message) => resolve({ outcome: 'error', result }),
      });
    });
  const expectSuccess = ({ outcome, result }: Answer): void => {
    if (outcome === 'error') throw new Error(JSON.stringify(result));
  };
  return {
    sdk,
    messages,
    names: () => messages.map(({ messageID }) => messageID),
    ask,
    signIn: async (agentID, login = {}) => {
      expectSuccess(await ask('initAgent', { token: 'any', companyId: 'any', agent: agentID }));
      expectSuccess(await ask('login', { phoneType: 'webrtc', agentState: '1', ...login }));
    },
    heard: async (messageID) => {
      await until(() => messages.some((message) => message.messageID === messageID), `to hear ${messageID}`);
      return messages.find((message) => message.messageID === messageID)!;
    },
  };
}

/** Waits until it is so; at most a few seconds. It may ask a server, which is not to be asked too often. */
export async function until(condition: () => unknown, what = 'for it'): Promise<void> {
  const end = Date.now() + 4000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
