import { SOBOT_METHODS, type SobotCommand } from './commands.js';
import type { Page } from './page.js';
import type { SimulatedSdk } from './sdk.js';

/** The object that a page's code works with. */
export function createSdk(page: Page, command: (command: SobotCommand, params: unknown) => void): SimulatedSdk {
  const methods = SOBOT_METHODS.filter((method) => method !== 'on' && method !== 'off');
  const commands = Object.fromEntries(
    methods.map((method) => [
      method,
      (params?: object) => {
        command(method, params);
      },
    ]),
  );
  const sdk: Omit<SimulatedSdk, 'onInterruption'> = {
    ...(commands as Pick<SimulatedSdk, SobotCommand>),
    on: (eventName: string, handler: Parameters<SimulatedSdk['on']>[1]) => {
      if (typeof handler === 'function') page.on(eventName, handler);
      return sdk as SimulatedSdk;
    },
    off: (eventName: string, handler?: Parameters<SimulatedSdk['on']>[1]) => {
      page.off(eventName, handler);
      return sdk as SimulatedSdk;
    },
  };
  // Not a member of the vendor's object: not to be found by looking through it.
  return Object.defineProperty(sdk, 'onInterruption', {
    value: (listener: () => void) => (typeof listener === 'function' ? page.onInterruption(listener) : () => undefined),
  }) as SimulatedSdk;
}
