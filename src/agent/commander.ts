import { isElsewhere, pendingCommands, type CommandName, type PendingCommand, type ServerFact } from '../../machines/index.js';
import type { CommandDeclaration, Fact, Intent } from '../commands/declaration.js';
import type { Refusal } from '../errors/refusal.js';
import type { Answer, CallControl, ParameterCheck } from './call-control.js';
import type { AgentClock } from './clock.js';
import type { OpenPromise, OpenPromises } from './open-promises.js';
import { expectedFact } from './optimism.js';
import type { AgentOptions } from './options.js';
import { textsIn } from '../privacy/personal-texts.js';
import type { Runner } from './runner.js';
import { opened, stamped } from './stamped.js';
import { isThenable } from './thenable.js';

type Parameters = Readonly<Record<string, unknown>>;

/** Parameters that have passed. */
type Checked = Extract<ParameterCheck, { ok: true }>;

/** Sends commands that are allowed, and brings their answers back to the machine. */
export class Commander {
  readonly #port: CallControl;
  readonly #runner: Runner;
  readonly #promises: OpenPromises;
  readonly #clock: AgentClock;
  readonly #options: AgentOptions;
  readonly #refusal: (command: CommandName) => Refusal | null;
  readonly #heard: () => void;
  readonly #sent: (id: number) => void;
  #lastId = 0;

  /** `refusal` says why a command is not allowed now; `heard` is called when an answer comes. */
  constructor(
    port: CallControl,
    runner: Runner,
    promises: OpenPromises,
    clock: AgentClock,
    options: AgentOptions,
    refusal: (command: CommandName) => Refusal | null,
    heard: () => void,
    sent: (id: number) => void,
  ) {
    this.#port = port;
    this.#runner = runner;
    this.#promises = promises;
    this.#clock = clock;
    this.#options = options;
    this.#refusal = refusal;
    this.#heard = heard;
    this.#sent = sent;
  }

  send(declaration: CommandDeclaration, checked: Checked, promise: Pick<OpenPromise, 'resolve' | 'reject'>): void {
    const { parameters } = checked;
    const intent = { ...checked.intent, ...declaration.intent };
    const pending = this.#pendingFor(declaration, intent);
    const { id, command: name } = pending;
    this.#sent(id);
    this.#promises.open(id, { ...promise, declaration, personal: textsIn(parameters) });
    this.#runner.send({ type: declaration.name, pending }, {}, () => {
      // While it waited for its turn, another command may have taken the lane.
      if (this.#isPending(id)) this.#perform(id, declaration, parameters, intent);
      else this.#promises.refuse(id, this.#refusal(name as CommandName));
    });
  }

  #pendingFor(declaration: CommandDeclaration, { details, ...intent }: Intent): PendingCommand {
    const { name, lane, needs, answeredBy, confirmedBy, deadline } = declaration;
    const { timeouts, revealPersonalData } = this.#options;
    const since = this.#clock.now();
    return {
      id: ++this.#lastId,
      command: name,
      lane,
      needs,
      answeredBy,
      confirmedBy,
      since,
      deadline: since + (timeouts?.[name] ?? timeouts?.default ?? deadline),
      ...intent,
      ...(details === undefined ? {} : { details: opened(details, revealPersonalData === true) }),
    };
  }

  #isPending(id: number): boolean {
    const { context } = this.#runner.actor.getSnapshot();
    return pendingCommands(context).some((pending) => pending.id === id);
  }

  #perform(id: number, declaration: CommandDeclaration, parameters: Parameters, intent: Intent): void {
    const answer = this.#answerFor(id, declaration, intent);
    const returned = this.#port.perform(declaration.name, parameters, answer);
    const mode = this.#options.confirm?.[declaration.name] ?? declaration.confirm ?? 'event';
    if (mode === 'event' || declaration.answeredBy === 'callback') return;
    // The SDK's promise may still reject; the port tells then.
    if (!isThenable(returned)) answer.succeeded(returned);
    else {
      returned.then(
        (result) => {
          answer.succeeded(result);
        },
        () => undefined,
      );
    }
  }

  #answerFor(id: number, declaration: CommandDeclaration, intent: Intent): Answer {
    let isAnswered = false;
    const once = (act: () => void) => {
      if (isAnswered) return;
      isAnswered = true;
      act();
    };
    return {
      succeeded: (result, fact) => {
        once(() => {
          this.#succeed(id, declaration, result, fact ?? this.#announcedBy(declaration, intent));
        });
      },
      failed: (failure) => {
        once(() => {
          this.#heard();
          const { says } = failure;
          this.#runner.send({ type: 'command.refused', at: this.#clock.now(), id, ...(says === undefined ? {} : { says }) }, { failure });
        });
      },
    };
  }

  #announcedBy(declaration: CommandDeclaration, intent: Intent): Fact | undefined {
    const announced = declaration.announces?.(intent);
    return announced ?? expectedFact(declaration, intent, this.#runner.actor.getSnapshot());
  }

  #succeed(id: number, declaration: CommandDeclaration, result: unknown, announced: Fact | undefined): void {
    this.#heard();
    const at = this.#clock.now();
    const isOpen = this.#options.revealPersonalData === true;
    const fact = announced === undefined ? undefined : stamped(announced, at, isOpen);
    const promise = this.#promises.get(id);
    if (promise?.declaration.lane === 'keys') {
      this.#runner.send({ type: 'command.accepted', at, id }, { result });
    } else if (promise?.declaration.answeredBy === 'event' && fact !== undefined) {
      // As if the server had said it: that ends the command.
      this.#runner.send(fact, { result });
    } else if (promise !== undefined) {
      const event = { type: 'command.accepted', at, id } as const;
      this.#runner.send(fact === undefined ? event : { ...event, fact }, { result });
    } else if (this.#promises.takeLate(id) && fact !== undefined) {
      this.#succeedsLate(declaration, fact, at);
    }
  }

  /** Too late for the promise, but still the server's word: to a displaced page it says no more than that its own login has won. */
  #succeedsLate({ name }: CommandDeclaration, fact: ServerFact, at: number): void {
    if (isElsewhere(this.#runner.actor.getSnapshot())) {
      if (name !== 'login') return;
      this.#runner.send({ type: 'connection.established', at });
    }
    this.#runner.send(fact);
  }
}
