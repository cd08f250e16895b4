import type { PatientVerdict } from './patience.js';
import type { Change, Result } from './results.js';
import { goalInWords, measured, quantity } from './words.js';

/** Rows of cells; the first row is the heading, the first column is text, the others are numbers. */
export type Table = readonly (readonly string[])[];

export function resultTable(results: readonly Result[]): Table {
  return [
    ['', 'measured', 'goal'],
    ...results.flatMap(({ figures }) => figures.map((figure) => [figure.what, measured(figure), goalInWords(figure.goal, figure.unit)])),
  ];
}

export function changeTable(before: string, after: string, all: readonly Change[]): Table {
  return [
    ['', `before: ${before}`, `after: ${after}`, 'after / before', 'goal'],
    ...all.flatMap(({ figures }) =>
      figures.map((one) => [
        one.after.what,
        measured(one.before),
        measured(one.after),
        quantity(one.ratio, '×'),
        goalInWords(one.after.goal, one.after.unit),
      ]),
    ),
  ];
}

function outcome({ ok, times }: PatientVerdict): string {
  if (ok) return times === 1 ? 'reached' : `reached, measured ${times} times`;
  return `MISSED, measured ${times} times`;
}

export function verdictTable(verdicts: readonly PatientVerdict[], slack: number): Table {
  return [
    ['', 'measured', 'goal', `with ${Math.round(slack * 100)} % slack`],
    ...verdicts.map((verdict) => [verdict.name, quantity(verdict.ratio, '×'), goalInWords(verdict.goal, '×'), outcome(verdict)]),
  ];
}

/** For a terminal. */
export function plain(table: Table): string {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  return table
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('   '),
    )
    .map((line) => line.trimEnd())
    .join('\n');
}

/** For a document. */
export function markdown(table: Table): string {
  const [heading = [], ...rows] = table;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heading), line(heading.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
