import { COMMANDS, type CommandName } from '../../../machines/index.js';

type Parameters = Record<string, unknown>;
type Handler = (message: unknown) => void;

/** A call of an SDK method, as the double has seen it. */
export interface SdkCall {
  readonly method: string;
  readonly parameters: Parameters | undefined;
}

/**
 * A double of the vendor's SDK: it records every call and answers nothing by
 * itself, so that a test says what the service does and when.
 */
export class ScriptedSdk {
  readonly calls: SdkCall[] = [];
  readonly #handlers = new Map<string, Handler[]>();

  constructor(methods: readonly CommandName[] = COMMANDS) {
    for (const method of methods) {
      Object.assign(this, {
        [method]: (parameters?: Parameters) => {
          this.calls.push({ method, parameters });
        },
      });
    }
  }

  on(eventName: string, handler: Handler): this {
    this.calls.push({ method: 'on', parameters: { eventName } });
    this.#handlers.set(eventName, [...(this.#handlers.get(eventName) ?? []), handler]);
    return this;
  }

  off(eventName: string, handler?: Handler): this {
    const left = (this.#handlers.get(eventName) ?? []).filter((known) => handler !== undefined && known !== handler);
    this.#handlers.set(eventName, left);
    return this;
  }

  /** How many handlers are there. */
  get handlerCount(): number {
    return [...this.#handlers.values()].flat().length;
  }

  /** The service pushes a message, as the SDK would: to `EventAgentAll` and to its own name. */
  emit(messageID: string, attributes: Parameters = {}): void {
    this.emitRaw({ messageID, ...attributes }, messageID);
  }

  /** The service pushes anything at all to those who listen to all events. */
  emitRaw(message: unknown, eventName?: string): void {
    const names = eventName === undefined ? ['EventAgentAll'] : ['EventAgentAll', eventName];
    for (const handler of names.flatMap((name) => this.#handlers.get(name) ?? [])) handler(message);
  }

  /** The names of the methods called so far, subscriptions left out. */
  get sent(): readonly string[] {
    return this.calls.map(({ method }) => method).filter((method) => method !== 'on');
  }

  /** The last call of a method. */
  lastCall(method: CommandName): SdkCall {
    const call = this.calls.filter((one) => one.method === method).at(-1);
    if (call === undefined) throw new Error(`${method} was not called`);
    return call;
  }

  /** The service says yes to the last call of a method. */
  succeed(method: CommandName, result: Parameters = {}): void {
    this.#callback(method, 'success')({ status: 'success', ...result });
  }

  /** The service says no to the last call of a method. */
  fail(method: CommandName, failure: Parameters = {}): void {
    this.#callback(method, 'error')({ status: 'error', ...failure });
  }

  #callback(method: CommandName, name: 'success' | 'error'): Handler {
    const callback = this.lastCall(method).parameters?.[name];
    if (typeof callback !== 'function') throw new Error(`${method} was called without ${name}`);
    return callback as Handler;
  }
}
