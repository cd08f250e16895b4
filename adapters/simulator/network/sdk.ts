import type { SobotCommand } from './commands.js';

/** A handler of one event, or of `EventAgentAll`. */
export type MessageHandler = (message: Readonly<Record<string, unknown>>) => void;

type CommandMethods = Readonly<Record<SobotCommand, (params?: object) => void>>;

/**
 * Shaped exactly like `new SobotClient.agent()`: the 35 commands, `on` and `off`. Methods work when
 * taken off the object, return nothing and never throw; `success` and `error` among the parameters
 * are called where the vendor documents them. `onInterruption` is ours, and hidden from those who look through it.
 */
export interface SimulatedSdk extends CommandMethods {
  /** `EventAgentAll` gets every message. Chains. */
  on(eventName: string, handler: MessageHandler): SimulatedSdk;
  /** Without a handler: all handlers of that event go. Chains. */
  off(eventName: string, handler?: MessageHandler): SimulatedSdk;
  /**
   * Calls `listener` whenever the link of a page that has been initialised is known to be down and expected back: when
   * it is interrupted, and again after each answer that only says so. `EventWebSocketSession` tells that it is back.
   * Returns how to stop it. The vendor's SDK has no such method: inferred from what its mobile SDKs know of the channel.
   */
  onInterruption(listener: () => void): () => void;
}
