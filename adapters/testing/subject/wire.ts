import { COMMANDS } from '../../../src/index.js';
import type { MessageHandler, SimulatedSdk } from '../../simulator/index.js';
import type { CommandName, SobotSdk } from '../../sobot/index.js';

/** Gets every message. */
const ALL = 'EventAgentAll';

/** An SDK object of the simulated call centre with a tap on it: what the subject is built on. */
export interface Wire {
  /** For the subject. */
  readonly sdk: SobotSdk;
  /** How often the command has reached the SDK so far. */
  reached(command: CommandName): number;
  /**
   * Hands the message to the subject's handlers, as the SDK does with one that has arrived, although the
   * centre has sent none. @returns what the handlers have thrown
   */
  deliver(message: unknown): readonly unknown[];
}

function nameOf(message: unknown): string | null {
  // Hostile messages may be anything, and may throw when they are read.
  try {
    const { messageID } = message as { readonly messageID?: unknown };
    return typeof messageID === 'string' ? messageID : null;
  } catch {
    return null;
  }
}

/** Handlers by the name they were registered for, in the order of registration. */
class Subscriptions {
  readonly #handlers = new Map<string, MessageHandler[]>();

  add(eventName: string, handler: MessageHandler): void {
    this.#handlers.set(eventName, [...this.of(eventName), handler]);
  }

  remove(eventName: string, handler?: MessageHandler): void {
    this.#handlers.set(eventName, handler === undefined ? [] : this.of(eventName).filter((other) => other !== handler));
  }

  of(eventName: string): readonly MessageHandler[] {
    return this.#handlers.get(eventName) ?? [];
  }
}

/** Taps an SDK object: counts what reaches it, and knows who listens. */
export function tap(sdk: SimulatedSdk): Wire {
  const counts = new Map<CommandName, number>();
  const subscriptions = new Subscriptions();
  const commands = COMMANDS.map((command) => [
    command,
    (parameters?: object) => {
      counts.set(command, (counts.get(command) ?? 0) + 1);
      sdk[command](parameters);
    },
  ]);
  const tapped: SobotSdk = {
    ...(Object.fromEntries(commands) as Pick<SobotSdk, CommandName>),
    on(eventName, handler) {
      subscriptions.add(eventName, handler);
      sdk.on(eventName, handler);
      return tapped;
    },
    off(eventName, handler) {
      subscriptions.remove(eventName, handler);
      sdk.off(eventName, handler);
      return tapped;
    },
    onInterruption: (listener) => sdk.onInterruption(listener),
  };
  return {
    sdk: tapped,
    reached: (command) => counts.get(command) ?? 0,
    deliver(message) {
      const name = nameOf(message);
      const thrown: unknown[] = [];
      for (const handler of [...subscriptions.of(ALL), ...(name === null || name === ALL ? [] : subscriptions.of(name))]) {
        try {
          handler(message as Parameters<MessageHandler>[0]);
        } catch (error) {
          thrown.push(error);
        }
      }
      return thrown;
    },
  };
}
