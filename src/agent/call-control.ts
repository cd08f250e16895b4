import type { CommandName, ErrorStatement } from '../../machines/index.js';
import type { Fact, Intent } from '../commands/declaration.js';
import type { Owner } from './memory-record.js';
import type { VendorWords } from './vendor-words.js';

/** A class of errors of a service, with what it means and what to do. */
export interface ServiceErrorClass {
  readonly name: string;
  readonly meaning: string;
  readonly remedy: string;
}

/** The service said no. */
export interface ServiceFailure {
  /** The service's own code. */
  readonly vendorCode?: string | undefined;
  readonly vendorClass?: ServiceErrorClass | undefined;
  /** The refusal's statement about the agent. */
  readonly says?: ErrorStatement | undefined;
  /** The service's words; free of personal data. */
  readonly text?: string | undefined;
  /** The service's own object or thrown value, unchanged. */
  readonly cause: unknown;
}

/** Checked parameters and what they mean, or a sentence that says what is wrong and what is allowed. */
export type ParameterCheck =
  | {
      readonly ok: true;
      /** The parameters that `perform` gets. */
      readonly parameters: Readonly<Record<string, unknown>>;
      /** Default: nothing. */
      readonly intent?: Intent | undefined;
      /** `initAgent`: the agent who is to be signed in, under whom the storage is filed. Default: nothing is stored. */
      readonly owner?: Owner | undefined;
    }
  | { readonly ok: false; readonly problem: string };

/** How a backend answers one command. Only the first answer counts. */
export interface Answer {
  /**
   * The service said yes, and `result` is what it sent. `fact`: what this makes
   * true, where the result says more than the command's declaration.
   */
  succeeded(result: unknown, fact?: Fact): void;
  failed(failure: ServiceFailure): void;
}

/** News that a backend hears from its server. */
export type News =
  | {
      readonly kind: 'fact';
      readonly fact: Fact;
      /** The server's own time of it, if it gave one: by it, late news are known as such. */
      readonly stamp?: number | undefined;
      /** The server's number of what has led to the message, if it gave one: by it and `stamp`, a message told twice is known as such. */
      readonly referenceID?: string | undefined;
      /** `connection.regained`: the server's time of the named status, if it gave one. */
      readonly statusStamp?: number | undefined;
      /** `call.error`: the service's failure. */
      readonly failure?: ServiceFailure | undefined;
      /** The message as it came; commands that it confirms resolve with it. */
      readonly message: unknown;
      /** The service's own name for the message. */
      readonly messageID: string;
    }
  | {
      /** A message that says nothing of the agent or the calls: the service is heard, and its clock may be read. */
      readonly kind: 'other';
      readonly stamp?: number | undefined;
      readonly messageID: string;
    }
  | {
      /** A message that makes no sense: it changes nothing and is reported. */
      readonly kind: 'malformed';
      /** The fault, without the values. */
      readonly problem: string;
      readonly messageID: string | null;
    };

/**
 * The port to a telephone system. It performs commands and tells what the
 * server says; whether a command is allowed is none of its business.
 */
export interface CallControl {
  /** Whether this backend can perform the command at all. */
  supports(command: CommandName): boolean;
  /**
   * Checks what a command was given. Must not throw, and must not repeat what it
   * was given, which may be personal. Default: any object will do, and means nothing to the chart.
   */
  check?(command: CommandName, given: unknown): ParameterCheck;
  /** The vendor's words for the chart's names. Default: none is known. */
  readonly words?: VendorWords;
  /**
   * Performs a command. Must not throw: a failure is answered. An optimistic
   * confirmation resolves with its return value.
   */
  perform(command: CommandName, parameters: Readonly<Record<string, unknown>>, answer: Answer): unknown;
  /** Listens to the server until the returned function is called. */
  subscribe(receive: (news: News) => void): () => void;
}
