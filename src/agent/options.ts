import type { InspectionEvent, Observer } from 'xstate';
import * as v from 'valibot';
import { COMMANDS, type CommandName } from '../../machines/index.js';
import type { AgentClock } from './clock.js';

/** The part of `Storage` that is used; `sessionStorage` fits. */
export interface AgentStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** How a command without an answer of its own is taken to have succeeded. */
export type ConfirmMode =
  /** When the server's event says so. */
  | 'event'
  /** As soon as the SDK method has returned: for servers that send no such event. */
  | 'optimistic';

export interface AgentOptions {
  /**
   * Default: the platform's clock. XState's `SimulatedClock` fits. One without `monotonic()` (ms) cannot tell sleep: a
   * deadline is whenever its timer fires, and a step back of `now()` counts as nothing.
   */
  readonly clock?: AgentClock;
  /** Ms until a command is given up: one by one, and `default` for all others. Default: per command, 10 to 90 s. */
  readonly timeouts?: { readonly [Name in CommandName | 'default']?: number };
  readonly acw?: {
    /** Whether after-call work follows an established call. Default: true. */
    readonly enabled?: boolean;
    /** Its length in seconds. Default: not known, so it ends by the server's or the agent's word only. */
    readonly seconds?: number;
  };
  /**
   * How commands without an answer of their own are confirmed. Default: `event` for each, but `optimistic` for
   * `sendDtmf`, which is done when the SDK's method has returned: whether the service tells of every key is not
   * documented. Commands with callbacks end by these, whatever is said here.
   */
  readonly confirm?: { readonly [Name in CommandName]?: ConfirmMode };
  /**
   * Where call, consult and after-call work are remembered, so that they survive
   * a reload of the page; `sessionStorage` is meant. Default: nowhere.
   */
  readonly storage?: AgentStorage;
  /**
   * Gets XState's inspection events as plain data, masked: each can be cloned and sent on. `actorRef` is a stand-in with
   * `id`, `sessionId`, `_parent`, `logic.config` (the chart) and `getSnapshot()`, and without `send`: actors are told
   * apart by `sessionId`. The same holds for inspectors that come later by `agent.actor.system.inspect`.
   * `createBrowserInspector().inspect` and the others of `@statelyai/inspect` fit. Default: nobody.
   */
  readonly inspect?: Observer<InspectionEvent> | ((event: InspectionEvent) => void);
  /**
   * Whether stored snapshots and serialised inspection events carry phone
   * numbers and attached data in clear. Default: false, they are masked.
   */
  readonly revealPersonalData?: boolean;
  /**
   * `event`: code that only listens is told of a refused or given-up call command by the vendor's own error event, too.
   * Default: by `switchhook:refused` only.
   */
  readonly refusals?: 'event';
}

const MILLISECONDS = 'must be a number of ms above 0';
const ms = v.optional(
  v.pipe(
    v.number(MILLISECONDS),
    v.check((value) => value > 0 && value < Infinity, MILLISECONDS),
  ),
);

const perCommand = <Schema extends v.GenericSchema>(schema: Schema) => Object.fromEntries(COMMANDS.map((name) => [name, schema]));

const named = (what: string) => (issue: v.BaseIssue<unknown>) => (issue.expected === 'never' ? `is not ${what}` : 'must be an object');

const hasMethods =
  (...methods: string[]) =>
  (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    methods.every((method) => typeof (value as Record<string, unknown>)[method] === 'function');

/** The result of `inspect()` of `@xstate/inspect`. */
const isForXState4 = hasMethods('send', 'subscribe', 'disconnect');
const FOR_XSTATE_4 =
  'must be a function or an observer; that of @xstate/inspect is for XState 4: take createWindowBridge or createWebSocketBridge of switchhook/inspector/xstate4';

const flag = v.optional(v.boolean('must be true or false'));
const SECONDS = 'must be a number of seconds, 0 or more';

const schema = v.strictObject(
  {
    clock: v.optional(
      v.pipe(
        v.custom<AgentClock>(hasMethods('now', 'setTimeout', 'clearTimeout'), 'must have now, setTimeout and clearTimeout'),
        v.check(
          (clock) => clock.monotonic === undefined || hasMethods('monotonic')(clock),
          'must have a monotonic that is a function, or none',
        ),
      ),
    ),
    timeouts: v.optional(v.strictObject({ ...perCommand(ms), default: ms }, named('a command, nor "default"'))),
    acw: v.optional(
      v.strictObject(
        {
          enabled: flag,
          seconds: v.optional(
            v.pipe(
              v.number(SECONDS),
              v.check((value) => value >= 0 && value < Infinity, SECONDS),
            ),
          ),
        },
        named('an option of acw; these are enabled, seconds'),
      ),
    ),
    confirm: v.optional(
      v.strictObject(perCommand(v.optional(v.picklist(['event', 'optimistic'], "must be 'event' or 'optimistic'"))), named('a command')),
    ),
    storage: v.optional(
      v.custom<AgentStorage>(hasMethods('getItem', 'setItem', 'removeItem'), 'must have getItem, setItem and removeItem'),
    ),
    inspect: v.optional(
      v.custom<NonNullable<AgentOptions['inspect']>>(
        (value) => typeof value === 'function' || hasMethods('next')(value),
        ({ input }) => (isForXState4(input) ? FOR_XSTATE_4 : 'must be a function or an observer'),
      ),
    ),
    revealPersonalData: flag,
    refusals: v.optional(v.picklist(['event'], "must be 'event', or left out")),
  },
  named('an option; these are clock, timeouts, acw, confirm, storage, inspect, revealPersonalData, refusals'),
);

/** Checks the options; throws a TypeError that says what is wrong and what is allowed. */
export function checkOptions(options: AgentOptions): AgentOptions {
  const result = v.safeParse(schema, options);
  if (result.success) return options;
  const problems = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'options'} ${issue.message}`);
  throw new TypeError(`switchhook: ${problems.join('; ')}`);
}
