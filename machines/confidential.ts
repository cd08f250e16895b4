/**
 * A value that may hold personal data or secrets (phone numbers, attached
 * data). It travels through events and context like any other value, but
 * serialising it (inspector, persisted snapshot, log) gives a mask.
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

/**
 * The attributes in clear. In a machine that was restored from a serialised
 * snapshot they are the mask, or what was shown in clear.
 */
export function revealed(details: Confidential<Attributes>): Attributes {
  const restored: unknown = details;
  if (restored instanceof Confidential) return details.reveal();
  return typeof restored === 'object' && restored !== null ? (restored as Attributes) : {};
}

/** Whether two values say the same; values that cannot be compared do not. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  try {
    return JSON.stringify(a) === JSON.stringify(b);
  } catch {
    return false;
  }
}

/**
 * Both sets of attributes; where both name one, `later` wins unless it is
 * blank. The same object as `earlier` if `later` says nothing new.
 */
export function merge(earlier: Confidential<Attributes>, later = NOTHING): Confidential<Attributes> {
  const known = revealed(earlier);
  const news = Object.entries(revealed(later)).filter(
    ([name, value]) => value !== undefined && value !== null && value !== '' && !isSame(known[name], value),
  );
  if (news.length === 0) return earlier;
  const merged = { ...known, ...Object.fromEntries(news) };
  return new Confidential<Attributes>(merged, earlier.isOpen || later.isOpen);
}
