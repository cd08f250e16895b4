/** The reasons of a break, each a state of the chart. */
export const BREAKS = ['general', 'training', 'meeting', 'dining', 'activity', 'custom1', 'custom2', 'custom3'] as const;

export type BreakName = (typeof BREAKS)[number];

/** Every reason that an agent may give for not being ready, in the chart's own names. */
export const REASONS = ['dnd', ...BREAKS] as const;

/** Why an agent is not ready: by the agent's own word, or locked by the system after missed calls. */
export type Reason = (typeof REASONS)[number] | 'locked';

/** A reason that the server names; other: one that the chart has no state for. */
export type NamedReason = Reason | 'other';

/** Whether a reason is named that the chart has a state for. */
export function isReason(named: NamedReason | 'none' | null | undefined): named is Reason {
  return named != null && named !== 'other' && named !== 'none';
}
