const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;

type Colour = keyof typeof CODES;

export type Colours = Readonly<Record<Colour, (text: string) => string>>;

/** The text in a colour, or as it is. */
export function coloursFor(isColoured: boolean): Colours {
  const paint =
    (colour: Colour) =>
    (text: string): string =>
      isColoured && text !== '' ? `\u001B[${CODES[colour]}m${text}\u001B[0m` : text;
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    red: paint('red'),
    green: paint('green'),
    yellow: paint('yellow'),
    cyan: paint('cyan'),
  };
}

/** Colours are for a person at a terminal, who has not said otherwise (no-color.org). */
export function wantsColours(isTerminal: boolean, environment: NodeJS.ProcessEnv): boolean {
  return isTerminal && (environment['NO_COLOR'] ?? '') === '';
}
