import type { SobotCommand } from './commands.js';

/** A handler of one event, or of `EventAgentAll`. */
export type MessageHandler = (message: Readonly<Record<string, unknown>>) => void;

type CommandMethods = Readonly<Record<SobotCommand, (params?: object) => void>>;

/**
 * Shaped exactly like `new SobotClient.agent()`: the 35 commands, `on` and `off`. Methods work when
 * taken off the object, return nothing and never throw; `success` and `error` among the parameters
 * are called where the vendor documents them.
 */
export interface SimulatedSdk extends CommandMethods {
  /** `EventAgentAll` gets every message. Chains. */
  on(eventName: string, handler: MessageHandler): SimulatedSdk;
  /** Without a handler: all handlers of that event go. Chains. */
  off(eventName: string, handler?: MessageHandler): SimulatedSdk;
}
