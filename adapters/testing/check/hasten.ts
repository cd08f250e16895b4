import type { PlannedFault } from '../arbitraries/index.js';

/** The same fault where everything takes so many times less. */
export function hasten(planned: PlannedFault, haste: number): PlannedFault {
  if (planned.fault === 'latency') {
    const [least, most] = planned.range;
    return { ...planned, range: [least / haste, most / haste] };
  }
  return 'ms' in planned ? { ...planned, ms: planned.ms / haste } : planned;
}
