import fc from 'fast-check';

type Choices<Ts extends readonly unknown[]> = {
  readonly [Index in keyof Ts]: fc.Arbitrary<Ts[Index]> | fc.WeightedArbitrary<Ts[Index]>;
};

/** One of these, the plainest first: a failure shrinks to what the first can make, if that fails too. */
export function someOf<Ts extends readonly unknown[]>(...choices: Choices<Ts>): fc.Arbitrary<Ts[number]> {
  return fc.oneof({ withCrossShrink: true }, ...(choices as Choices<unknown[]>));
}
