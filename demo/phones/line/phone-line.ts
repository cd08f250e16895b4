import type { Invitation, Inviter, Notification, Session, URI } from 'sip.js';
import type { DialOptions } from '../call/call.js';
import type { AudioSession } from '../media/audio-session.js';
import { PhoneError } from '../phone-error.js';
import type { LineNews } from '../phone-event.js';
import { Line, type LineOptions } from './line.js';

type Account = Pick<LineOptions, 'ext' | 'password' | 'server' | 'domain' | 'displayName' | 'deadline'>;

export interface PhoneLineOptions extends Account {
  readonly reconnectAfter: number | null;
  readonly audioOf: (session: Session) => AudioSession;
  readonly onInvite: (invitation: Invitation) => void;
  readonly onNotify: (notification: Notification) => void;
  /** The connection is gone, and with it every call. */
  readonly onLost: () => void;
  readonly tell: (news: LineNews) => void;
}

/** How long one of many tries to register waits for its answer. */
const RETRY_DEADLINE_MS = 1000;

/** The phone's way to the switch: one connection after another. */
export class PhoneLine {
  readonly #options: PhoneLineOptions;
  /** Lines that are being let go of. */
  readonly #old = new Map<Line, Promise<void>>();
  #line: Line | null = null;
  #opening: Promise<Line> | null = null;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: PhoneLineOptions) {
    this.#options = options;
  }

  get connected(): boolean {
    return this.#line?.connected ?? false;
  }

  get registered(): boolean {
    return this.connected && (this.#line?.registered ?? false);
  }

  /** Nothing of any connection is left. */
  get gone(): boolean {
    return this.#line === null && this.#opening === null && this.#old.size === 0;
  }

  /** @param deadline how long to wait for the switch's answer, in ms; default: the phone's */
  async register(deadline = this.#options.deadline): Promise<void> {
    clearTimeout(this.#retry);
    const line = await this.#open();
    await line.register(deadline);
  }

  async unregister(): Promise<void> {
    clearTimeout(this.#retry);
    await this.#connectedLine().unregister();
  }

  /** A call that has not been sent yet. @throws PhoneError UNREACHABLE */
  async inviter(target: string, options: DialOptions): Promise<Inviter> {
    return (await this.#open()).inviter(target, options);
  }

  /** The address of a number at the switch. */
  uri(number: string): URI {
    return this.#connectedLine().uri(number);
  }

  /** A line on which nothing goes through any more is given up: no farewell would be answered. */
  giveUpIfSilent(): void {
    if (this.#line?.silent === true) this.#line.drop();
  }

  drop(silent: boolean): void {
    if (silent) this.#line?.silence();
    else this.#line?.drop();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#opening?.catch(() => undefined);
    if (this.#line !== null) this.#letGo(this.#line);
    await Promise.all(this.#old.values());
  }

  async #open(): Promise<Line> {
    if (this.#closed) throw new PhoneError('CLOSED', 'The phone has been closed.');
    if (this.#line?.connected === true) return this.#line;
    this.#opening ??= this.#connect().finally(() => (this.#opening = null));
    return this.#opening;
  }

  async #connect(): Promise<Line> {
    const line = new Line({
      ...this.#options,
      onRegistration: (registered) => this.#options.tell({ type: registered ? 'registered' : 'unregistered' }),
      onLost: (error) => this.#lost(line, error),
    });
    try {
      await line.connect();
    } catch (error) {
      this.#letGo(line);
      throw error;
    }
    this.#line = line;
    this.#options.tell({ type: 'connected' });
    return line;
  }

  #connectedLine(): Line {
    if (this.#line?.connected === true) return this.#line;
    throw new PhoneError('UNREACHABLE', 'The phone has no connection to the switch.');
  }

  #lost(line: Line, error: Error): void {
    if (this.#line !== line) return;
    const { registered } = line;
    this.#options.onLost();
    this.#letGo(line);
    this.#options.tell({ type: 'disconnected', error });
    if (registered) this.#registerLater();
  }

  #registerLater(): void {
    const { reconnectAfter } = this.#options;
    if (reconnectAfter === null || this.#closed) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      // A switch that is just booting takes connections, and forgets what it is told.
      this.register(Math.min(this.#options.deadline, RETRY_DEADLINE_MS)).catch(() => this.#registerLater());
    }, reconnectAfter);
  }

  #letGo(line: Line): void {
    if (this.#line === line) this.#line = null;
    this.#old.set(
      line,
      line.close().then(() => {
        if (line.gone) this.#old.delete(line);
      }),
    );
  }
}
