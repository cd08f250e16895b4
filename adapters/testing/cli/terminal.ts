/** The world as the command sees it. */
export interface Terminal {
  /** A line for the reader. */
  print(line: string): void;
  /** A line about what is wrong. */
  complain(line: string): void;
  /** Overwrites the last such text; a blank one takes it away. Does nothing where nobody looks. */
  show(progress: string): void;
  /** Whether colours are wanted. */
  readonly isColoured: boolean;
}

/** The terminal of this process; colours unless somebody has said otherwise (no-color.org). */
export const processTerminal: Terminal = {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  show: (progress) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${progress}`);
  },
  isColoured: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
};
