import type { Stage } from './stage/stage.js';

/** What the day comes to, a line each. */
export function summaryOf({ tally, centre }: Stage): string[] {
  const failures = [...tally.failed].map(([code, count]) => `${count} ${code}`).join(', ');
  const rows: readonly (readonly [string, number, string?])[] = [
    ['commands sent', tally.sent, failures === '' ? '' : `of these ended otherwise than done: ${failures}`],
    ['commands refused', tally.refused, 'before they were sent, each with its reason'],
    ['events received', tally.events],
    ['divergences', tally.divergences, 'events that an agent did not expect'],
    ['late refusals', tally.late, 'of commands that had ended before'],
    ['malformed messages', tally.malformed],
    ['comparisons', tally.comparisons, 'each agent equal to what the server holds true'],
    ['calls left over', centre.counts().calls],
  ];
  return rows.map(([name, count, remark = '']) => `   ${name.padEnd(20)}${String(count).padStart(5)}   ${remark}`.trimEnd());
}

/** What must be 0 at the end of the day and is not, or null. */
export function leftOver({ tally, centre }: Stage): string | null {
  if (tally.divergences > 0) return `There were ${tally.divergences} divergences.`;
  if (tally.malformed > 0) return `There were ${tally.malformed} malformed messages.`;
  return centre.counts().calls === 0 ? null : 'There are calls left over.';
}
