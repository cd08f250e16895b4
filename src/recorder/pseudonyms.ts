/** Without vowels, so that no word comes out, and without digits, so that no number does. */
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const LENGTH = 5;
/** Bytes that a number and its pseudonym take, besides their letters. */
const OVERHEAD = 240;

/** The shortest text that NUMBER can find anything in. */
const SHORTEST = 5;
/** A phone number, or what could be one, however it is written. */
const NUMBER = /[+(]*\d[\d\s()*.\-/]{3,}\d/g;

function drawn(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) => LETTERS[byte % LETTERS.length]);
  return `number-${letters.join('')}`;
}

/** The number in whatever way it is written. */
function plain(number: string): string {
  return number.replace(/[\s()\-./]/g, '');
}

/**
 * Names for numbers: equal for equal numbers, drawn at random and never computed from the number, so that nobody can
 * try all numbers out. Each recorder has its own; one's name for a number says nothing about another's.
 */
export class Pseudonyms {
  /** By number, the one used longest ago first. */
  readonly #names = new Map<string, { readonly name: string; usedIn: number }>();
  readonly #drawn = new Set<string>();
  #bytes = 0;
  #step = 0;

  /** About how much is kept. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Numbers named from now on are named in this step. */
  enter(step: number): void {
    this.#step = step;
  }

  /** The pseudonym of a number. */
  of(number: string): string {
    const key = plain(number);
    const known = this.#names.get(key);
    if (known !== undefined) {
      if (known.usedIn !== this.#step) {
        known.usedIn = this.#step;
        this.#names.delete(key);
        this.#names.set(key, known);
      }
      return known.name;
    }
    let name = drawn();
    while (this.#drawn.has(name)) name = drawn();
    this.#drawn.add(name);
    this.#names.set(key, { name, usedIn: this.#step });
    this.#bytes += OVERHEAD + 2 * key.length;
    return name;
  }

  /** The sentence with a pseudonym for each number in it. */
  in(sentence: string): string {
    if (sentence.length < SHORTEST) return sentence;
    return sentence.replace(NUMBER, (number) => this.of(number));
  }

  /** Forgets the numbers that no step since this one has used. */
  forgetBefore(step: number): void {
    for (const [key, { name, usedIn }] of this.#names) {
      if (usedIn >= step) return;
      this.#names.delete(key);
      this.#drawn.delete(name);
      this.#bytes -= OVERHEAD + 2 * key.length;
    }
  }
}
