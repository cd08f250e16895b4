import type { CommandName, FailedOutcome, Outcome } from '../../machines/index.js';
import type { CommandDeclaration } from '../commands/declaration.js';
import { commandFailure } from '../errors/command-failure.js';
import { CommandError, type ErrorState } from '../errors/command-error.js';
import type { FailureCode } from '../errors/error-code.js';
import type { Refusal } from '../errors/refusal.js';
import type { ServiceFailure } from './call-control.js';
import { without } from './personal-texts.js';

/** A command in flight, as its promise knows it. */
export interface Flight {
  readonly declaration: CommandDeclaration;
  resolve(result: unknown): void;
  reject(error: CommandError): void;
  /** What of its parameters must not be repeated in a message. */
  readonly personal: readonly string[];
}

/** What a command in flight ends with. */
export interface Landing {
  /** What its promise resolves with. */
  readonly result?: unknown;
  /** What the service said, if it said no. */
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

/** The promises of the commands in flight; each is settled exactly once. */
export class Flights {
  readonly #inFlight = new Map<number, Flight>();
  /** What commands in flight resolve with, if nothing more comes. */
  readonly #foretold = new Map<number, unknown>();
  /** Commands given up with no newer one in their lane since: a late yes to one is still believed. */
  readonly #givenUp = new Map<number, CommandDeclaration>();
  /** The texts of the last commands, the token among them. */
  #said: readonly string[] = [];
  readonly #stateNow: () => ErrorState;

  constructor(stateNow: () => ErrorState) {
    this.#stateNow = stateNow;
  }

  open(id: number, flight: Flight): void {
    for (const [given, { lane }] of this.#givenUp) {
      if (lane === flight.declaration.lane) this.#givenUp.delete(given);
    }
    this.#inFlight.set(id, flight);
    const isFirst = flight.declaration.name === 'initAgent';
    this.#said = [...flight.personal, ...(isFirst ? [] : this.#said)].slice(0, TEXTS_KEPT);
  }

  get(id: number): Flight | undefined {
    return this.#inFlight.get(id);
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
  foretell(id: number, result: unknown): void {
    if (this.#inFlight.has(id) && !this.#foretold.has(id)) this.#foretold.set(id, result);
  }

  end(id: number, outcome: Outcome, { result, failure }: Landing): void {
    const flight = this.#inFlight.get(id);
    if (flight === undefined) return;
    const foretold = this.#foretold.get(id);
    this.#inFlight.delete(id);
    this.#foretold.delete(id);
    if (outcome === 'confirmed') {
      flight.resolve(foretold ?? result);
      return;
    }
    if (outcome === 'timedOut') this.#givenUp.set(id, flight.declaration);
    const reason = outcome === 'rejected' ? failure : undefined;
    this.#reject(flight, CODES[outcome], reason);
  }

  /** The command was never sent: the chart did not take it after all. */
  refuse(id: number, refusal: Refusal | null): void {
    const flight = this.#inFlight.get(id);
    this.#inFlight.delete(id);
    if (flight === undefined) return;
    if (refusal === null) this.#reject(flight, 'SUPERSEDED');
    else flight.reject(new CommandError(refusal));
  }

  /** Rejects all that is left. */
  dispose(): void {
    const flights = [...this.#inFlight.values()];
    this.#inFlight.clear();
    this.#foretold.clear();
    this.#givenUp.clear();
    for (const flight of flights) this.#reject(flight, 'DISPOSED');
  }

  #reject(flight: Flight, code: FailureCode, failure?: ServiceFailure): void {
    const command: CommandName = flight.declaration.name;
    const text = failure?.text === undefined ? undefined : without(this.#secrets(flight), failure.text);
    const masked = failure && { ...failure, text };
    flight.reject(commandFailure(command, code, this.#stateNow(), masked));
  }

  /** What this command and earlier ones have said that is nobody else's business. */
  #secrets({ personal }: Flight): readonly string[] {
    return [...personal, ...this.#said];
  }
}
