import type { AgentOptions, CommandName } from '../../adapters/sobot/index.js';

/** Anything that the wire or a caller may carry. */
export type Attributes = Readonly<Record<string, unknown>>;

/** The view of a page at one moment; fields left out do not matter. */
export interface Sight {
  /** Of the state, fields and fields of fields; of a list, all members. */
  readonly state?: Attributes;
  /** Commands that are allowed, among others. */
  readonly can?: readonly CommandName[];
  /** Commands that are not. */
  readonly cannot?: readonly CommandName[];
  /** How commands have ended, each the last of its name: `done`, the code of the error, or `pending`. */
  readonly ended?: { readonly [Name in CommandName]?: string };
  /** Words that the remedy names in the error with which the last command of this name has ended. */
  readonly remedy?: { readonly [Name in CommandName]?: string };
  /** How long ago these times of the state are by the computer's clock: ms, right to a second. */
  readonly ago?: { readonly since?: number; readonly establishedAt?: number };
  /** The commands that have reached the SDK since the page was last looked at, in order, with their parameters. */
  readonly sent?: readonly { readonly [Name in CommandName]?: Attributes }[];
  /** Reports under these names since the page was last looked at, in order. */
  readonly reported?: { readonly [Name in `switchhook:${string}`]?: readonly Attributes[] };
}

/** The pages that a day may need: the agent's, and the same agent's at another end. Each is loaded when it first matters. */
export type PageName = 'first' | 'second';

/**
 * One thing that happens. `at`: ms since the day began, by a clock that is right; negative before that.
 * `page`: default `first`.
 */
export type Moment = { readonly at: number; readonly page?: PageName } & (
  | { readonly agent: CommandName; readonly parameters?: Attributes }
  | {
      /** The service sends a message of this name. */
      readonly service: string;
      /** Its `creationTime`: ms since the day began, by the service's clock. Null: it has none. */
      readonly stamp: number | null;
      readonly attributes?: Attributes;
    }
  | { readonly accepts: CommandName; readonly result?: Attributes }
  | { readonly refuses: CommandName; readonly failure?: Attributes }
  /** The page is closed and loaded anew. */
  | { readonly reload: 'storage kept' | 'storage lost' }
  /** The computer's clock is set, by so many ms: back, if negative. */
  | { readonly clock: 'set'; readonly by: number }
  /** The computer sleeps, for so many ms: nothing reaches a page, and its timers stand still. */
  | { readonly computer: 'sleeps'; readonly for: number }
  /** The view that the page must show now, and why. */
  | { readonly shows: Sight; readonly because: string }
);

/**
 * A day in the field, seen from one page or two: who does and says what and when, and what must be seen. It is data,
 * and needs no call centre, no seed and no chance.
 */
export interface Day {
  /** The day as a sentence. */
  readonly name: string;
  /** Where it was met first. */
  readonly from: string;
  /** How the pages are set up, where that matters. */
  readonly options?: Pick<AgentOptions, 'acw' | 'timeouts'>;
  readonly moments: readonly Moment[];
}
