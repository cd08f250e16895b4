import { COMMANDS, isThenable } from '../../../src/index.js';
import type { AgentClock, AgentState, CommandName } from '../../sobot/index.js';
import { isWatchable, type Subject } from '../subject/subject.js';
import { SeenDeadlines } from './deadlines.js';
import { Hearings } from './hearings.js';
import type { CommandRecord, Ending, HeardReport, History, HistoryObserver, Look, Notification, Overdue } from './history.js';
import { personalTexts } from './personal.js';

/** How a command is called. */
export interface CallOptions {
  /** Counts how often the SDK's method of this name was called so far. Default: it is not counted, `reached` is 0. */
  readonly reached?: () => number;
  /** Whether the parameters are among those that the contract refuses. Default: false. */
  readonly isInvalid?: boolean;
  /** Whether `success` and `error` are given. Default: true, where the parameters are an object or missing. */
  readonly withCallbacks?: boolean;
  /** Whether it is called from within a subscriber or a handler of the subject. Default: false. */
  readonly isNested?: boolean;
}

/** Sees everything that a subject shows. Not to be used from within the subject's own subscribers, but for `isNested`. */
export interface Recorder {
  readonly history: History;
  /** A message of this canonical name reaches the subject now. Without the message, nobody can say what becomes of it. */
  hears(messageID: string, message?: unknown): void;
  /** Something else reaches the subject now: the answer to a command, or that its link is interrupted. */
  hearsElse(): void;
  /** Calls a command of the subject and keeps how it ends. Never throws. */
  call(command: CommandName, parameters?: unknown, options?: CallOptions): CommandRecord;
  /** Looks at the subject, as a page that renders would; null for one that shows nothing. */
  look(): Look | null;
  /** Stops listening; endings of commands are still kept. */
  stop(): void;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
interface GrowingRecord extends Mutable<CommandRecord> {
  readonly endings: Ending[];
}

/** The text of an ending; reading it does not throw, whatever was thrown or handed over. */
function read(what: () => unknown): string {
  try {
    const value = what();
    if (typeof value === 'string') return value;
    if (value === undefined || value === null) return '';
    return value instanceof Error ? String(value) : JSON.stringify(value);
  } catch {
    return '';
  }
}

function codeOf(value: unknown, name: 'code' | 'errorCode'): string {
  const code = read(() => (value as Record<string, unknown> | null)?.[name]);
  return code === '' ? 'without a code' : code;
}

function textOf(error: unknown): string {
  const said = [read(() => error), read(() => (error as Error).stack), read(() => Object.assign({}, error))];
  return said.join('\n');
}

/**
 * The parameters with the callbacks; getters stay getters, and names such as `__proto__` stay own attributes.
 * Null where there is no place for callbacks.
 */
function joined(parameters: unknown, callbacks: object): object | null {
  if (parameters !== undefined && (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters))) return null;
  try {
    if (parameters === undefined) return callbacks;
    const own = Object.getOwnPropertyDescriptors(parameters);
    return Object.defineProperties({}, Object.assign(own, Object.getOwnPropertyDescriptors(callbacks)));
  } catch {
    // A proxy that does not let itself be read.
    return null;
  }
}

const REPORTS = ['ignored', 'divergence', 'malformed', 'callEnded'] as const satisfies readonly HeardReport['type'][];

/** Listens to what the subject reports. @returns stops listening */
function listenToReports(subject: Subject, tell: (report: HeardReport) => void): () => void {
  const handlers = REPORTS.map((type) => {
    const handler = (report: unknown): void => {
      const rule = read(() => (report as { readonly rule?: unknown }).rule);
      tell({ type, rule: rule === '' ? null : rule });
    };
    subject.on(`switchhook:${type}`, handler);
    return [type, handler] as const;
  });
  return () => {
    for (const [type, handler] of handlers) subject.off(`switchhook:${type}`, handler);
  };
}

/**
 * Listens to a subject, and calls its commands in its place.
 *
 * @param clock for the moments; the subject's own. One without `monotonic` must not be set.
 * @param observer is told everything as soon as it is seen: an `InvariantWatch`
 *
 * @example
 * const watch = new InvariantWatch();
 * const recorder = record(createSobotAgent(sdk, { clock }), clock, watch);
 * recorder.call('holdCall');
 * recorder.look();
 * watch.violations // []
 */
export function record(subject: Subject, clock: Pick<AgentClock, 'now' | 'monotonic'>, observer?: HistoryObserver): Recorder {
  const watched = isWatchable(subject) ? subject : null;
  const notifications: Notification[] = [];
  const commands: GrowingRecord[] = [];
  const first: AgentState | null = watched?.getSnapshot() ?? null;
  let told = first;
  let heard: string | null = null;
  // 70 questions at each look would be most of the work; the answers belong to the state.
  let asked: ({ readonly of: AgentState } & Pick<Look, 'can' | 'unrefused'>) | null = null;

  let latest = clock.now();
  const latestNow = (): number => (latest = Math.max(latest, clock.now()));

  const deadlines = new SeenDeadlines(clock);
  const hearings = new Hearings((hearing) => observer?.heard?.(hearing));
  const hearsNext = (): void => {
    if (watched !== null) hearings.ends(watched.getSnapshot());
  };
  /** Something reaches the subject. @returns what is over by now */
  const arrives = (): readonly Overdue[] => {
    hearsNext();
    latestNow();
    return deadlines.arrives();
  };
  const stopReports = watched === null ? null : listenToReports(subject, (report) => hearings.reports(report));
  if (first !== null) deadlines.told(first);

  const unsubscribe = watched?.subscribe((state) => {
    const before = told ?? state;
    const notification = { state, snapshot: watched.getSnapshot(), at: clock.now(), latest: latestNow(), heard };
    told = state;
    notifications.push(notification);
    deadlines.told(state);
    hearings.told(state, notification.at);
    observer?.told(notification, before);
  });

  const end = (entry: GrowingRecord, by: Ending['by'], code: string | null, error?: unknown): void => {
    let text = by === 'reject' || by === 'throw' ? null : '';
    const ending: Ending = {
      by,
      code,
      // Put together when somebody asks: the text of a stack takes longer than most commands.
      get text() {
        return (text ??= textOf(error));
      },
      at: clock.now(),
    };
    entry.endings.push(ending);
    observer?.ended(entry, ending);
  };

  return {
    history: { first, notifications, commands },
    hears(messageID, message) {
      const overdue = arrives();
      heard = messageID;
      if (watched !== null && message !== undefined)
        hearings.begins({ messageID, message, at: clock.now(), overdue, before: watched.getSnapshot() });
    },
    hearsElse: () => void arrives(),
    call(command, parameters, { reached = () => 0, isInvalid = false, withCallbacks = true, isNested = false } = {}) {
      hearsNext();
      const callbacks = {
        success: () => end(entry, 'success', null),
        error: (failure: unknown) => end(entry, 'error', codeOf(failure, 'errorCode')),
      };
      const given = withCallbacks ? joined(parameters, callbacks) : null;
      const entry: GrowingRecord = {
        command,
        at: clock.now(),
        before: isNested ? null : (watched?.getSnapshot() ?? null),
        isInvalid,
        reached: 0,
        isPromised: false,
        hasCallbacks: given !== null,
        personal: personalTexts(parameters),
        endings: [],
      };
      commands.push(entry);
      const sentBefore = reached();
      try {
        const method = subject[command] as ((parameters?: unknown) => unknown) | undefined;
        const returned = method?.(given ?? parameters);
        entry.isPromised = isThenable(returned);
        if (isThenable(returned)) {
          returned.then(
            () => end(entry, 'resolve', null),
            (error: unknown) => end(entry, 'reject', codeOf(error, 'code'), error),
          );
        }
      } catch (error) {
        end(entry, 'throw', codeOf(error, 'code'), error);
      }
      entry.reached = reached() - sentBefore;
      observer?.returned(entry);
      return entry;
    },
    look() {
      if (watched === null) return null;
      hearsNext();
      const state = watched.getSnapshot();
      if (asked?.of !== state) {
        asked = {
          of: state,
          can: COMMANDS.filter((command) => watched.can(command)),
          unrefused: COMMANDS.filter((command) => watched.whyNot(command) === null),
        };
      }
      const look: Look = {
        state,
        told: told ?? state,
        at: clock.now(),
        can: asked.can,
        unrefused: asked.unrefused,
        overdue: deadlines.look(),
      };
      observer?.looked(look);
      return look;
    },
    stop() {
      hearsNext();
      unsubscribe?.();
      stopReports?.();
    },
  };
}
