import {
  ALWAYS_ALLOWED,
  nextDeadline,
  readState,
  takes,
  type AgentSnapshot,
  type CommandName,
  type Emitted,
  type ServerFact,
  type SubscriptionName,
} from '../../machines/index.js';
import { checkParameters } from '../commands/check-parameters.js';
import type { Fact } from '../commands/declaration.js';
import { declarationOf } from '../commands/index.js';
import { CommandError, type ErrorState } from '../errors/command-error.js';
import { chartRefusal, flatRefusal, parameterRefusal, type Refusal } from '../errors/refusal.js';
import type { AgentState } from './agent-state.js';
import { Alarm } from './alarm.js';
import type { CallControl, News } from './call-control.js';
import { callEnds } from './call-end.js';
import { systemClock, type AgentClock } from './clock.js';
import { Commander } from './commander.js';
import { FactOrder } from './fact-order.js';
import { Flights } from './flights.js';
import { Memory } from './memory.js';
import { Notifier } from './notifier.js';
import { checkOptions, type AgentOptions } from './options.js';
import type { AgentReport } from './report.js';
import { Runner, type Origin, type Step } from './runner.js';
import { stamped } from './stamped.js';
import { isStatusNews } from './status-news.js';
import { View } from './view.js';

/**
 * Runs the agent machine against a telephone system: commands go out if the
 * chart takes them, what the server says goes in, and everybody who waits or
 * listens is told.
 */
export class Agent {
  /** The XState actor, for inspectors and `@xstate/react`. Its context masks personal data when serialised. */
  readonly actor: Runner['actor'];
  readonly #runner: Runner;
  readonly #commander: Commander;
  readonly #port: CallControl;
  readonly #isOpen: boolean;
  readonly #clock: AgentClock;
  readonly #alarm: Alarm;
  readonly #memory: Memory | null;
  readonly #order = new FactOrder();
  readonly #states = new Notifier<AgentState>();
  readonly #reports = new Notifier<AgentReport>();
  readonly #flights = new Flights(() => this.#errorState());
  readonly #unsubscribe: () => void;
  readonly #view: View;
  /** What stays to be seen when all is over. */
  #lastState: AgentState | null = null;
  #isDisposed = false;

  constructor(port: CallControl, options: AgentOptions = {}) {
    checkOptions(options);
    this.#isOpen = options.revealPersonalData === true;
    this.#port = port;
    this.#clock = options.clock ?? systemClock;
    this.#alarm = new Alarm(this.#clock, () => {
      this.#runner.send({ type: 'deadline.reached', at: this.#clock.now() });
    });
    this.#memory =
      options.storage === undefined
        ? null
        : new Memory(options.storage, this.#isOpen, (problem) => {
            this.#reports.tell({ type: 'storage', problem });
          });
    const recollection = this.#memory?.recall() ?? null;
    if (recollection?.remembered.call != null && recollection.stamp !== null) {
      this.#order.restore(recollection.remembered.call.callID, recollection.stamp);
    }
    const input = {
      now: this.#clock.now(),
      acw: options.acw ?? {},
      remembered: recollection?.remembered ?? null,
    };
    this.#runner = new Runner(input, options.inspect, (step, perform) => {
      this.#take(step, perform);
    });
    this.actor = this.#runner.actor;
    this.#view = new View(this.actor.getSnapshot(), (name) => this.#isUsable(name));
    this.#commander = new Commander(port, this.#runner, this.#flights, this.#clock, options, (name) =>
      this.#refusal(name),
    );
    this.#unsubscribe = port.subscribe((news) => {
      this.#receive(news);
    });
  }

  /** The state now; the same reference until something changes. */
  readonly getSnapshot = (): AgentState => this.#lastState ?? this.#view.state;

  /** Listens to every state, once and in order, until the returned function is called. */
  readonly subscribe = (listener: (state: AgentState) => void): (() => void) =>
    this.#isDisposed ? () => undefined : this.#states.subscribe(listener);

  /** Listens to what the states alone do not tell, until the returned function is called. */
  onReport(listener: (report: AgentReport) => void): () => void {
    return this.#isDisposed ? () => undefined : this.#reports.subscribe(listener);
  }

  /** Whether the command is allowed now; with parameters, whether these are too. */
  can(command: CommandName | SubscriptionName, parameters?: unknown): boolean {
    if (!this.#isUsable(command) || !takes(this.actor.getSnapshot(), command)) return false;
    if (parameters === undefined || command === 'on' || command === 'off') return true;
    return checkParameters(declarationOf(command), parameters).ok;
  }

  /** Why the command is not allowed now; null if it is. Without parameters they are not checked. */
  whyNot(command: CommandName | SubscriptionName, parameters?: unknown): Refusal | null {
    if (command === 'on' || command === 'off') return null;
    const refusal = this.#refusal(command);
    if (refusal !== null || parameters === undefined) return refusal;
    const check = checkParameters(declarationOf(command), parameters);
    return check.ok ? null : parameterRefusal(command, this.#errorState(), check.problem);
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
    const state = Object.freeze({ ...this.getSnapshot(), pending: [], allowed: ALWAYS_ALLOWED });
    this.#isDisposed = true;
    this.#alarm.arm(null);
    this.#unsubscribe();
    this.#flights.dispose();
    this.#lastState = state;
    this.#runner.stop();
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
    if (this.#isDisposed) return flatRefusal('DISPOSED', command, state);
    if (!this.#port.supports(command)) return flatRefusal('NOT_SUPPORTED', command, state);
    return chartRefusal(this.actor.getSnapshot(), command, state);
  }

  async #execute(command: CommandName, given: unknown): Promise<unknown> {
    const refusal = this.#refusal(command);
    if (refusal !== null) throw new CommandError(refusal);
    const declaration = declarationOf(command);
    const check = checkParameters(declaration, given);
    if (!check.ok) {
      throw new CommandError(parameterRefusal(command, this.#errorState(), check.problem));
    }
    return new Promise((resolve, reject) => {
      this.#commander.send(declaration, check.parameters, { resolve, reject });
    });
  }

  #receive(news: News): void {
    if (this.#isDisposed) return;
    if (news.kind === 'malformed') {
      this.#reports.tell({ type: 'malformed', problem: news.problem, messageID: news.messageID });
      return;
    }
    if (news.kind === 'other') return;
    if (this.#isLate(news.fact, news.stamp)) return;
    if (/^(agent|connection)\./.test(news.fact.type)) this.#flights.forgetLate();
    const event = this.#weigh(stamped(news.fact, this.#clock.now(), this.#isOpen), news);
    const { message, messageID, failure } = news;
    this.#runner.send(event, { result: message, failure, messageID });
  }

  #isLate(fact: Fact, stamp: number | undefined): boolean {
    return this.#order.isLate(this.actor.getSnapshot().context, fact, stamp);
  }

  /** The fact with what the server's times say of it. */
  #weigh(fact: ServerFact, { stamp, statusStamp }: Extract<News, { kind: 'fact' }>): ServerFact {
    if (fact.type === 'connection.regained') {
      const newest = this.#order.newestOf(fact.leg?.callID ?? '');
      const isNews = isStatusNews(this.actor.getSnapshot(), fact, statusStamp, newest);
      return { ...fact, statusIsNews: isNews };
    }
    const isLogin = fact.type === 'agent.ready' || fact.type === 'agent.notReady';
    return isLogin && this.#order.predatesRelease(stamp) ? { ...fact, predatesAcw: true } : fact;
  }

  #take({ event, before, after, emitted, origin }: Step, perform: () => void): void {
    if (after !== before) this.#update(after);
    for (const one of emitted) {
      if (one.type === 'request.foretold') this.#flights.foretell(one.id, origin.result);
      if (one.type === 'request.ended') this.#flights.end(one.id, one.outcome, origin);
    }
    // Commands go out before listeners are told, so that what a listener sends goes out after them.
    perform();
    this.#states.tellWaiting();
    for (const end of callEnds(event, before, after, origin.messageID ?? null)) this.#reports.tell(end);
    this.#reportDivergence(emitted, before, origin);
  }

  #update(snapshot: AgentSnapshot): void {
    this.#alarm.arm(nextDeadline(snapshot.context));
    this.#memory?.keep(snapshot, (callID) => this.#order.newestOf(callID));
    const last = this.#states.isHeard ? this.#view.state : null;
    this.#view.show(snapshot);
    if (last !== null && this.#view.state !== last) this.#states.add(this.#view.state);
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
}

/** Runs an agent against a telephone system. */
export function createAgent(port: CallControl, options: AgentOptions = {}): Agent {
  return new Agent(port, options);
}
