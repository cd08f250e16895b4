import type { AgentState } from '../agent/agent-state.js';

/** The things whose time a phone bar counts. */
export type Timer = 'state' | 'call' | 'hold' | 'acw';

/**
 * Since when a timer runs, in epoch ms, or null if it does not run.
 *
 * - `state`: since `work` last changed.
 * - `call`: since the other side answered.
 * - `hold`: since the call has been on hold. A state does not date the holds of a consult and of a conference.
 * - `acw`: since after-call work began.
 */
export function sinceOf({ since, call, work, acw }: AgentState, timer: Timer): number | null {
  switch (timer) {
    case 'state':
      return since;
    case 'call':
      return call?.establishedAt ?? null;
    case 'hold':
      return work === 'holding' ? since : null;
    case 'acw':
      return acw?.since ?? null;
  }
}

/** The time from one moment to another, or null if either is unknown; a clock that was set back gives 0. Ms. */
export function between(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : Math.max(0, to - from);
}

/** How long things have lasted, in ms. A timer is null if it does not run, or if the time is not known. */
export interface Timers extends Readonly<Record<Timer, number | null>> {
  /** Time left of after-call work; 0 when it is due, null if its length is not known. */
  readonly acwRemaining: number | null;
}

/** The timers at a moment; null: the moment is not known. */
export function timersAt(state: AgentState, now: number | null): Timers {
  const elapsed = (timer: Timer) => between(sinceOf(state, timer), now);
  return {
    state: elapsed('state'),
    call: elapsed('call'),
    hold: elapsed('hold'),
    acw: elapsed('acw'),
    acwRemaining: between(now, state.acw?.deadline ?? null),
  };
}
