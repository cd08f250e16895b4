/**
 * A value that may hold personal data or secrets (phone numbers, attached
 * data). It travels through events and context like any other value, but
 * whoever serialises it (inspector, persisted snapshot, log) gets a mask.
 */
export class Confidential<T> {
  readonly #value: T;
  readonly #isOpen: boolean;

  /** `isOpen`: whether serialising shows the value in clear; default: it does not. */
  constructor(value: T, isOpen = false) {
    this.#value = value;
    this.#isOpen = isOpen;
  }

  /** Whether serialising shows the value in clear. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** The same value for serialising in clear, because the integrator asks for it. */
  opened(): Confidential<T> {
    return new Confidential(this.#value, true);
  }

  /** The value in clear. */
  reveal(): T {
    return this.#value;
  }

  toJSON(): unknown {
    return this.#isOpen ? this.#value : '[confidential]';
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
  return new Confidential<Attributes>(merged, earlier.isOpen || later.isOpen);
}
