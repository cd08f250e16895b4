import { COMMANDS, type CommandName } from '../../machines/index.js';
import type { Agent } from '../agent/agent.js';
import { rethrowLater } from '../agent/notifier.js';
import { observableMembers } from '../agent/observable.js';
import type { CommandError } from '../errors/command-error.js';
import { notify, split } from './callbacks.js';
import { failureFor } from './failure.js';
import { Handlers, type Handler } from './handlers.js';

/** An agent in the shape of an SDK object: a method for each command, with callbacks, and events by name. */
export type DropIn = { readonly [Name in CommandName]: (given?: unknown) => Promise<unknown> } & Pick<
  Agent,
  'getSnapshot' | 'subscribe' | 'can' | 'whyNot' | 'actor' | 'dispose' | '@@observable'
> & {
    on(eventName: string, handler: Handler): DropIn;
    off(eventName: string, handler?: Handler): DropIn;
  };

/** Passes a message to whoever listens to the event. */
export type Dispatch = (eventName: string, message: unknown) => void;

/** Makes an agent take the place of an SDK object. `start` gets what to call with each message that the SDK's handlers expect. */
export function dropIn(start: (dispatch: Dispatch) => Agent): DropIn {
  const handlers = new Handlers(rethrowLater);
  const core = start((eventName, message) => {
    handlers.dispatch(eventName, message);
  });
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
  const commands = Object.fromEntries(COMMANDS.map((command) => [command, (given?: unknown) => run(command, given)])) as {
    readonly [Name in CommandName]: (given?: unknown) => Promise<unknown>;
  };

  const agent: DropIn = {
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
