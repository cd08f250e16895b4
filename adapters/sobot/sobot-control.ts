import type { CommandName } from '../../machines/index.js';
import {
  DECLARATIONS,
  isThenable,
  readSafely,
  withoutThen,
  type Answer,
  type CallControl,
  type Fact,
  type News,
  type ParameterCheck,
} from '../../src/index.js';
import { failureOf } from './errors/failure.js';
import { loginReason } from './events/agent-facts.js';
import { attributesOf } from './events/attributes.js';
import { BoundExtension } from './events/bound-extension.js';
import { messageIDOf, normalise } from './events/normalise.js';
import { checkParameters } from './parameters/check-parameters.js';
import type { SobotSdk } from './sdk.js';
import { WORDS } from './words.js';

/** Subscribes to every agent event. */
const ALL = 'EventAgentAll';
/** Comes from the media side of the SDK, so that it may not be among the agent events. */
const LATENCY = 'EventJanusLatency';
/** The name in reports of an interruption, which comes without a message. */
const INTERRUPTION = 'onInterruption';

/** The login state that the service says it has given, which may not be the one asked for. */
function grantedLogin(result: unknown): Fact | undefined {
  try {
    const reason = loginReason(attributesOf(result));
    return reason === undefined ? undefined : { type: 'agent.loggedIn', reason };
  } catch {
    return undefined;
  }
}

/** A message cannot pass for all messages, nor for a report of this package. */
function isTheServices(messageID: string): boolean {
  return messageID !== ALL && !messageID.startsWith('switchhook:');
}

function isRefusal(result: unknown): boolean {
  return readSafely(result as object, 'status') === 'error';
}

/** A promise of the platform's own: it calls back later, and once, and its value is not waited for in turn. */
function promised(returned: PromiseLike<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    returned.then((result) => {
      resolve(withoutThen(result));
    }, reject);
  });
}

/** The vendor's SDK as a telephone system. */
export class SobotControl implements CallControl {
  readonly #sdk: SobotSdk;
  readonly #pass: (eventName: string, message: unknown) => void;
  readonly #boundExtension = new BoundExtension();
  readonly words = WORDS;

  /** `pass` gets every message after the machine has; `eventName` is what was subscribed to. */
  constructor(sdk: SobotSdk, pass: (eventName: string, message: unknown) => void) {
    this.#sdk = sdk;
    this.#pass = pass;
  }

  supports(command: CommandName): boolean {
    return typeof this.#sdk[command] === 'function';
  }

  check(command: CommandName, given: unknown): ParameterCheck {
    return checkParameters(command, given);
  }

  perform(command: CommandName, parameters: Readonly<Record<string, unknown>>, answer: Answer): unknown {
    const heard = command === 'login' ? this.#loginAnswer(parameters, answer) : answer;
    try {
      const returned = this.#call(command, parameters, heard);
      if (!isThenable(returned)) return withoutThen(returned);
      const outcome = promised(returned);
      outcome.catch((error: unknown) => {
        heard.failed(failureOf(error));
      });
      return outcome;
    } catch (error) {
      heard.failed(failureOf(error));
      return undefined;
    }
  }

  /** That the SDK has such a method was asked before; one that is gone since then throws. */
  #call(command: CommandName, parameters: Readonly<Record<string, unknown>>, answer: Answer): unknown {
    const sdk = this.#sdk as Required<SobotSdk>;
    if (DECLARATIONS[command].answeredBy === 'event') {
      return Object.keys(parameters).length === 0 ? sdk[command]() : sdk[command]({ ...parameters });
    }
    return sdk[command]({
      ...parameters,
      success: (result: unknown) => {
        if (isRefusal(result)) answer.failed(failureOf(result));
        else answer.succeeded(withoutThen(result));
      },
      error: (cause: unknown) => {
        answer.failed(failureOf(cause));
      },
    });
  }

  /** A login says which extension is the agent's, and its result which login state was given. */
  #loginAnswer(parameters: unknown, answer: Answer): Answer {
    let takeBack = this.#boundExtension.ask(parameters);
    return {
      succeeded: (result) => {
        takeBack = () => undefined;
        this.#boundExtension.grant(result);
        answer.succeeded(result, grantedLogin(result));
      },
      failed: (failure) => {
        takeBack();
        answer.failed(failure);
      },
    };
  }

  /** The news in a message, by the agent's extension. */
  #read(message: unknown, subscribedAs: string | null): News {
    const news = normalise(message, subscribedAs, this.#boundExtension.now);
    if (news.kind === 'fact' && news.fact.type === 'connection.regained') this.#boundExtension.regain(message);
    return news;
  }

  subscribe(receive: (news: News) => void): () => void {
    const onAll = (message: unknown) => {
      const messageID = messageIDOf(message);
      if (messageID !== LATENCY) {
        receive(this.#read(message, null));
        if (messageID !== null && isTheServices(messageID)) this.#pass(messageID, message);
      }
      this.#pass(ALL, message);
    };
    const onLatency = (message: unknown) => {
      receive(this.#read(message, LATENCY));
      this.#pass(LATENCY, message);
    };
    this.#sdk.on(ALL, onAll);
    this.#sdk.on(LATENCY, onLatency);
    const stops = [this.#hearInterruptions(receive), () => this.#sdk.off(ALL, onAll), () => this.#sdk.off(LATENCY, onLatency)];
    return () => {
      for (const stop of stops) {
        try {
          stop();
        } catch {
          // An exception of the SDK does no harm: the handlers pass nothing on any more.
        }
      }
    };
  }

  /** The vendor's SDK says nothing of its link; the simulator's client over a socket does. */
  #hearInterruptions(receive: (news: News) => void): () => void {
    if (typeof this.#sdk.onInterruption !== 'function') return () => undefined;
    return this.#sdk.onInterruption(() => {
      receive({ kind: 'fact', fact: { type: 'connection.interrupted' }, message: null, messageID: INTERRUPTION });
    }) as () => void;
  }
}
