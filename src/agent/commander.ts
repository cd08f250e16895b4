import { requestsInFlight, type CommandName, type Request } from '../../machines/index.js';
import type { CommandDeclaration, Fact } from '../commands/declaration.js';
import type { Refusal } from '../errors/refusal.js';
import type { Answer, CallControl } from './call-control.js';
import type { AgentClock } from './clock.js';
import type { Flight, Flights } from './flights.js';
import { expectedFact } from './optimism.js';
import type { AgentOptions } from './options.js';
import { textsIn } from './personal-texts.js';
import type { Runner } from './runner.js';
import { opened, stamped } from './stamped.js';
import { isThenable } from './thenable.js';

type Parameters = Readonly<Record<string, unknown>>;

/** Sends commands that are allowed, and brings their answers back to the machine. */
export class Commander {
  readonly #port: CallControl;
  readonly #runner: Runner;
  readonly #flights: Flights;
  readonly #clock: AgentClock;
  readonly #options: AgentOptions;
  readonly #refusal: (command: CommandName) => Refusal | null;
  #lastId = 0;

  /** `refusal` says why a command is not allowed now. */
  constructor(
    port: CallControl,
    runner: Runner,
    flights: Flights,
    clock: AgentClock,
    options: AgentOptions,
    refusal: (command: CommandName) => Refusal | null,
  ) {
    this.#port = port;
    this.#runner = runner;
    this.#flights = flights;
    this.#clock = clock;
    this.#options = options;
    this.#refusal = refusal;
  }

  send(
    declaration: CommandDeclaration,
    parameters: Parameters,
    promise: Pick<Flight, 'resolve' | 'reject'>,
  ): void {
    const request = this.#requestFor(declaration, parameters);
    const { id, command: name } = request;
    this.#flights.open(id, { ...promise, declaration, personal: textsIn(parameters) });
    this.#runner.send({ type: declaration.name, request }, {}, () => {
      // While it waited for its turn, another command may have taken the lane.
      if (this.#isInFlight(id)) this.#perform(id, declaration, parameters);
      else this.#flights.refuse(id, this.#refusal(name as CommandName));
    });
  }

  #requestFor(declaration: CommandDeclaration, parameters: Parameters): Request {
    const { name, lane, needs, answeredBy, confirmedBy, deadline } = declaration;
    const { timeouts, revealPersonalData } = this.#options;
    const { details, ...intent } = declaration.intent?.(parameters) ?? {};
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

  #isInFlight(id: number): boolean {
    const { context } = this.#runner.actor.getSnapshot();
    return requestsInFlight(context).some((request) => request.id === id);
  }

  #perform(id: number, declaration: CommandDeclaration, parameters: Parameters): void {
    const answer = this.#answerFor(id, declaration, parameters);
    const returned = this.#port.perform(declaration.name, parameters, answer);
    const mode = this.#options.confirm?.[declaration.name] ?? 'event';
    if (mode === 'event' || declaration.answeredBy === 'callback') return;
    // What the SDK promises may still be broken; the port tells then.
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

  #answerFor(id: number, declaration: CommandDeclaration, parameters: Parameters): Answer {
    let isAnswered = false;
    const once = (act: () => void) => {
      if (isAnswered) return;
      isAnswered = true;
      act();
    };
    return {
      succeeded: (result, fact) => {
        once(() => {
          this.#succeed(id, result, fact ?? this.#announcedBy(declaration, parameters));
        });
      },
      failed: (failure) => {
        once(() => {
          this.#runner.send({ type: 'request.failed', at: this.#clock.now(), id }, { failure });
        });
      },
    };
  }

  #announcedBy(declaration: CommandDeclaration, parameters: Parameters): Fact | undefined {
    const announced = declaration.announces?.(parameters);
    return announced ?? expectedFact(declaration, parameters, this.#runner.actor.getSnapshot());
  }

  #succeed(id: number, result: unknown, announced: Fact | undefined): void {
    const at = this.#clock.now();
    const isOpen = this.#options.revealPersonalData === true;
    const fact = announced === undefined ? undefined : stamped(announced, at, isOpen);
    const flight = this.#flights.get(id);
    if (flight?.declaration.answeredBy === 'event' && fact !== undefined) {
      // As if the server had said it: that ends the command.
      this.#runner.send(fact, { result });
    } else if (flight !== undefined) {
      const event = { type: 'request.succeeded', at, id } as const;
      this.#runner.send(fact === undefined ? event : { ...event, fact }, { result });
    } else if (this.#flights.takeLate(id) && fact !== undefined) {
      // Too late for the promise, but still the server's word.
      this.#runner.send(fact);
    }
  }
}
