import type { Clock } from '../../exchange/index.js';
import { AriFailure, type AriClient, type Credentials } from '../ari/ari-client.js';
import type { AriEvent } from '../ari/ari-event.js';
import { openEventSocket, type EventSocket } from '../ari/event-socket.js';
import type { AsteriskError } from '../asterisk-error.js';
import { answerClaim, appTaken, claimApp } from './claim.js';
import { subscribeToPhones, tidyUp, unsubscribeFromPhones } from './inventory.js';
import { explain, probe } from './probe.js';

/** Attempts in a row that may fail in any way, while the PBX is perhaps starting. */
const STARTING = 4;

/**
 * How the PBX is connected.
 *
 * - `connecting` before the first connection
 * - `up`
 * - `down` lost; it is tried again by itself
 * - `replaced` another process has connected as the same application; it is not tried again
 * - `closed` by us
 */
export type LinkState = 'connecting' | 'up' | 'down' | 'replaced' | 'closed';

/** The news of the link. */
export interface LinkHooks {
  readonly onEvent: (event: AriEvent) => void;
  /** All that was there is gone, for all that is known. */
  readonly onLost: () => void;
  /** Connected, for the first time or again; the link is up when it resolves. */
  readonly onFound: () => Promise<void>;
}

export interface LinkOptions extends LinkHooks {
  readonly url: string;
  readonly credentials: Credentials;
  readonly app: string;
  readonly ari: AriClient;
  readonly clock: Clock;
  /** How long connecting may take, in ms. */
  readonly patience: number;
  /** Waits between attempts to connect again, in ms: the first, and the longest. */
  readonly backOff: readonly [first: number, most: number];
  readonly onProblem: (problem: AsteriskError) => void;
}

/** The connection to the PBX, which comes back by itself. */
export class Link {
  readonly #options: LinkOptions;
  #state: LinkState = 'connecting';
  #socket: EventSocket | null = null;
  #attempts = 0;
  /** The events reported while we were connecting: they are told when everything else is known. */
  #early: AriEvent[] = [];
  #retry: { readonly handle: unknown } | null = null;
  #closed: Promise<void> | null = null;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  get state(): LinkState {
    return this.#state;
  }

  /** The first connection. @throws AsteriskError that says what to do */
  async open(): Promise<void> {
    const { ari, url, app } = this.#options;
    await probe(ari, url);
    try {
      await claimApp(ari, app);
      await this.#connect();
    } catch (error) {
      await this.close();
      throw explain(error, url);
    }
  }

  /** Resolves when nothing is connected any more, however often it is called. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const { ari, app, clock } = this.#options;
    const wasUp = this.#state === 'up';
    this.#state = 'closed';
    if (this.#retry !== null) clock.clearTimeout(this.#retry.handle);
    if (wasUp) await unsubscribeFromPhones(ari, app).catch(() => undefined);
    await this.#socket?.close();
  }

  async #connect(): Promise<void> {
    const { url, credentials, app, ari, patience, onFound } = this.#options;
    this.#early = [];
    const socket = await openEventSocket({
      url,
      credentials,
      app,
      patience,
      onEvent: (event) => this.#take(event),
      onLost: () => this.#lose(socket),
    });
    this.#socket = socket;
    if (this.#isOver()) {
      await socket.close();
      return;
    }
    const isNew = (channel: string): boolean => this.#early.some((event) => event.type === 'StasisStart' && event.channel.id === channel);
    await tidyUp(ari, app, isNew);
    await subscribeToPhones(ari, app);
    await onFound();
    // It may have been lost while we were waiting.
    if (this.#socket !== socket) throw new AriFailure(null, 'the connection was lost');
    if (this.#isOver()) return;
    this.#state = 'up';
    this.#attempts = 0;
    for (const event of this.#early.splice(0)) this.#options.onEvent(event);
  }

  #isOver(): boolean {
    return this.#state === 'closed' || this.#state === 'replaced';
  }

  #take(event: AriEvent): void {
    const { ari, app, onEvent } = this.#options;
    if (event.type === 'ApplicationReplaced') this.#replaced();
    else if (event.type === 'ChannelUserevent') void answerClaim(ari, app, event);
    else if (this.#state === 'up') onEvent(event);
    else this.#early.push(event);
  }

  /** The process that has replaced us knows nothing of our calls; coming back would only take them from it in turn. */
  #replaced(): void {
    const { app, onLost, onProblem } = this.#options;
    this.#state = 'replaced';
    onLost();
    onProblem(appTaken(app));
    void this.#socket?.close();
  }

  #lose(socket: EventSocket): void {
    if (this.#socket !== socket || this.#isOver()) return;
    const { url, onLost, onProblem } = this.#options;
    const wasUp = this.#state === 'up';
    this.#socket = null;
    // While connecting, `#connect` sees it by itself.
    if (!wasUp) return;
    this.#state = 'down';
    onLost();
    onProblem(explain(new AriFailure(null, 'the connection was lost'), url));
    this.#again();
  }

  #again(): void {
    const { clock, backOff, url, onLost, onProblem } = this.#options;
    const [first, most] = backOff;
    const wait = Math.min(most, first * 2 ** this.#attempts++);
    const handle = clock.setTimeout(() => {
      this.#retry = null;
      this.#connect().catch((error: unknown) => {
        if (this.#isOver()) return;
        const problem = explain(error, url);
        // That it is still away is no news, and while it starts a PBX may say anything.
        if (problem.code !== 'unreachable' && this.#attempts > STARTING) onProblem(problem);
        void this.#socket?.close();
        this.#socket = null;
        onLost();
        this.#again();
      });
    }, wait);
    this.#retry = { handle };
  }
}
