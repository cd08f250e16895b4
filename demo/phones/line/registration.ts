import { URI, type Core, type UserAgent } from 'sip.js';
import { within } from '../deadline.js';
import { PhoneError } from '../phone-error.js';

/** How long a registration lasts, in s. */
const EXPIRES_S = 300;
/** When it is told again: before it ends. */
const REFRESH_MS = EXPIRES_S * 1000 * 0.9;

/**
 * Where the switch can find the phone (RFC 3261, section 10). SIP.js has a `Registerer` for it; that one
 * can neither be let go of while a REGISTER is unanswered nor try again, and keeps its timers meanwhile.
 */
export class Registration {
  readonly #agent: UserAgent;
  readonly #deadline: number;
  readonly #onChange: (registered: boolean) => void;
  /** One for all REGISTERs of a phone, as the standard wants it. */
  readonly #callID = crypto.randomUUID();
  #sequence = 0;
  #registered = false;
  #refresh: NodeJS.Timeout | undefined;
  /** One REGISTER at a time. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(agent: UserAgent, deadline: number, onChange: (registered: boolean) => void) {
    this.#agent = agent;
    this.#deadline = deadline;
    this.#onChange = onChange;
  }

  get registered(): boolean {
    return this.#registered;
  }

  /**
   * @param deadline how long to wait for the answer, in ms; default: the phone's
   * @throws PhoneError REJECTED with the SIP status
   */
  register(deadline = this.#deadline): Promise<void> {
    return this.#inTurn(EXPIRES_S, deadline);
  }

  unregister(): Promise<void> {
    return this.#inTurn(0, this.#deadline);
  }

  /** Unregisters if it is registered; a failure does not matter any more. */
  async close(): Promise<void> {
    clearTimeout(this.#refresh);
    if (this.#registered) await this.unregister().catch(() => undefined);
    this.#enter(0);
  }

  #inTurn(expires: number, deadline: number): Promise<void> {
    const own = this.#last.then(() => this.#tell(expires, deadline));
    this.#last = own.catch(() => undefined);
    return own;
  }

  async #tell(expires: number, deadline: number): Promise<void> {
    clearTimeout(this.#refresh);
    const message = this.#message(expires);
    const request = this.#agent.userAgentCore.register(message);
    const answered = new Promise<void>((resolve, reject) => {
      const refused = (response: Core.IncomingResponse): void => reject(this.#refusal(response.message));
      request.delegate = { onAccept: () => resolve(), onReject: refused, onRedirect: refused };
    });
    try {
      await within(deadline, 'answer to REGISTER', answered);
      this.#enter(expires);
    } catch (error) {
      this.#enter(0);
      throw error;
    } finally {
      // One more was sent if the switch wanted the password.
      this.#sequence = message.cseq;
      request.dispose();
    }
  }

  #message(expires: number): Core.OutgoingRequestMessage {
    const { userAgentCore: core, contact } = this.#agent;
    const { aor } = core.configuration;
    const where = `Contact: ${contact.toString({ register: true })};expires=${expires}`;
    const options = { callId: this.#callID, cseq: this.#sequence + 1 };
    return core.makeOutgoingRequestMessage('REGISTER', new URI('sip', '', aor.host), aor, aor, options, [where]);
  }

  #refusal({ statusCode: status = 500, reasonPhrase = '' }: Core.IncomingResponseMessage): PhoneError {
    // SIP.js makes a 503 of its own of what could not be sent.
    if (!this.#agent.isConnected()) return new PhoneError('UNREACHABLE', 'The connection to the switch is gone.');
    return new PhoneError('REJECTED', `The switch refused to register the phone: ${status} ${reasonPhrase}.`, { status });
  }

  #enter(expires: number): void {
    clearTimeout(this.#refresh);
    // A failure is told as `unregistered`.
    if (expires > 0) this.#refresh = setTimeout(() => void this.register().catch(() => undefined), REFRESH_MS);
    if (this.#registered === expires > 0) return;
    this.#registered = expires > 0;
    this.#onChange(this.#registered);
  }
}
