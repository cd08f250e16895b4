import { createActor, type ActorRefFrom } from 'xstate';
import {
  agentMachine,
  nextDeadline,
  readState,
  type AgentEvent,
  type AgentMachine,
  type AgentSnapshot,
  type CommandName,
  type Emitted,
  type FailedOutcome,
  type RegainedFact,
  type Request,
  type ServerFact,
  type SubscriptionName,
  type WorkStatus,
} from '../../machines/index.js';
import { checkParameters } from '../commands/check-parameters.js';
import type { CommandDeclaration, Fact } from '../commands/declaration.js';
import { declarationOf } from '../commands/index.js';
import { CommandError, type ErrorState } from '../errors/command-error.js';
import type { FailureCode } from '../errors/error-code.js';
import { chartRefusal, type Refusal } from '../errors/refusal.js';
import { project, type AgentState, type Projection } from './agent-state.js';
import { Alarm } from './alarm.js';
import type { Answer, CallControl, News, ServiceFailure } from './call-control.js';
import { systemClock, type AgentClock } from './clock.js';
import { FactOrder } from './fact-order.js';
import { Memory } from './memory.js';
import { Notifier } from './notifier.js';
import { checkOptions, type AgentOptions } from './options.js';
import { firstFact } from './optimism.js';
import type { AgentReport } from './report.js';

/** Where an event of the machine comes from: what promises end with, and reports name. */
interface Origin {
  readonly result?: unknown;
  readonly failure?: ServiceFailure | undefined;
  readonly messageID?: string;
}

/** A command in flight, as its promise knows it. */
interface Flight {
  readonly declaration: CommandDeclaration;
  resolve(result: unknown): void;
  reject(error: CommandError): void;
}

const FAILURES: Readonly<Record<FailedOutcome, FailureCode>> = {
  rejected: 'REJECTED',
  timedOut: 'TIMEOUT',
  superseded: 'SUPERSEDED',
  displaced: 'DISPLACED',
};

const EXPLANATIONS: Readonly<Record<FailureCode, string>> = {
  REJECTED: 'was rejected by the service',
  TIMEOUT: 'had no answer in time; the state is what it was before',
  SUPERSEDED: 'came to nothing: its call ended, or the server put the agent elsewhere, before an answer',
  DISPLACED: 'came to nothing: the agent signed in at another end',
  DISPOSED: 'came to nothing: the agent object was disposed of',
};

const REMEDIES: Readonly<Partial<Record<FailureCode, string>>> = {
  TIMEOUT: 'Try again, or use resetLogout if the service does not answer at all.',
  DISPLACED: 'Take the agent back with login, on the wish of the person only.',
};

/** What the server may name without contradicting what this page knows in more detail. */
const COARSER: Readonly<Partial<Record<WorkStatus, readonly WorkStatus[]>>> = {
  talking: ['talking', 'consulting', 'conferencing'],
  holding: ['holding', 'consulting'],
};

/**
 * Runs the agent machine against a telephone system: commands go out if the
 * chart takes them, what the server says goes in, and everybody who waits or
 * listens is told.
 */
export class Agent {
  /** The XState actor, for inspectors and `@xstate/react`. Its context masks personal data when serialised. */
  readonly actor: ActorRefFrom<AgentMachine>;
  readonly #port: CallControl;
  readonly #options: AgentOptions;
  readonly #clock: AgentClock;
  readonly #alarm: Alarm;
  readonly #memory: Memory | null;
  readonly #order = new FactOrder();
  readonly #states = new Notifier<AgentState>();
  readonly #reports = new Notifier<AgentReport>();
  readonly #flights = new Map<number, Flight>();
  /** The last request of each lane that timed out: a late yes to it is still believed. */
  readonly #givenUp = new Map<number, { readonly command: CommandName; readonly lane: string }>();
  readonly #emitted: Emitted[] = [];
  readonly #unsubscribe: () => void;
  #projection: Projection | null = null;
  #lastId = 0;
  #isDisposed = false;

  constructor(port: CallControl, options: AgentOptions = {}) {
    this.#options = checkOptions(options);
    this.#port = port;
    this.#clock = options.clock ?? systemClock;
    this.#alarm = new Alarm(this.#clock, () => {
      this.#send({ type: 'deadline.reached', at: this.#clock.now() });
    });
    this.#memory =
      options.storage === undefined
        ? null
        : new Memory(options.storage, (problem) => {
            this.#reports.tell({ type: 'storage', problem });
          });
    const recollection = this.#memory?.recall() ?? null;
    if (recollection?.remembered.call != null && recollection.stamp !== null) {
      this.#order.restore(recollection.remembered.call.callID, recollection.stamp);
    }
    this.actor = createActor(agentMachine, {
      input: {
        now: this.#clock.now(),
        acw: options.acw ?? {},
        remembered: recollection?.remembered ?? null,
      },
      ...(options.inspect === undefined ? {} : { inspect: options.inspect }),
    });
    this.actor.on('*', (emitted) => {
      this.#emitted.push(emitted);
    });
    this.actor.start();
    this.#unsubscribe = port.subscribe((news) => {
      this.#receive(news);
    });
  }

  /** The state now; the same reference until something changes. */
  readonly getSnapshot = (): AgentState => {
    this.#projection ??= project(this.actor.getSnapshot(), (name) => this.#isUsable(name), null);
    return this.#projection.state;
  };

  /** Listens to every state, once and in order, until the returned function is called. */
  readonly subscribe = (listener: (state: AgentState) => void): (() => void) =>
    this.#isDisposed ? () => undefined : this.#states.subscribe(listener);

  /** Listens to what went otherwise than expected, until the returned function is called. */
  onReport(listener: (report: AgentReport) => void): () => void {
    return this.#isDisposed ? () => undefined : this.#reports.subscribe(listener);
  }

  /** Whether the command is allowed now; with parameters, whether these are too. */
  can(command: CommandName | SubscriptionName, parameters?: unknown): boolean {
    return this.whyNot(command, parameters) === null;
  }

  /** Why the command is not allowed now; null if it is. Without parameters they are not checked. */
  whyNot(command: CommandName | SubscriptionName, parameters?: unknown): Refusal | null {
    if (command === 'on' || command === 'off') return null;
    return this.#refusal(command) ?? (parameters === undefined ? null : this.#misuse(command, parameters));
  }

  /**
   * Sends a command. The promise resolves with the service's own answer, or
   * with the event that says the command has taken effect; it rejects with a
   * `CommandError`. Who ignores it gets no unhandled rejection.
   */
  execute(command: CommandName, given?: unknown): Promise<unknown> {
    const outcome = this.#execute(command, given);
    outcome.catch(() => undefined);
    return outcome;
  }

  /** Stops everything: timers, subscriptions and listeners are gone, commands in flight reject `DISPOSED`. */
  dispose(): void {
    if (this.#isDisposed) return;
    const state = this.#errorState();
    this.#isDisposed = true;
    this.#alarm.arm(null);
    this.#unsubscribe();
    this.#projection = null;
    const flights = [...this.#flights.values()];
    this.#flights.clear();
    for (const flight of flights) {
      flight.reject(this.#failure(flight.declaration.name, 'DISPOSED', state));
    }
    this.actor.stop();
    this.#states.clear();
    this.#reports.clear();
  }

  #errorState(): ErrorState {
    const { connection, login, work } = readState(this.actor.getSnapshot());
    return { connection, login, work };
  }

  #isUsable(command: CommandName | SubscriptionName): boolean {
    if (command === 'on' || command === 'off') return true;
    return !this.#isDisposed && this.#port.supports(command);
  }

  #refusal(command: CommandName): Refusal | null {
    const state = this.#errorState();
    if (this.#isDisposed) {
      return {
        code: 'DISPOSED',
        command,
        state,
        message: `${command} is not possible: the agent object was disposed of.`,
        remedy: 'Create a new agent.',
      };
    }
    if (!this.#port.supports(command)) {
      return {
        code: 'NOT_SUPPORTED',
        command,
        state,
        message: `${command} is not possible: this SDK object has no such method.`,
        remedy: 'Use a version of the SDK that has it.',
      };
    }
    return chartRefusal(this.actor.getSnapshot(), command, state);
  }

  #misuse(command: CommandName, given: unknown): Refusal | null {
    const check = checkParameters(declarationOf(command), given);
    if (check.ok) return null;
    return {
      code: 'INVALID_PARAMETER',
      command,
      state: this.#errorState(),
      message: `${command}: ${check.problem}.`,
    };
  }

  async #execute(command: CommandName, given: unknown): Promise<unknown> {
    const declaration = declarationOf(command);
    const refusal = this.#refusal(command) ?? this.#misuse(command, given);
    if (refusal !== null) throw new CommandError(refusal);
    const check = checkParameters(declaration, given);
    const parameters = check.ok ? check.parameters : {};
    return new Promise((resolve, reject) => {
      this.#open(declaration, parameters, resolve, reject);
    });
  }

  #open(
    declaration: CommandDeclaration,
    parameters: Record<string, unknown>,
    resolve: (result: unknown) => void,
    reject: (error: CommandError) => void,
  ): void {
    const { name, lane, needs, answeredBy, confirmedBy } = declaration;
    const id = ++this.#lastId;
    const since = this.#clock.now();
    const intent = declaration.intent?.(parameters) ?? {};
    const request: Request = {
      id,
      command: name,
      lane,
      needs,
      answeredBy,
      confirmedBy,
      since,
      deadline: since + this.#timeout(declaration),
      ...intent,
      ...(intent.details === undefined ? {} : { details: this.#conceal(intent.details) }),
    };
    this.#flights.set(id, { declaration, resolve, reject });
    for (const [given, { lane: its }] of this.#givenUp) if (its === lane) this.#givenUp.delete(given);
    this.#send({ type: name, request }, () => {
      this.#perform(request, declaration, parameters);
    });
  }

  #perform(request: Request, declaration: CommandDeclaration, parameters: Record<string, unknown>): void {
    const answer = this.#answerFor(request.id, declaration, parameters);
    const returned = this.#port.perform(declaration.name, parameters, answer);
    const mode = this.#options.confirm?.[declaration.name] ?? 'event';
    if (mode === 'event' || declaration.answeredBy === 'callback') return;
    // A promise of the SDK's may still say no.
    if (returned instanceof Promise) {
      returned.then(
        (result) => {
          answer.succeeded(result);
        },
        () => undefined,
      );
    } else {
      answer.succeeded(returned);
    }
  }

  #answerFor(id: number, declaration: CommandDeclaration, parameters: Record<string, unknown>): Answer {
    let isAnswered = false;
    const once = (act: () => void) => {
      if (isAnswered || this.#isDisposed) return;
      isAnswered = true;
      act();
    };
    return {
      succeeded: (result, fact) => {
        once(() => {
          const announced = fact ?? declaration.announces?.(parameters) ?? firstFact(declaration, parameters);
          this.#succeed(id, result, announced);
        });
      },
      failed: (failure) => {
        once(() => {
          this.#send({ type: 'request.failed', at: this.#clock.now(), id }, undefined, { failure });
        });
      },
    };
  }

  #succeed(id: number, result: unknown, announced: Fact | undefined): void {
    const at = this.#clock.now();
    const fact = announced === undefined ? undefined : this.#timed(announced, at);
    if (this.#flights.has(id)) {
      this.#send(
        { type: 'request.succeeded', at, id, ...(fact === undefined ? {} : { fact }) },
        undefined,
        { result },
      );
    } else if (this.#givenUp.delete(id) && fact !== undefined) {
      // Too late for the promise, but still the server's word.
      this.#send(fact);
    }
  }

  #timeout({ name, deadline }: CommandDeclaration): number {
    const { timeouts } = this.#options;
    return timeouts?.[name] ?? timeouts?.default ?? deadline;
  }

  #conceal<T extends { opened(): T }>(details: T): T {
    return this.#options.revealPersonalData === true ? details.opened() : details;
  }

  #timed(fact: Fact, at: number): ServerFact {
    return 'details' in fact ? { ...fact, details: this.#conceal(fact.details), at } : { ...fact, at };
  }

  #receive(news: News): void {
    if (this.#isDisposed) return;
    if (news.kind === 'malformed') {
      this.#reports.tell({ type: 'malformed', problem: news.problem, messageID: news.messageID });
      return;
    }
    if (this.#order.isLate(news.fact, news.stamp)) return;
    const fact = this.#timed(news.fact, this.#clock.now());
    const event =
      fact.type === 'connection.regained'
        ? { ...fact, statusIsNews: this.#isNews(fact, news.statusStamp) }
        : fact;
    const { message, messageID, failure } = news;
    this.#send(event, undefined, { result: message, failure, messageID });
  }

  /** Whether the status that the server names is newer than, and at odds with, what is known of the call. */
  #isNews(fact: RegainedFact, statusStamp: number | undefined): boolean {
    const callID = fact.leg?.callID;
    if (callID === undefined || fact.status === null || statusStamp === undefined) return false;
    const newest = this.#order.newestOf(callID);
    if (newest === null || statusStamp <= newest) return false;
    const snapshot = this.actor.getSnapshot();
    const { call, remembered } = snapshot.context;
    const known = call?.callID === callID ? readState(snapshot).work : remembered?.call?.work;
    return known !== undefined && !(COARSER[fact.status] ?? [fact.status]).includes(known);
  }

  /**
   * The one way into the machine. `perform` runs when the machine has taken the
   * event, and before anybody is told.
   */
  #send(
    event: AgentEvent,
    perform?: () => void,
    origin: Origin = {},
  ): void {
    if (this.#isDisposed) return;
    const before = this.actor.getSnapshot();
    this.actor.send(event);
    const snapshot = this.actor.getSnapshot();
    const emitted = this.#emitted.splice(0);
    if (snapshot !== before) this.#update(snapshot);
    this.#settle(emitted, origin);
    // Commands go out before listeners are told, so that what a listener sends goes out after them.
    perform?.();
    this.#states.tellWaiting();
    this.#reportDivergence(emitted, before, origin);
  }

  #update(snapshot: AgentSnapshot): void {
    const last = this.#projection;
    const projection = project(snapshot, (name) => this.#isUsable(name), last);
    this.#projection = projection;
    this.#alarm.arm(nextDeadline(snapshot.context));
    this.#memory?.keep(snapshot, (callID) => this.#order.newestOf(callID));
    if (last?.state !== projection.state) this.#states.add(projection.state);
  }

  #reportDivergence(emitted: readonly Emitted[], before: AgentSnapshot, { messageID }: Origin): void {
    for (const one of emitted) {
      if (one.type !== 'divergence') continue;
      this.#reports.tell({
        type: 'divergence',
        fact: one.fact,
        messageID: messageID ?? null,
        from: readState(before),
        to: readState(this.actor.getSnapshot()),
        at: one.at,
      });
    }
  }

  #settle(emitted: readonly Emitted[], origin: Origin): void {
    for (const one of emitted) {
      if (one.type !== 'request.ended') continue;
      const flight = this.#flights.get(one.id);
      if (flight === undefined) continue;
      this.#flights.delete(one.id);
      if (one.outcome === 'confirmed') {
        flight.resolve(origin.result);
        continue;
      }
      const { name, lane } = flight.declaration;
      if (one.outcome === 'timedOut') this.#givenUp.set(one.id, { command: name, lane });
      const code = FAILURES[one.outcome];
      flight.reject(this.#failure(name, code, this.#errorState(), origin.failure));
    }
  }

  #failure(
    command: CommandName,
    code: FailureCode,
    state: ErrorState,
    failure?: ServiceFailure,
  ): CommandError {
    const isRejection = code === 'REJECTED';
    const { vendorCode, vendorClass, text, cause } = (isRejection ? failure : undefined) ?? {};
    const said = [vendorClass?.meaning, text && `the service says: ${text}`, vendorCode && `code ${vendorCode}`]
      .filter(Boolean)
      .join('; ');
    return new CommandError({
      code,
      command,
      state,
      message: `${command} ${EXPLANATIONS[code]}${said === '' ? '' : ` (${said})`}.`,
      remedy: vendorClass?.remedy ?? REMEDIES[code],
      vendorCode,
      vendorClass,
      cause,
    });
  }
}

/** Runs an agent against a telephone system. */
export function createAgent(port: CallControl, options: AgentOptions = {}): Agent {
  return new Agent(port, options);
}
