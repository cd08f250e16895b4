/** Shorter texts say nothing of anybody, and would mask half of any sentence. */
const SHORTEST = 3;
/** Texts deeper in a parameter, or beyond so many, are not looked for. */
const DEEPEST = 4;
const MOST_TEXTS = 64;

/** A phone number, or what could be one, however it is written or masked. */
const NUMBER = /[+(]*\d[\d\s()*.\-/]{3,}\d/g;

export const MASK = '***';

/** The texts among the parameters of a command, business data included: a service that repeats them tells secrets. */
export function textsIn(parameters: Readonly<Record<string, unknown>>): readonly string[] {
  const texts: string[] = [];
  const collect = (value: unknown, depth: number): void => {
    if (texts.length >= MOST_TEXTS) return;
    if (typeof value === 'string' && value.length >= SHORTEST) texts.push(value);
    if (typeof value !== 'object' || value === null || depth === DEEPEST) return;
    for (const part of Object.values(value)) collect(part, depth + 1);
  };
  collect(parameters, 0);
  return texts;
}

/** The sentence without the texts. The longest go first, so that a short one in a long one leaves no rest of it. */
export function without(texts: readonly string[], sentence: string): string {
  const present = texts.filter((text) => sentence.includes(text)).sort((a, b) => b.length - a.length);
  return present.reduce((masked, text) => masked.replaceAll(text, MASK), sentence);
}

/** The sentence without phone numbers, and texts that look like one. */
export function withoutNumbers(sentence: string): string {
  return sentence.replace(NUMBER, MASK);
}
