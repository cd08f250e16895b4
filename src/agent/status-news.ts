import {
  readState,
  type AgentSnapshot,
  type RegainedFact,
  type WorkStatus,
} from '../../machines/index.js';

/** What the server may name without contradicting what this page knows in more detail. */
const COARSER: Readonly<Partial<Record<WorkStatus, readonly WorkStatus[]>>> = {
  talking: ['talking', 'consulting', 'conferencing'],
  holding: ['holding', 'consulting'],
};

/**
 * Whether the status that the server names for a regained call is not older than,
 * and at odds with, what is known of the call. `newest` is the server's time of
 * the newest fact about it.
 */
export function isStatusNews(
  snapshot: AgentSnapshot,
  { leg, status }: RegainedFact,
  statusStamp: number | undefined,
  newest: number | null,
): boolean {
  if (leg === null || status === null || statusStamp === undefined) return false;
  // Of the same moment is the status to which the newest fact known here, and perhaps one that was lost, has led.
  if (newest === null || statusStamp < newest) return false;
  const { call, remembered } = snapshot.context;
  const known = call?.callID === leg.callID ? readState(snapshot).work : remembered?.call?.work;
  return known !== undefined && !(COARSER[status] ?? [status]).includes(known);
}
