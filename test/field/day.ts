import type { AgentState, CommandName } from '../../adapters/sobot/index.js';

/** Whatever the wire or a caller may carry. */
export type Attributes = Readonly<Record<string, unknown>>;

/** Of what has fields, those that matter. */
type Shown<Value> = Value extends readonly unknown[] ? Value : Value extends object ? Attributes : Value;

/** What can be seen of a page at one moment; what is left out does not matter. */
export interface Sight {
  readonly state?: { readonly [Field in keyof AgentState]?: Shown<AgentState[Field]> };
  /** Commands that are allowed, among others. */
  readonly can?: readonly CommandName[];
  /** Commands that are not. */
  readonly cannot?: readonly CommandName[];
  /** How commands have ended, each the last of its name: `done`, the code of the error, or `pending`. */
  readonly ended?: { readonly [Name in CommandName]?: string };
}

/** One thing that happens. `at`: ms since the day began, by the computer of the page. */
export type Moment = { readonly at: number } & (
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
  /** What the page must show now, and why. */
  | { readonly shows: Sight; readonly because: string }
);

/**
 * A day in the field, seen from one page: who does and says what and when, and what the page must show. It needs no
 * call centre, no seed and no chance.
 */
export interface Day {
  /** What happens, as a sentence. */
  readonly name: string;
  /** Where it was met first. */
  readonly from: string;
  readonly moments: readonly Moment[];
}
