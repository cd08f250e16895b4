import type { WorkStatus } from '../../../machines/index.js';

/**
 * The work statuses that the service may name. The first eight are the words of
 * the vendor's rules; the rest are labels of its other products (inferred). Of
 * the numbers only 1 is documented; all others are opaque.
 */
const WORK_STATUS_NAMES = new Map<string | undefined, WorkStatus>([
  ['ready', 'idle'],
  ['occupied', 'idle'],
  ['locking', 'idle'],
  ['calling', 'calling'],
  ['dialing', 'dialing'],
  ['talking', 'talking'],
  ['holding', 'holding'],
  ['sorting', 'acw'],
  ['ringing', 'ringing'],
  ['consulting', 'consulting'],
  ['conferencing', 'conferencing'],
  ['1', 'idle'],
]);

/** The work status that the service names, or null if it is none that is known. */
export function workStatusNamed(name: string | undefined): WorkStatus | null {
  return WORK_STATUS_NAMES.get(name?.toLowerCase()) ?? null;
}

/** Whether the service's word for the work status says that the agent is locked. */
export function isLockedStatus(name: string | undefined): boolean {
  return name?.toLowerCase() === 'locking';
}
