import { COMMANDS } from '../../../src/index.js';
import type { CommandName, SobotSdk } from '../../sobot/index.js';

type Handler = (message: unknown) => void;
type Callbacks = Readonly<Partial<Record<'success' | 'error', unknown>>>;

/** A command that the service has got and not answered yet. */
interface Asked {
  readonly command: CommandName;
  readonly callbacks: Callbacks;
}

/**
 * A service that says nothing by itself: every answer and every event comes when the race says so.
 *
 * @example
 * const service = new ScriptedService();
 * const agent = createSobotAgent(service.sdk);
 * void agent.initAgent({ token: 't', companyId: 'c', agent: '1001' });
 * service.answer('initAgent', 'success', { status: 'success' });
 * service.emit({ messageID: 'EventAgentReady' });
 */
export class ScriptedService {
  readonly sdk: SobotSdk;
  readonly #handlers = new Map<string, readonly Handler[]>();
  readonly #reached = new Map<CommandName, number>();
  #asked: readonly Asked[] = [];

  constructor() {
    const commands = COMMANDS.map((command) => [
      command,
      (parameters?: object) => {
        this.#reached.set(command, this.reached(command) + 1);
        this.#asked = [...this.#asked, { command, callbacks: parameters ?? {} }];
      },
    ]);
    this.sdk = {
      ...(Object.fromEntries(commands) as Pick<SobotSdk, CommandName>),
      on: (eventName, handler) => {
        this.#handlers.set(eventName, [...this.#of(eventName), handler]);
        return this.sdk;
      },
      off: (eventName, handler?: Handler) => {
        this.#handlers.set(
          eventName,
          this.#of(eventName).filter((one) => handler !== undefined && one !== handler),
        );
        return this.sdk;
      },
    };
  }

  /** How often the command has reached the SDK. */
  reached(command: CommandName): number {
    return this.#reached.get(command) ?? 0;
  }

  /**
   * Answers the first of these commands that has no answer yet.
   *
   * @returns whether there was one, and whoever sent it has given this callback
   */
  answer(command: CommandName, by: 'success' | 'error', result: object): boolean {
    const asked = this.#asked.find((one) => one.command === command);
    if (asked === undefined) return false;
    this.#asked = this.#asked.filter((one) => one !== asked);
    const callback = asked.callbacks[by];
    if (typeof callback !== 'function') return false;
    (callback as Handler)(result);
    return true;
  }

  /** The message arrives: at those who listen to all events, and at those who listen to this one. */
  emit(message: unknown): void {
    const name = ScriptedService.#nameOf(message);
    for (const handler of [...this.#of('EventAgentAll'), ...(name === null ? [] : this.#of(name))]) handler(message);
  }

  #of(eventName: string): readonly Handler[] {
    return this.#handlers.get(eventName) ?? [];
  }

  static #nameOf(message: unknown): string | null {
    // A hostile message may throw when it is read.
    try {
      const { messageID } = message as { readonly messageID?: unknown };
      return typeof messageID === 'string' && messageID !== 'EventAgentAll' ? messageID : null;
    } catch {
      return null;
    }
  }
}
