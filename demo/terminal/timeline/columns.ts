/** No line is wider. */
export const WIDTH = 100;

/** Widths of the columns: time, who, what, state. */
const TIME = 8;
const WHO = 8;
const WHAT = 48;
const GAP = '  ';

/** Where what happens begins, and what is said about it. */
export const INDENT = TIME + WHO + 2 * GAP.length;
const STATE = WIDTH - INDENT - WHAT - GAP.length;

/** The text in so many columns; too long a one is cut. */
function fit(text: string, width: number): string {
  return text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`;
}

/** One line of the timeline, cell by cell, so that each can have its colour. */
export function cellsOf(time: string, who: string, what: string, state: string): readonly [string, string, string, string] {
  return [fit(time, TIME) + GAP, fit(who, WHO) + GAP, fit(what, WHAT) + GAP, fit(state, STATE)];
}

/** The words in lines of at most `width` columns. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((text) => fit(text, width).trimEnd());
}
