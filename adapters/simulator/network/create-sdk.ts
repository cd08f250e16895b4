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
  const sdk = {
    ...(commands as Pick<SimulatedSdk, SobotCommand>),
    on: (eventName: string, handler: Parameters<SimulatedSdk['on']>[1]) => {
      if (typeof handler === 'function') page.on(eventName, handler);
      return sdk;
    },
    off: (eventName: string, handler?: Parameters<SimulatedSdk['on']>[1]) => {
      page.off(eventName, handler);
      return sdk;
    },
  } satisfies SimulatedSdk as SimulatedSdk;
  return sdk;
}
