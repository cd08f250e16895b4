import type { SobotCommand } from './methods.js';

/**
 * A command method. Taken from method syntax because only then are parameters compared both ways:
 * an SDK whose `login` demands its own, stricter parameter type still fits.
 */
type CommandMethod = { call(params?: object): unknown }['call'];

interface Subscription {
  /** `eventName` may be `EventAgentAll`, which gets every message. Chains. */
  on(eventName: string, handler: (message: unknown) => void): unknown;
  /**
   * Without a handler, all handlers of that event go. Chains.
   *
   * The handler's message is `any`, not `unknown`, so that an `off` fits which demands a handler,
   * one for its own message type.
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
  off(eventName: string, handler?: (message: any) => void): unknown;
}

/**
 * The part of `new SobotClient.agent()` that the adapter needs: the real SDK, the simulator's client
 * and a test double all fit without a cast. A command that is missing here is `NOT_SUPPORTED` there.
 */
export type SobotSdk = Subscription & { [Command in SobotCommand]?: CommandMethod } & {
  /** Where the SDK knows when its link to the service is down: calls `listener` then. Returns how to stop it. */
  onInterruption?(listener: () => void): unknown;
};
