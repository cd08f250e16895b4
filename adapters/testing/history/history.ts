import type { AgentState, CommandName } from '../../sobot/index.js';

/** How a promise or a callback of a command ended. */
export interface Ending {
  readonly by: 'resolve' | 'reject' | 'success' | 'error' | 'throw';
  /** Of the rejection (`CommandError.code`) or of the failure given to `error`; null for a success. */
  readonly code: string | null;
  /** All that a rejection says when it is printed or serialised; blank for everything else. */
  readonly text: string;
  /** Epoch ms. */
  readonly at: number;
}

/** One call of a command method of the subject. */
export interface CommandRecord {
  readonly command: CommandName;
  /** Epoch ms. */
  readonly at: number;
  /**
   * The state shown just before. Null for a subject that shows nothing, and for a command sent from within a
   * subscriber: the state found there is not yet the one after what came before it.
   */
  readonly before: AgentState | null;
  /** Whether the parameters are among those that the contract refuses. */
  readonly isInvalid: boolean;
  /** How often the SDK's method was called in the course of this one. */
  readonly reached: number;
  /** Whether the subject has returned a promise. */
  readonly isPromised: boolean;
  /** Whether `success` and `error` were given. */
  readonly hasCallbacks: boolean;
  /** Token and phone numbers among the parameters, which nobody else may read. */
  readonly personal: readonly string[];
  /** In the order in which they came. More than one of a kind is a defect. */
  readonly endings: readonly Ending[];
}

/** A state that the subject has told its subscriber. */
export interface Notification {
  readonly state: AgentState;
  /** The return value of `getSnapshot` inside the subscriber. */
  readonly snapshot: AgentState;
  /** Epoch ms. */
  readonly at: number;
  /** The latest time that the page's clock has shown by then; epoch ms. Default: `at`. */
  readonly latest?: number;
  /** Canonical name of the message that has reached the page last; null: none yet, or not known. */
  readonly heard?: string | null;
}

/** Something that a page still waits for although its time is over. */
export interface Overdue {
  /** `holdCall`, `after-call work`. */
  readonly what: string;
  /** For how long it is over, by the page's running time, sleep included; ms. */
  readonly ms: number;
  /** For how long the page has been awake since it could see that it is over: its timer was due, or something has reached it; ms. */
  readonly awakeFor: number;
}

/** A report of the subject beside its state, by `switchhook:…`. */
export interface HeardReport {
  readonly type: 'ignored' | 'divergence' | 'malformed' | 'callEnded';
  /** Of `ignored`: the rule that has dropped the fact. */
  readonly rule: string | null;
}

/** A message that has reached the subject, and what has become of it until the next thing has reached it. */
export interface Hearing {
  /** Canonical name. */
  readonly messageID: string;
  readonly message: unknown;
  /** Epoch ms. */
  readonly at: number;
  /** The same has arrived at the same moment before: it is the same message. */
  readonly isRepeated: boolean;
  readonly before: AgentState;
  /** The last state shown at the very moment of its arrival. */
  readonly atOnce: AgentState;
  /** The state shown when the next thing reached the subject. */
  readonly after: AgentState;
  readonly reports: readonly HeardReport[];
  /** The commands and the after-call work that were over when it arrived, and ended by the page's looking at its clocks. Default: nothing. */
  readonly overdue?: readonly Overdue[];
}

/** A look at the subject from outside of every subscriber. */
export interface Look {
  readonly state: AgentState;
  /** The state that was told last; the first one where none was told yet. */
  readonly told: AgentState;
  /** Epoch ms. */
  readonly at: number;
  /** The commands for which `can` said true when it was first looked at in this state. */
  readonly can: readonly CommandName[];
  /** The commands for which `whyNot` gave no reason then. */
  readonly unrefused: readonly CommandName[];
  /** Things that are over and still awaited. Default: nothing. */
  readonly overdue?: readonly Overdue[];
}

/** The history of one subject so far; it grows while the sequence runs. */
export interface History {
  /** The first snapshot, before anything was sent; null for a subject that shows nothing. */
  readonly first: AgentState | null;
  readonly notifications: readonly Notification[];
  readonly commands: readonly CommandRecord[];
}

/** Is told everything as soon as it is seen. */
export interface HistoryObserver {
  /** `before`: the state told before it, or the first. */
  told(notification: Notification, before: AgentState): void;
  /** The command's method has returned. */
  returned(record: CommandRecord): void;
  ended(record: CommandRecord, ending: Ending): void;
  looked(look: Look): void;
  /** It is known what has become of a message. */
  heard?(hearing: Hearing): void;
}
