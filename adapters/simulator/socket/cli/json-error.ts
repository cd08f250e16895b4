/** Where a text stops being JSON, and what should be there. */
export interface JsonError {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly expected: string;
}

/** Thrown at the first thing that is wrong. */
class Wrong extends Error {
  constructor(
    readonly at: number,
    readonly expected: string,
  ) {
    super(expected);
  }
}

const BLANKS = /[ \t\r\n]*/y;
// Control characters have to be written as escapes.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Reads JSON only to find out where it is none: the platform's parser does not always say. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): void {
    this.#value();
    if (this.#next() !== undefined) throw new Wrong(this.#at, 'the end');
  }

  #value(): void {
    const first = this.#next();
    if (first === '{') this.#list('}', () => this.#member());
    else if (first === '[') this.#list(']', () => this.#value());
    else if (!this.#match(first === '"' ? STRING : SCALAR)) throw new Wrong(this.#at, 'a value');
  }

  #member(): void {
    if (this.#next() !== '"' || !this.#match(STRING)) throw new Wrong(this.#at, 'a name in double quotes');
    if (this.#next() !== ':') throw new Wrong(this.#at, 'a colon');
    this.#at += 1;
    this.#value();
  }

  #list(end: '}' | ']', item: () => void): void {
    this.#at += 1;
    if (this.#next() !== end) {
      item();
      while (this.#next() === ',') {
        this.#at += 1;
        item();
      }
    }
    if (this.#next() !== end) throw new Wrong(this.#at, `a comma or ${end}`);
    this.#at += 1;
  }

  /** The next character that is not blank; undefined at the end. */
  #next(): string | undefined {
    this.#match(BLANKS);
    return this.#text[this.#at];
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    this.#at += found?.[0].length ?? 0;
    return found !== null;
  }
}

/** The first thing that is wrong with a text; null if it is JSON. */
export function jsonErrorIn(text: string): JsonError | null {
  try {
    new Reader(text).document();
    return null;
  } catch (error) {
    // Nesting that is too deep for this reader has no place.
    if (!(error instanceof Wrong)) return null;
    const before = text.slice(0, error.at).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, expected: error.expected };
  }
}
