import { Inviter, UserAgent, URI, type Invitation, type Notification, type Session } from 'sip.js';
import type { DialOptions } from '../call/call.js';
import { within } from '../deadline.js';
import type { AudioSession } from '../media/audio-session.js';
import { PhoneError } from '../phone-error.js';
import { Registration } from './registration.js';
import { SocketTransport, type SocketTransportOptions } from './socket-transport.js';

export interface LineOptions {
  readonly ext: string;
  readonly password: string;
  readonly server: string;
  readonly domain: string;
  readonly displayName: string;
  readonly deadline: number;
  /** The audio of a call that is being set up. */
  readonly audioOf: (session: Session) => AudioSession;
  readonly onInvite: (invitation: Invitation) => void;
  /** A NOTIFY outside of any call. */
  readonly onNotify: (notification: Notification) => void;
  readonly onRegistration: (registered: boolean) => void;
  /** The connection is gone, and not by `close`. */
  readonly onLost: (error: Error) => void;
}

/** A day: it is the switch that says how long a phone may ring. */
const RING_FOR_S = 24 * 60 * 60;

/** A connection to the switch with all that lives on it, good for once: after it is gone, a new one is needed. */
export class Line {
  readonly #options: LineOptions;
  readonly #agent: UserAgent;
  readonly #transport: SocketTransport;
  readonly #registration: Registration;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#agent = new UserAgent({
      uri: this.uri(options.ext),
      displayName: options.displayName,
      authorizationUsername: options.ext,
      authorizationPassword: options.password,
      transportConstructor: SocketTransport,
      transportOptions: { server: options.server, deadline: options.deadline } satisfies SocketTransportOptions,
      sessionDescriptionHandlerFactory: (session) => options.audioOf(session),
      // Whether a phone rings is its own decision: one that is busy, or answers by itself, does not.
      sendInitialProvisionalResponse: false,
      noAnswerTimeout: RING_FOR_S,
      // Closing is done here, with deadlines; SIP.js would wait for each answer in turn.
      gracefulShutdown: false,
      logBuiltinEnabled: false,
      logConfiguration: false,
      delegate: {
        onInvite: options.onInvite,
        onNotify: options.onNotify,
        onDisconnect: (error) => options.onLost(error ?? new Error('The connection was closed.')),
      },
    });
    if (!(this.#agent.transport instanceof SocketTransport)) throw new TypeError('SIP.js has not made the transport.');
    this.#transport = this.#agent.transport;
    this.#registration = new Registration(this.#agent, options.deadline, options.onRegistration);
  }

  get connected(): boolean {
    return this.#transport.isConnected();
  }

  get registered(): boolean {
    return this.#registration.registered;
  }

  get silent(): boolean {
    return this.#transport.silent;
  }

  /** Nothing is left on it: no connection, no dialog, no transaction. */
  get gone(): boolean {
    const { dialogs, userAgentClients, userAgentServers } = this.#agent.userAgentCore;
    return this.#transport.gone && dialogs.size + userAgentClients.size + userAgentServers.size === 0;
  }

  /** @throws PhoneError UNREACHABLE */
  async connect(): Promise<void> {
    await within(this.#options.deadline, `connection to ${this.#options.server}`, this.#agent.start());
  }

  register(deadline: number): Promise<void> {
    return this.#registration.register(deadline);
  }

  unregister(): Promise<void> {
    return this.#registration.unregister();
  }

  /** A call that has not been sent yet. @throws PhoneError INVALID_PARAMETER */
  inviter(target: string, { headers = {}, asserted }: DialOptions): Inviter {
    const extraHeaders = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    if (extraHeaders.some((header) => !/^[\w-]+: [^\r\n]*$/.test(header))) {
      throw new PhoneError('INVALID_PARAMETER', 'A header is a name and one line of text.');
    }
    if (asserted !== undefined) extraHeaders.push(`P-Asserted-Identity: <${this.uri(asserted).toString()}>`);
    return new Inviter(this.#agent, this.uri(target), { extraHeaders });
  }

  /** The address of a number at this switch. @throws PhoneError INVALID_PARAMETER */
  uri(number: string): URI {
    // The number stays out of messages.
    if (!/^[\w.+*#-]+$/.test(number)) throw new PhoneError('INVALID_PARAMETER', 'This is no number that can be dialled.');
    return new URI('sip', number, this.#options.domain);
  }

  drop(): void {
    this.#transport.drop();
  }

  silence(): void {
    this.#transport.silence();
  }

  /** Unregisters, if it can still be told, and lets go of everything; its calls must be over. */
  async close(): Promise<void> {
    await this.#registration.close();
    await this.#agent.stop();
    await this.#transport.disconnect();
  }
}
