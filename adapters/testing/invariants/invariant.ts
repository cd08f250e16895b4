import type { AgentState } from '../../sobot/index.js';
import type { CommandRecord, Ending, Hearing, History, Look, Notification } from '../history/history.js';

/**
 * A truth about every agent, whatever happens. Each check returns null, or in words what is wrong. The words
 * carry no value that may be personal.
 */
export interface Invariant {
  /** As a sentence: `call is null exactly in idle and acw`. */
  readonly name: string;
  /** The loss to a person if it does not hold. */
  readonly meaning: string;
  /** Where it comes from: a section of the contract. */
  readonly source: string;
  /** Of one state on its own: the first one, and every one that was told. */
  readonly ofState?: (state: AgentState, now: number) => string | null;
  /** Of a state that was told, and the one told before it (or the first one). */
  readonly ofChange?: (notification: Notification, before: AgentState) => string | null;
  /** Of what the subject shows between two steps, when all timers that are due have run. */
  readonly ofLook?: (look: Look) => string | null;
  /** Of one message, when it is known what has become of it. */
  readonly ofMessage?: (hearing: Hearing) => string | null;
  /** Of one command, when its method has returned. */
  readonly ofCommand?: (record: CommandRecord) => string | null;
  /** Of one command, each time its promise or a callback ends it; `record.endings` has the ending already. */
  readonly ofEnding?: (record: CommandRecord, ending: Ending) => string | null;
  /** Of all that was seen, when everything has come to rest (`isOver`: no deadline is left either). */
  readonly ofHistory?: (history: History, current: AgentState | null, isOver: boolean) => string | null;
}
