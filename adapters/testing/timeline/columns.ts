/** No line is wider. */
export const WIDTH = 110;

/** Widths of the columns: time, who, what; the state has what is left. */
const TIME = 9;
const WHO = 6;
const WHAT = 54;
const GAP = '  ';
const STATE = WIDTH - TIME - WHO - WHAT - 3 * GAP.length;

function fit(text: string, width: number): string {
  return text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`;
}

/** One line, cell by cell. */
export interface Row {
  readonly time: string;
  readonly who: string;
  readonly what: string;
  readonly state: string;
}

/** The cells of a row, padded to their columns. */
export function cellsOf({ time, who, what, state }: Row): readonly [string, string, string, string] {
  return [fit(time, TIME) + GAP, fit(who, WHO) + GAP, fit(what, WHAT) + GAP, fit(state, STATE).trimEnd()];
}

/** The words in lines of at most `width` columns. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
