/** Shorter texts say nothing of anybody, and would mask half of any sentence. */
const SHORTEST = 3;

/** The texts among the parameters of a command: a service that repeats them tells secrets. */
export function textsIn(parameters: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(parameters).filter(
    (value): value is string => typeof value === 'string' && value.length >= SHORTEST,
  );
}

/** The sentence without the texts. */
export function without(texts: readonly string[], sentence: string): string {
  return texts.reduce((masked, text) => masked.replaceAll(text, '***'), sentence);
}
