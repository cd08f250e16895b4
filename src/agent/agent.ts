import {
  ALWAYS_ALLOWED,
  ClockDifference,
  deadlinesOf,
  FactOrder,
  readState,
  takes,
  type AgentEvent,
  type AgentSnapshot,
  type CommandName,
  type Emitted,
  type ServerFact,
  type SubscriptionName,
} from '../../machines/index.js';
import { declarationOf } from '../commands/index.js';
import { CommandError, type ErrorState } from '../errors/command-error.js';
import { chartRefusal, flatRefusal, parameterRefusal, type Refusal } from '../errors/refusal.js';
import type { AgentState } from './agent-state.js';
import type { CallControl, News, ParameterCheck } from './call-control.js';
import { systemClock, type AgentClock } from './clock.js';
import { Commander } from './commander.js';
import { keptOf, rememberedFrom } from './kept.js';
import { Memory, type Owner } from './memory.js';
import { Notifier, type Listener } from './notifier.js';
import { Observation } from './observation.js';
import { observableMembers, type InteropObservable } from './observable.js';
import { OpenPromises } from './open-promises.js';
import { checkOptions, type AgentOptions } from './options.js';
import type { AgentReport } from './report.js';
import { Runner, type Step } from './runner.js';
import { stamped } from './stamped.js';
import { Deadlines } from './time/deadlines.js';
import { onReturnToView } from './time/return-to-view.js';
import { RunningTime } from './time/running-time.js';
import { View } from './view.js';

/** The parameters of a port that does not check them itself. */
function anyObject(given: unknown): ParameterCheck {
  if (given === undefined || given === null) return { ok: true, parameters: {} };
  if (typeof given !== 'object' || Array.isArray(given)) return { ok: false, problem: 'the parameters must be an object' };
  return { ok: true, parameters: given as Readonly<Record<string, unknown>> };
}

/**
 * Runs the agent machine against a telephone system: commands go out if the
 * chart takes them, facts of the server go in, and everybody who waits or
 * listens is told.
 */
export class Agent {
  /** The XState actor, for inspectors and `@xstate/react`. Its context masks personal data when serialised. */
  readonly actor: Runner['actor'];
  /** The changes of the state, for `from(agent)` of RxJS and its like; completes on `dispose`. */
  declare readonly '@@observable': InteropObservable<AgentState>['@@observable'];
  /** The same; present only if something had defined `Symbol.observable` before the agent was made. */
  declare readonly [Symbol.observable]: InteropObservable<AgentState>[typeof Symbol.observable];
  readonly #runner: Runner;
  readonly #commander: Commander;
  readonly #port: CallControl;
  readonly #isOpen: boolean;
  readonly #clock: AgentClock;
  readonly #time: RunningTime;
  readonly #deadlines: Deadlines;
  readonly #stopWatching: () => void;
  readonly #memory: Memory | null;
  readonly #order = new FactOrder();
  readonly #states = new Notifier<AgentState>();
  readonly #reports = new Notifier<AgentReport>();
  readonly #promises = new OpenPromises(() => this.#errorState());
  readonly #observation: Observation;
  #difference = ClockDifference.UNKNOWN;
  readonly #unsubscribe: () => void;
  readonly #view: View;
  /** The state that stays visible after `dispose`. */
  #lastState: AgentState | null = null;
  #isDisposed = false;

  constructor(port: CallControl, options: AgentOptions = {}) {
    checkOptions(options);
    Object.assign(this, observableMembers(this.subscribe));
    this.#isOpen = options.revealPersonalData === true;
    this.#port = port;
    this.#clock = options.clock ?? systemClock;
    this.#time = new RunningTime(this.#clock);
    this.#deadlines = new Deadlines(this.#clock, this.#time, (keys) => {
      this.#runner.send({ type: 'deadline.reached', at: this.#clock.now(), keys });
    });
    this.#memory =
      options.storage === undefined
        ? null
        : new Memory(options.storage, this.#isOpen, (problem) => {
            this.#complain({ type: 'storage', problem });
          });
    const input = { now: this.#clock.now(), acw: options.acw ?? {} };
    this.#runner = new Runner(input, options.inspect, (step, perform) => {
      this.#take(step, perform);
    });
    this.actor = this.#runner.actor;
    this.#observation = new Observation(this.actor, {
      isUsable: (name) => this.#isUsable(name),
      now: () => this.#clock.now(),
      words: port.words ?? {},
    });
    this.#view = new View(this.actor.getSnapshot(), (name) => this.#isUsable(name), port.words?.codes);
    this.#commander = new Commander(
      port,
      this.#runner,
      this.#promises,
      this.#clock,
      options,
      (name) => this.#refusal(name),
      () => {
        this.#deadlines.check();
      },
      (id) => {
        this.#order.noteSent(id, this.#time.look());
      },
    );
    this.#stopWatching = onReturnToView(() => {
      this.#deadlines.check();
    });
    this.#unsubscribe = port.subscribe((news) => {
      this.#receive(news);
    });
  }

  /** The state now; the same reference until something changes. */
  readonly getSnapshot = (): AgentState => this.#lastState ?? this.#view.state;

  /**
   * Listens to every state, once and in order, until the returned function is called. An observer's `complete` is called
   * when the agent is disposed of; `getSnapshot` then gives the last state.
   *
   * @throws TypeError if the listener is neither a function nor an observer.
   */
  readonly subscribe = (listener: Listener<AgentState>): (() => void) => this.#states.subscribe(listener);

  /** Listens to what the states alone do not tell, until the returned function is called. */
  onReport(listener: (report: AgentReport) => void): () => void {
    return this.#isDisposed ? () => undefined : this.#reports.subscribe(listener);
  }

  /** Whether the command is allowed now; with parameters, whether these are too. */
  readonly can = (command: CommandName | SubscriptionName, parameters?: unknown): boolean => {
    if (!this.#isUsable(command) || !takes(this.actor.getSnapshot(), command)) return false;
    if (parameters === undefined || command === 'on' || command === 'off') return true;
    return this.#check(command, parameters).ok;
  };

  /** Why the command is not allowed now; null if it is. Without parameters they are not checked. */
  readonly whyNot = (command: CommandName | SubscriptionName, parameters?: unknown): Refusal | null => {
    if (command === 'on' || command === 'off') return null;
    const refusal = this.#refusal(command);
    if (refusal !== null || parameters === undefined) return refusal;
    const check = this.#check(command, parameters);
    return check.ok ? null : parameterRefusal(command, this.#errorState(), check.problem);
  };

  /**
   * Sends a command. The promise resolves with the service's own answer, or
   * with the event that says the command has taken effect; it rejects with a
   * `CommandError`. Ignoring it never causes an unhandled rejection.
   */
  execute(command: CommandName, given?: unknown): Promise<unknown> {
    const outcome = this.#execute(command, given);
    outcome.catch(() => undefined);
    return outcome;
  }

  /** Stops everything: timers, subscriptions and listeners are gone, pending commands reject `DISPOSED`. */
  dispose(): void {
    if (this.#isDisposed) return;
    const state = Object.freeze({ ...this.getSnapshot(), pending: [], allowed: ALWAYS_ALLOWED });
    this.#isDisposed = true;
    this.#deadlines.dispose();
    this.#stopWatching();
    this.#unsubscribe();
    this.#promises.dispose();
    this.#lastState = state;
    this.#runner.stop();
    this.#reports.complete();
    this.#states.complete();
    this.#observation.tell(() => ({ kind: 'disposed', at: this.#clock.now() }));
    this.#observation.clear();
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
    if (refusal !== null) throw this.#refused(refusal);
    const check = this.#check(command, given);
    if (!check.ok) throw this.#refused(parameterRefusal(command, this.#errorState(), check.problem));
    if (check.owner !== undefined) this.#recall(check.owner);
    this.#observation.tell(() => ({ kind: 'asked', command, parameters: check.parameters }));
    return new Promise((resolve, reject) => {
      this.#commander.send(declarationOf(command), check, { resolve, reject });
    });
  }

  #check(command: CommandName, given: unknown): ParameterCheck {
    return this.#port.check?.(command, given) ?? anyObject(given);
  }

  #refused(refusal: Refusal): CommandError {
    this.#observation.tell(() => ({ kind: 'refused', at: this.#clock.now(), refusal }));
    return new CommandError(refusal);
  }

  /** Reports what has nothing to do with the chart. */
  #complain(report: Extract<AgentReport, { type: 'malformed' | 'storage' }>): void {
    this.#observation.tell(() => ({ kind: 'told', at: this.#clock.now(), report }));
    this.#reports.tell(report);
  }

  /** The agent is known from now on, and so is what was stored of this agent. */
  #recall(owner: Owner): void {
    if (this.#memory === null) return;
    const at = this.#clock.now();
    const kept = this.#memory.recallFor(owner, at);
    if (kept === undefined) return;
    if (kept?.call?.stamp != null) this.#order.restore(kept.call.callID, kept.call.stamp);
    this.#runner.send({ type: 'memory.recalled', at, remembered: kept === null ? null : rememberedFrom(kept) });
  }

  /** An agent's record is dropped when another has signed in, and not when that was refused. */
  #settleOwner({ id, outcome }: Extract<Emitted, { type: 'command.settled' }>, before: AgentSnapshot, after: AgentSnapshot): void {
    const { login } = before.context.pending;
    if (login?.id !== id || login.command !== 'initAgent') return;
    this.#memory?.settle(outcome);
    this.#keep(after);
  }

  #receive(news: News): void {
    if (this.#isDisposed) return;
    this.#deadlines.check();
    const at = this.#clock.now();
    const tick = this.#time.look();
    if (news.kind !== 'malformed') this.#difference = this.#difference.heard(news.stamp ?? NaN, at, tick);
    if (news.kind !== 'fact') {
      if (this.#errorState().connection === 'interrupted') this.#runner.send({ type: 'connection.heard', at });
      if (news.kind === 'malformed') this.#complain({ type: 'malformed', problem: news.problem, messageID: news.messageID });
      return;
    }
    const { message, messageID, failure } = news;
    this.#runner.send(() => this.#weighed(news, at, tick), { result: message, failure, messageID });
  }

  /** The fact as the chart gets it: with its times in the computer's epoch, and with what the server's stamps say of it. */
  #weighed({ fact, stamp, referenceID, statusStamp }: Extract<News, { kind: 'fact' }>, at: number, tick: number): AgentEvent {
    const shown = (time: number | undefined) => (time === undefined ? undefined : this.#difference.shown(time, at));
    const time = shown(stamp);
    const statusSince = shown(statusStamp);
    const told: ServerFact = {
      ...stamped(fact, at, this.#isOpen),
      ...(time === undefined ? {} : { time }),
      ...(statusSince === undefined ? {} : { statusSince }),
    };
    const weighed = this.#order.weigh(this.actor.getSnapshot(), told, { stamp, referenceID, statusStamp, tick });
    if (weighed.rule === null && /^(agent|connection)\./.test(fact.type)) this.#promises.forgetLate();
    return weighed.rule === null ? weighed.fact : { type: 'fact.ignored', at, rule: weighed.rule, fact: weighed.fact };
  }

  #take(step: Step, perform: () => void): void {
    const { event, before, after, emitted, origin } = step;
    const { roster } = after.context;
    if (roster.over !== before.context.roster.over) this.#order.noteEnds(event, before.context.roster, roster, this.#time.look());
    if (after !== before) this.#update(after, 'at' in event ? event.at : this.#clock.now());
    if (this.#observation.isHeard) this.#observation.tell(() => ({ kind: 'step', step }));
    for (const one of emitted) {
      if (one.type === 'command.provisional') this.#promises.noteProvisional(one.id, origin.result);
      if (one.type === 'command.settled') {
        this.#settleOwner(one, before, after);
        this.#promises.settle(one.id, one.outcome, origin);
      }
    }
    // Commands go out before listeners are told, so that what a listener sends goes out after them.
    perform();
    this.#states.tellWaiting();
    for (const one of emitted) this.#report(one, before, origin.messageID ?? null);
  }

  #update(snapshot: AgentSnapshot, at: number): void {
    this.#deadlines.keep(deadlinesOf(snapshot.context), at);
    this.#keep(snapshot);
    const last = this.#states.isHeard ? this.#view.state : null;
    this.#view.show(snapshot);
    if (last !== null && this.#view.state !== last) this.#states.add(this.#view.state);
  }

  #keep(snapshot: AgentSnapshot): void {
    if (this.#memory === null) return;
    const kept = keptOf(snapshot, (call) => this.#order.newestOf(call));
    if (kept !== null) this.#memory.keep(kept, this.#clock.now());
  }

  #report(one: Emitted, before: AgentSnapshot, messageID: string | null): void {
    switch (one.type) {
      case 'call.ended':
        this.#reports.tell({ ...one, type: 'callEnded', messageID });
        break;
      case 'ignored':
        this.#reports.tell({ ...one, messageID });
        break;
      case 'divergence':
        this.#reports.tell({ ...one, messageID, from: readState(before), to: readState(this.actor.getSnapshot()) });
        break;
      default:
    }
  }
}

/** Runs an agent against a telephone system. */
export function createAgent(port: CallControl, options: AgentOptions = {}): Agent {
  return new Agent(port, options);
}
