import fc from 'fast-check';

const MANY = 2 ** 30;

/** Decides whatever nobody else decides: an endless row of fast-check's numbers, the same one for the same seed. */
export class Chance {
  readonly #numbers: Iterator<number, undefined>;

  constructor(seed: number) {
    const numbers = fc.noBias(fc.infiniteStream(fc.integer({ min: 0, max: MANY - 1 }), { noHistory: true }));
    const [first] = fc.sample(numbers, { seed, numRuns: 1 });
    this.#numbers = first as Iterator<number, undefined>;
  }

  /** True so often: 0.3 is three times in ten. */
  happens(share: number): boolean {
    return this.#next() < share;
  }

  /** A whole number from 0, below `count`. */
  below(count: number): number {
    return Math.floor(this.#next() * count);
  }

  oneOf<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('there is nothing to choose from');
    return item;
  }

  /** One of these, each as likely as its weight says. */
  oneOfWeighted<Item extends { readonly weight?: number }>(items: readonly Item[]): Item {
    const weightOf = ({ weight = 1 }: Item): number => weight;
    let left = this.#next() * items.reduce((sum, item) => sum + weightOf(item), 0);
    const found = items.find((item) => {
      left -= weightOf(item);
      return left < 0;
    });
    return found ?? this.oneOf(items);
  }

  #next(): number {
    return (this.#numbers.next().value ?? 0) / MANY;
  }
}
