import { COMMANDS } from '../../../src/index.js';
import type { MessageHandler, SimulatedSdk } from '../../simulator/index.js';
import type { CommandName } from '../../sobot/index.js';

type Pass = (run: () => void) => void;
type Callback = (result: unknown) => void;

const CALLBACKS = ['success', 'error'] as const;

/** The parameters with callbacks that are passed on, and otherwise unchanged. */
function passedOn(parameters: object | undefined, pass: Pass): object | undefined {
  try {
    const own = Object.getOwnPropertyDescriptors(parameters ?? {}) as Record<string, PropertyDescriptor>;
    const callbacks = CALLBACKS.filter((name) => typeof own[name]?.value === 'function');
    if (callbacks.length === 0) return parameters;
    for (const name of callbacks) {
      const callback = own[name]?.value as Callback;
      own[name] = { ...own[name], value: (result: unknown) => pass(() => callback(result)) };
    }
    return Object.defineProperties({}, own);
  } catch {
    // Such as a proxy that does not let itself be read.
    return parameters;
  }
}

/** The same SDK object; it calls handlers, callbacks and listeners of the page by way of `pass`. */
export function reachedThrough(sdk: SimulatedSdk, pass: Pass): SimulatedSdk {
  const passing = new Map<MessageHandler, MessageHandler>();
  const handlerFor = (handler: MessageHandler): MessageHandler => {
    const known = passing.get(handler);
    if (known !== undefined) return known;
    const made: MessageHandler = (message) => pass(() => handler(message));
    passing.set(handler, made);
    return made;
  };
  const commands = COMMANDS.map((command) => [command, (parameters?: object) => sdk[command](passedOn(parameters, pass))]);
  const through: SimulatedSdk = {
    ...(Object.fromEntries(commands) as Pick<SimulatedSdk, CommandName>),
    on(eventName, handler) {
      sdk.on(eventName, typeof handler === 'function' ? handlerFor(handler) : handler);
      return through;
    },
    off(eventName, handler) {
      if (handler === undefined) sdk.off(eventName);
      else sdk.off(eventName, passing.get(handler) ?? handler);
      return through;
    },
    onInterruption: (listener) => sdk.onInterruption(() => pass(listener)),
  };
  return through;
}
