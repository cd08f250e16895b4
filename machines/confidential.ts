/**
 * A value that may hold personal data or secrets (phone numbers, attached
 * data). It travels through events and context like any other value, but
 * whoever serialises it (inspector, persisted snapshot, log) gets a mask.
 */
export class Confidential<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value in clear. */
  reveal(): T {
    return this.#value;
  }

  toJSON(): string {
    return '[confidential]';
  }
}

/** Attributes of a leg, unknown vendor attributes included. */
export type Attributes = Readonly<Record<string, unknown>>;

/** No attributes at all. */
export const NOTHING = new Confidential<Attributes>({});

/** Both sets of attributes; where both name one, `later` wins unless it is blank. */
export function merge(
  earlier: Confidential<Attributes>,
  later: Confidential<Attributes> | undefined,
): Confidential<Attributes> {
  if (later === undefined || later === NOTHING) return earlier;
  const merged: Record<string, unknown> = { ...earlier.reveal() };
  for (const [name, value] of Object.entries(later.reveal())) {
    if (value !== undefined && value !== null && value !== '') merged[name] = value;
  }
  return new Confidential(merged);
}
