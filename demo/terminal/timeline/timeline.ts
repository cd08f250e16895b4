import type { Colours } from './colours.js';
import type { CommandChange } from './command-change.js';
import { cellsOf, INDENT, WIDTH, wrap } from './columns.js';

/** `→` a command goes out, `←` an event comes in, `✓` done, `✗` refused or failed, `·` somebody does something. */
export type Mark = '→' | '←' | '✓' | '✗' | '·';

/** One thing that has happened. */
export interface Entry {
  readonly time: string;
  readonly who: string;
  readonly mark: Mark;
  readonly what: string;
  /** Where they stand now. */
  readonly state: string;
  readonly isNewState: boolean;
  /** The change in the commands they may give, if any. */
  readonly change?: CommandChange | null;
  /** Why, in the agent's own words. */
  readonly reason?: string;
}

/** Is told of each thing that has happened. */
export interface Audience {
  entry(entry: Entry): void;
}

/** Where that begins which is said about a line: below its words. */
const NOTE_INDENT = INDENT + 2;

/** Prints what happens, line by line. */
export class Timeline implements Audience {
  readonly #print: (line: string) => void;
  readonly #colours: Colours;
  #lastTime = '';

  constructor(print: (line: string) => void, colours: Colours) {
    this.#print = print;
    this.#colours = colours;
  }

  heading(title: string, ...about: readonly string[]): void {
    this.#lastTime = '';
    this.#print('');
    this.#print(this.#colours.bold(`── ${title} ${'─'.repeat(Math.max(0, WIDTH - title.length - 4))}`));
    for (const words of about) this.text(words);
    this.#print('');
  }

  /** Words for the reader. */
  text(words: string, indent = 3): void {
    for (const line of wrap(words, WIDTH - indent)) this.#print(' '.repeat(indent) + this.#colours.dim(line));
  }

  line(line: string): void {
    this.#print(line);
  }

  entry({ time, who, mark, what, state, isNewState, change, reason }: Entry): void {
    const { bold, dim, red } = this.#colours;
    const shownTime = time === this.#lastTime ? '' : time;
    this.#lastTime = time;
    const cells = cellsOf(shownTime, who, `${mark} ${what}`, state);
    const line = dim(cells[0]) + bold(cells[1]) + this.#marked(mark, cells[2]) + (isNewState ? cells[3] : dim(cells[3]));
    this.#print(line.trimEnd());
    if (reason !== undefined) this.#note(reason, red);
    if (change != null) this.#changed(change);
  }

  #marked(mark: Mark, cell: string): string {
    const { cyan, green, red, yellow } = this.#colours;
    const colour = { '→': cyan, '←': yellow, '✓': green, '✗': red, '·': (text: string) => text }[mark];
    return colour(cell);
  }

  #changed({ more, fewer }: CommandChange): void {
    const { dim, green } = this.#colours;
    const [plus, minus] = [more, fewer].map((commands, index) =>
      commands.length === 0 ? '' : `${'+−'.charAt(index)} ${commands.join(' ')}`,
    ) as [string, string];
    const isShort = plus !== '' && minus !== '' && plus.length + minus.length + 2 <= WIDTH - NOTE_INDENT;
    if (isShort) this.#print(`${' '.repeat(NOTE_INDENT)}${green(plus)}  ${dim(minus)}`);
    else {
      this.#note(plus, green);
      this.#note(minus, dim);
    }
  }

  #note(words: string, colour: (text: string) => string): void {
    if (words === '') return;
    for (const line of wrap(words, WIDTH - NOTE_INDENT)) this.#print(' '.repeat(NOTE_INDENT) + colour(line));
  }
}
