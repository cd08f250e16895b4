import type { Entry } from '../floor/journal.js';

/** The facts about a failing sequence. */
export interface Told {
  readonly who: string;
  readonly expected: string;
  readonly seen: string;
  readonly journal: readonly Entry[];
  readonly replay: string;
  /** How the command is called that runs it again. Default: `npx switchhook check`. */
  readonly command?: string;
}

function countOf(steps: number): string {
  if (steps === 0) return 'Wrong before anybody did anything:';
  return steps === 1 ? 'Wrong after one step:' : `Wrong after ${steps} steps:`;
}

/** A failing sequence, as one would tell it. */
export function failureInWords({ who, expected, seen, journal, replay, command = 'npx switchhook check' }: Told): string {
  const steps = journal.filter(({ what }) => what.kind === 'step').length;
  const width = String(steps).length + 1;
  const told = journal.flatMap(({ what }) => {
    if (what.kind === 'step') return [`  ${`${what.number}.`.padStart(width)} ${what.words}`];
    return what.kind === 'note' ? [`  ${'–'.padStart(width)} ${what.words}`] : [];
  });
  return [
    countOf(steps),
    ...told,
    '',
    `  who:      ${who}`,
    `  expected: ${expected}`,
    `  seen:     ${seen}`,
    '',
    `Again, with its timeline: ${command} --replay ${replay}`,
  ].join('\n');
}
