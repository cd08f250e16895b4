import { COMMANDS, createAgent, observableMembers, rethrowLater, type AgentOptions, type CommandError, type CommandName } from '../../src/index.js';
import { Handlers } from './handlers.js';
import { readSafely } from './read-safely.js';
import type { SobotSdk } from './sdk.js';
import type { Failure, SobotAgent, SobotCommands } from './sobot-agent.js';
import { SobotControl } from './sobot-control.js';

/** What an error callback of the vendor's expects: the service's own object, where it has sent one. */
function failureFor(error: CommandError): Failure {
  const { code, message } = error;
  const cause = error.reveal();
  if (typeof cause === 'object' && cause !== null && !(cause instanceof Error)) return cause as Failure;
  return { status: 'error', errorCode: code, errorMessage: message, message };
}

/** Calls a callback, if it is one; what it throws is its owner's. */
function notify(callback: unknown, argument: unknown): void {
  if (typeof callback !== 'function') return;
  try {
    (callback as (argument: unknown) => void)(argument);
  } catch (error) {
    rethrowLater(error);
  }
}

/** Parameters and callbacks, which the vendor's methods take in one object. */
function split(given: unknown): { parameters: unknown; success?: unknown; error?: unknown } {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { parameters: given };
  try {
    const { success, error, ...parameters } = given as Record<string, unknown>;
    return { parameters, success, error };
  } catch (error) {
    return { parameters: unreadable(given, error), error: readSafely(given, 'error') };
  }
}

/** In place of parameters of which one has thrown when it was read: they are refused where all parameters are. */
function unreadable(given: object, error: unknown): object {
  return new Proxy(given, {
    get() {
      throw error;
    },
  });
}

/**
 * Guards the vendor's SDK: what comes back has all of its methods, sends none
 * that the statechart does not take, and knows what state the agent is in.
 *
 * @example
 * const agent = createSobotAgent(new SobotClient.agent());
 *
 * @throws TypeError if `sdk` is no SDK object, or an option is wrong.
 */
export function createSobotAgent(sdk: SobotSdk, options: AgentOptions = {}): SobotAgent {
  if (typeof (sdk as Partial<SobotSdk> | null)?.on !== 'function' || typeof sdk.off !== 'function') {
    throw new TypeError('switchhook: sdk must be an SDK object with on and off: new SobotClient.agent()');
  }
  const handlers = new Handlers(rethrowLater);
  const control = new SobotControl(sdk, (eventName, message) => {
    handlers.dispatch(eventName, message);
  });
  const core = createAgent(control, options);
  core.onReport((report) => {
    handlers.dispatch(`switchhook:${report.type}`, report);
  });

  const run = (command: CommandName, given: unknown): Promise<unknown> => {
    const { parameters, success, error } = split(given);
    const outcome = core.execute(command, parameters);
    outcome.then(
      (result) => {
        notify(success, result);
      },
      (failure: unknown) => {
        notify(error, failureFor(failure as CommandError));
      },
    );
    return outcome;
  };
  const commands = Object.fromEntries(
    COMMANDS.map((command) => [command, (given?: unknown) => run(command, given)]),
  ) as unknown as SobotCommands;

  const agent: SobotAgent = {
    ...commands,
    ...observableMembers(core.subscribe),
    on(eventName, handler) {
      if (typeof eventName !== 'string' || typeof handler !== 'function') {
        throw new TypeError('switchhook: on takes the name of an event and a handler');
      }
      handlers.add(eventName, handler);
      return agent;
    },
    off(eventName, handler) {
      handlers.remove(eventName, handler);
      return agent;
    },
    getSnapshot: core.getSnapshot,
    subscribe: core.subscribe,
    can: core.can,
    whyNot: core.whyNot,
    actor: core.actor,
    dispose() {
      core.dispose();
      handlers.clear();
    },
  };
  return agent;
}
