import type { CommandName } from '../../../../machines/index.js';
import { failureOf, hasCallbacks } from '../../network/failures.js';
import { helloAs, type Hello, type SessionKey } from '../protocol/client-messages.js';
import type { AnswerMessage, ProblemMessage, ServerMessage, Welcome } from '../protocol/server-messages.js';
import type { ConnectOptions } from './connect-options.js';
import { errorEventOf, LINK_FAILURES, type LinkFailure } from './link-failure.js';
import { Interruptions } from './interruptions.js';
import { Link, type LinkListener } from './link.js';
import { outgoing, type Outgoing } from './outgoing.js';
import { Subscriptions } from './subscriptions.js';
import { thrower } from './thrower.js';

/** Commands whose answer is awaited. Answers that were lost on purpose must not pile up. */
const MOST_PENDING = 1000;

/** The part of an agent's page between its methods and its link to the server. */
export class RemotePage implements LinkListener {
  readonly link: Link;
  readonly subscriptions: Subscriptions;
  readonly interruptions: Interruptions;
  readonly #onError: (error: unknown) => void;
  readonly #pending = new Map<number, Outgoing>();
  /** Commands that wait for the first connection; null as soon as it is there, or has failed. */
  #queue: Outgoing[] | null = [];
  #session: SessionKey | null = null;
  /** The session knows whose page this is, or soon will. */
  #initialised = false;
  #lastId = 0;
  #closed = false;

  constructor(url: string | URL, options: ConnectOptions) {
    this.#onError = thrower(options);
    this.subscriptions = new Subscriptions(this.#onError);
    this.interruptions = new Interruptions(this.#onError);
    this.link = new Link(url, options, this);
  }

  run(command: CommandName, given: unknown): void {
    this.#lastId += 1;
    const call = outgoing(this.#lastId, command, given);
    if (call.message === null) this.#failSoon(call, LINK_FAILURES.unsent);
    else if (this.link.state === 'open') this.#send(call);
    else if (this.#queue !== null && this.#queue.length < MOST_PENDING) this.#queue.push(call);
    else this.#failSoon(call, LINK_FAILURES.unsent);
  }

  close(): void {
    // The caller need not be told that the page is closed.
    this.#initialised = false;
    this.link.close();
    this.#closed = true;
    this.subscriptions.clear();
    this.interruptions.clear();
  }

  hello(): Hello {
    return helloAs('agent', this.#session);
  }

  opened({ session, resumed = false }: Welcome): void {
    if (!resumed) this.#forgotten();
    else if (this.#initialised) this.#tell({ messageID: 'EventWebSocketSession', creationTime: this.link.clock.now() });
    this.#session = session ?? null;
    const waiting = this.#queue ?? [];
    this.#queue = null;
    for (const call of waiting) this.#send(call);
  }

  received(message: ServerMessage): void {
    if (message.type === 'event') this.#tell(message.message);
    else if (message.type === 'interruption') this.#tellServersInterruption();
    else if (message.type === 'answer') this.#settle(message);
    else if (message.type === 'problem') this.#hearProblem(message);
  }

  lost(forGood: boolean): void {
    const unanswered = [...this.#pending.values()];
    const unsent = this.#queue ?? [];
    this.#pending.clear();
    this.#queue = null;
    for (const call of unanswered) this.#fail(call, LINK_FAILURES.unanswered);
    for (const call of unsent) this.#fail(call, LINK_FAILURES.unsent);
    if (forGood) this.#forgotten();
    this.#tellInterruption();
  }

  /** After the answers that the link's own end has given: those are none of the service's. */
  #tellInterruption(): void {
    if (this.#initialised && this.link.state !== 'open') this.interruptions.tell();
  }

  /** The link to the server is there, but one within the service is not. */
  #tellServersInterruption(): void {
    if (this.#initialised) this.interruptions.tell();
  }

  /** The service knows this page no more: as if the agent had been pushed out. */
  #forgotten(): void {
    if (!this.#initialised) return;
    this.#initialised = false;
    this.#tell({ messageID: 'EventAgentConnectionChanged', creationTime: this.link.clock.now() });
  }

  #send(call: Outgoing): void {
    if (call.message === null) return;
    if (call.command === 'initAgent') this.#initialised = true;
    if (hasCallbacks(call.command)) {
      const [oldest] = this.#pending.keys();
      if (this.#pending.size >= MOST_PENDING && oldest !== undefined) this.#pending.delete(oldest);
      this.#pending.set(call.message.id, call);
    }
    this.link.send(call.message);
  }

  #settle({ id, outcome, result }: AnswerMessage): void {
    const call = this.#pending.get(id);
    this.#pending.delete(id);
    const callback = call?.[outcome];
    if (callback) this.#safely(() => callback(result));
  }

  #hearProblem({ code, id }: ProblemMessage): void {
    if (id === undefined) return;
    const failure = code === 'tooFast' ? LINK_FAILURES.tooFast : LINK_FAILURES.unsent;
    const call = this.#pending.get(id);
    this.#pending.delete(id);
    if (call === undefined) this.#tell(errorEventOf(failure, this.link.clock.now()));
    else this.#fail(call, failure);
  }

  /** Never at once: the caller of a command does not expect a callback before it returns. */
  #failSoon(call: Outgoing, failure: LinkFailure): void {
    queueMicrotask(() => {
      this.#fail(call, failure);
      this.#tellInterruption();
    });
  }

  #fail({ command, error }: Outgoing, failure: LinkFailure): void {
    if (!hasCallbacks(command)) this.#tell(errorEventOf(failure, this.link.clock.now()));
    else if (error !== null) this.#safely(() => error(failureOf(command, failure.code, failure.text)));
  }

  #tell(message: Readonly<Record<string, unknown>>): void {
    if (!this.#closed) this.subscriptions.dispatch(message);
  }

  #safely(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#onError(error);
    }
  }
}
