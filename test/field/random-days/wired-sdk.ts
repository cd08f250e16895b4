import type { SobotSdk } from '../../../adapters/sobot/index.js';
import { CALL_COMMANDS } from './call-commands.js';
import { LOGIN_COMMANDS } from './login-commands.js';
import { ELSEWHERE } from './refusal-codes.js';
import type { Journal } from './journal.js';
import type { Service } from './service.js';
import type { Message, Wire } from './wire.js';

interface Parameters {
  readonly success?: (result: object) => void;
  readonly error?: (failure: object) => void;
  readonly [name: string]: unknown;
}

type LoginCommand = keyof typeof LOGIN_COMMANDS;
type CallCommand = keyof typeof CALL_COMMANDS;

/** What the agent's commands do at the service, all those that it knows. */
export const SERVED = [...Object.keys(LOGIN_COMMANDS), ...Object.keys(CALL_COMMANDS)] as readonly (LoginCommand | CallCommand)[];

function serveLogin(command: LoginCommand, { success, error }: Parameters, service: Service): void {
  const accept = (result: object = {}): void => service.wire.callback(() => success?.({ status: 'success', ...result }));
  const takesBack = command === 'login' || command === 'initAgent';
  const errorCode = service.truth.isDisplaced && !takesBack ? ELSEWHERE : LOGIN_COMMANDS[command]({ service, accept });
  if (errorCode !== undefined) service.wire.callback(() => error?.({ status: 'error', errorCode, errorMessage: 'no' }));
}

function serveCall(command: CallCommand, parameters: Parameters, service: Service): void {
  const errorCode = service.truth.isDisplaced ? ELSEWHERE : CALL_COMMANDS[command](service, parameters);
  if (errorCode !== undefined) service.wire.message('EventError', { errorCode, errorMessage: 'no' });
}

function isOfLogin(command: LoginCommand | CallCommand): command is LoginCommand {
  return command in LOGIN_COMMANDS;
}

/** The vendor's SDK, as the page sees it: commands go over the wire, and messages come from it to whoever listens. */
export class WiredSdk {
  readonly #handlers: ((message: Message) => void)[] = [];

  /** What has come over the wire reaches the page. */
  receive(message: Message): void {
    for (const handler of this.#handlers) handler(message);
  }

  connect(service: Service, wire: Wire, journal: Journal): SobotSdk {
    const commands = SERVED.map((command) => {
      const send = (parameters: Parameters = {}): void => {
        wire.command(() => {
          journal.write(`service gets ${command}`);
          if (isOfLogin(command)) serveLogin(command, parameters, service);
          else serveCall(command, parameters, service);
        });
      };
      return [command, send];
    });
    const listen = {
      on: (eventName: string, handler: (message: Message) => void) => {
        if (eventName === 'EventAgentAll') this.#handlers.push(handler);
      },
      off: () => undefined,
    };
    return { ...listen, ...Object.fromEntries(commands) } as SobotSdk;
  }
}
