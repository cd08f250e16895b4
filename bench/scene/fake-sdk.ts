import { COMMANDS, type CommandName } from '../../machines/index.js';

export type Message = Readonly<Record<string, unknown>>;
type Handler = (message: unknown) => void;

interface Callbacks {
  readonly success?: (result: unknown) => void;
}

/**
 * The least that passes for the vendor's SDK, so that the agent itself is measured: it says yes to
 * every command, and pushes what it is told to. Methods stand on the prototype, so that many weigh little.
 */
export class FakeSdk {
  readonly #handlers = new Map<string, readonly Handler[]>();
  /** The message that the service pushes after a command that has no callback. */
  readonly #events: { readonly [Name in CommandName]?: () => Message };

  static {
    for (const command of COMMANDS) {
      Object.defineProperty(this.prototype, command, {
        value(this: FakeSdk, given?: Callbacks): void {
          this.#perform(command, given);
        },
      });
    }
  }

  constructor(events: { readonly [Name in CommandName]?: () => Message } = {}) {
    this.#events = events;
  }

  on(eventName: string, handler: Handler): this {
    this.#handlers.set(eventName, [...(this.#handlers.get(eventName) ?? []), handler]);
    return this;
  }

  off(eventName: string, handler?: Handler): this {
    const left = (this.#handlers.get(eventName) ?? []).filter((one) => handler !== undefined && one !== handler);
    this.#handlers.set(eventName, left);
    return this;
  }

  /** The service pushes a message: to those who listen to all events, and to its own name. */
  emit(message: Message): void {
    for (const handler of this.#handlers.get('EventAgentAll') ?? []) handler(message);
    for (const handler of this.#handlers.get(message['messageID'] as string) ?? []) handler(message);
  }

  /** Answers when the method has returned, as a service that is asked over a network does. */
  #perform(command: CommandName, given: Callbacks | undefined): void {
    const event = this.#events[command];
    queueMicrotask(() => {
      if (event !== undefined) this.emit(event());
      else given?.success?.({ status: 'success' });
    });
  }
}
