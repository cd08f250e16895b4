import type { CommandName, FailedOutcome, Outcome } from '../../machines/index.js';
import type { CommandDeclaration } from '../commands/declaration.js';
import { commandFailure } from '../errors/command-failure.js';
import { CommandError, type ErrorState } from '../errors/command-error.js';
import type { FailureCode } from '../errors/error-code.js';
import type { Refusal } from '../errors/refusal.js';
import type { ServiceFailure } from './call-control.js';
import { withoutThen } from './thenable.js';

/** A pending command, as its promise knows it. */
export interface OpenPromise {
  readonly declaration: CommandDeclaration;
  resolve(result: unknown): void;
  reject(error: CommandError): void;
  /** The texts of its parameters that must not be repeated in a message. */
  readonly personal: readonly string[];
}

/** The data that a pending command is settled with. */
export interface Settlement {
  /** The value that its promise resolves with. */
  readonly result?: unknown;
  /** The service's failure, if it said no. */
  readonly failure?: ServiceFailure | undefined;
}

const CODES: Readonly<Record<FailedOutcome, FailureCode>> = {
  rejected: 'REJECTED',
  timedOut: 'TIMEOUT',
  superseded: 'SUPERSEDED',
  displaced: 'DISPLACED',
};

/** How many texts of earlier commands are masked in later messages. */
const TEXTS_KEPT = 64;

const LOGIN_LANES: ReadonlySet<string> = new Set(['login', 'reset']);

/** Of login commands the one sent last decides, resetLogout among them. */
function isOvertaken(lane: string, by: string): boolean {
  return lane === by || (LOGIN_LANES.has(lane) && LOGIN_LANES.has(by));
}

/** The promises of the pending commands; each is settled exactly once. */
export class OpenPromises {
  readonly #open = new Map<number, OpenPromise>();
  /** The results of commands that have perhaps succeeded: a confirmed one resolves with its own. */
  readonly #provisional = new Map<number, unknown>();
  /** Commands given up with no newer one in their lane since: a late yes to one is still believed. */
  readonly #givenUp = new Map<number, CommandDeclaration>();
  /** The texts of the last commands, the token among them. */
  #said: readonly string[] = [];
  readonly #stateNow: () => ErrorState;

  constructor(stateNow: () => ErrorState) {
    this.#stateNow = stateNow;
  }

  open(id: number, promise: OpenPromise): void {
    for (const [given, { lane }] of this.#givenUp) {
      if (isOvertaken(lane, promise.declaration.lane)) this.#givenUp.delete(given);
    }
    this.#open.set(id, promise);
    this.#said = [...promise.personal, ...this.#said].slice(0, TEXTS_KEPT);
  }

  get(id: number): OpenPromise | undefined {
    return this.#open.get(id);
  }

  /** Whether the answer to a command given up is still worth believing; it is so only once. */
  takeLate(id: number): boolean {
    return this.#givenUp.delete(id);
  }

  /** The server has spoken of the agent since: answers to what was given up say nothing new. */
  forgetLate(): void {
    this.#givenUp.clear();
  }

  /** The server has said what may be the success of a command; the first such message counts. */
  noteProvisional(id: number, result: unknown): void {
    if (this.#open.has(id) && !this.#provisional.has(id)) this.#provisional.set(id, result);
  }

  settle(id: number, outcome: Outcome, { result, failure }: Settlement): void {
    const promise = this.#open.get(id);
    if (promise === undefined) return;
    const provisional = this.#provisional.get(id);
    this.#open.delete(id);
    this.#provisional.delete(id);
    if (outcome === 'confirmed') {
      promise.resolve(withoutThen(provisional ?? result));
      return;
    }
    if (outcome === 'timedOut') this.#givenUp.set(id, promise.declaration);
    const reason = outcome === 'rejected' ? failure : undefined;
    this.#reject(promise, CODES[outcome], reason);
  }

  /** The command was never sent: the chart did not take it after all. */
  refuse(id: number, refusal: Refusal | null): void {
    const promise = this.#open.get(id);
    this.#open.delete(id);
    if (promise === undefined) return;
    if (refusal === null) this.#reject(promise, 'SUPERSEDED');
    else promise.reject(new CommandError(refusal));
  }

  /** Rejects all that is left. */
  dispose(): void {
    const promises = [...this.#open.values()];
    this.#open.clear();
    this.#provisional.clear();
    this.#givenUp.clear();
    for (const promise of promises) this.#reject(promise, 'DISPOSED');
  }

  #reject(promise: OpenPromise, code: FailureCode, failure?: ServiceFailure): void {
    const command: CommandName = promise.declaration.name;
    promise.reject(commandFailure(command, code, this.#stateNow(), failure, this.#secrets(promise)));
  }

  /** The personal texts of this command and of earlier ones. */
  #secrets({ personal }: OpenPromise): readonly string[] {
    return [...personal, ...this.#said];
  }
}
