import type { Tally } from './stage/tally.js';

/** The calls and legs left when everybody has hung up. */
export interface LeftOver {
  /** Calls the desk knows of. */
  readonly calls: number;
  /** Legs the switch has. */
  readonly legs: number;
}

/** The figures of the day, a line each. */
export function summaryOf(tally: Tally, { calls, legs }: LeftOver): string[] {
  const failures = [...tally.failed].map(([code, count]) => `${count} ${code}`).join(', ');
  const rows: readonly (readonly [string, number, string?])[] = [
    ['commands sent', tally.sent, failures === '' ? '' : `of these ended otherwise than done: ${failures}`],
    ['commands refused', tally.refused, 'before they were sent, each with its reason'],
    ['events received', tally.events],
    ['divergences', tally.divergences, 'events that an agent did not expect'],
    ['late refusals', tally.late, 'of commands that had ended before'],
    ['malformed messages', tally.malformed],
    ['comparisons', tally.comparisons, 'each agent equal to what the server holds true'],
    ['calls left over', calls],
    ['legs left over', legs, 'asked from the switch'],
  ];
  return rows.map(([name, count, remark = '']) => `   ${name.padEnd(20)}${String(count).padStart(5)}   ${remark}`.trimEnd());
}

/** A sentence about the first figure that must be 0 at the end of the day and is not, or null. */
export function problemIn({ divergences, malformed }: Tally, { calls, legs }: LeftOver): string | null {
  if (divergences > 0) return `There were ${divergences} divergences.`;
  if (malformed > 0) return `There were ${malformed} malformed messages.`;
  return calls + legs === 0 ? null : `There are ${calls} calls and ${legs} legs left over.`;
}
