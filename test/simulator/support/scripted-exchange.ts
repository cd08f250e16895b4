import type {
  Address,
  DialRequest,
  Done,
  Exchange,
  ExchangeEvent,
  LegView,
  Reachability,
  ReleaseCause,
} from '../../../adapters/simulator/index.js';

/** An operation that waits for the test to say what comes of it. */
export interface Asked {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly done: Done;
}

/** A switch that does nothing but what a test tells it to. */
export class ScriptedExchange implements Exchange {
  readonly asked: Asked[] = [];
  readonly dialled: DialRequest[] = [];
  reachability: Reachability = 'available';
  #listener: (event: ExchangeEvent) => void = () => undefined;

  subscribe(listener: (event: ExchangeEvent) => void): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = () => undefined;
    };
  }

  /** Reports something. */
  report(...events: ExchangeEvent[]): void {
    for (const event of events) this.#listener(event);
  }

  /** Ends the oldest operation of this name; returns its arguments. */
  done(name: string, error?: Parameters<Done>[0]): readonly unknown[] {
    const index = this.asked.findIndex((asked) => asked.name === name);
    const asked = this.asked.splice(index, 1)[0];
    if (index < 0 || asked === undefined) throw new Error(`${name} was not asked for; only ${this.names().join(', ')}.`);
    asked.done(error);
    return asked.args;
  }

  names(): string[] {
    return this.asked.map(({ name }) => name);
  }

  reachable(_address: Address): Reachability {
    return this.reachability;
  }

  dial(request: DialRequest, done: Done): void {
    this.dialled.push(request);
    this.#ask('dial', [request], done);
  }

  answer(leg: string, done: Done): void {
    this.#ask('answer', [leg], done);
  }

  release(leg: string, cause: ReleaseCause, done: Done): void {
    this.#ask('release', [leg, cause], done);
  }

  connect(conversation: string, legs: readonly string[], done: Done): void {
    this.#ask('connect', [conversation, legs], done);
  }

  hold(conversation: string, leg: string, done: Done): void {
    this.#ask('hold', [conversation, leg], done);
  }

  retrieve(conversation: string, leg: string, done: Done): void {
    this.#ask('retrieve', [conversation, leg], done);
  }

  mute(leg: string, done: Done): void {
    this.#ask('mute', [leg], done);
  }

  unmute(leg: string, done: Done): void {
    this.#ask('unmute', [leg], done);
  }

  sendKeys(leg: string, keys: string, done: Done): void {
    this.#ask('sendKeys', [leg, keys], done);
  }

  legs(): readonly LegView[] {
    return [];
  }

  pending(): number {
    return 0;
  }

  dispose(): void {
    this.asked.length = 0;
  }

  #ask(name: string, args: readonly unknown[], done: Done): void {
    this.asked.push({ name, args, done });
  }
}
