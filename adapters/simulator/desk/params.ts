/** The parameters of a command, read as the service reads them: tolerant of types and blanks. */
export class Params {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: unknown) {
    this.#values = typeof values === 'object' && values !== null ? (values as Record<string, unknown>) : {};
  }

  /** The text without blanks around it; empty if there is none. Numbers count as text. */
  text(name: string): string {
    const value = this.#own(name);
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' ? value.trim() : '';
  }

  /** The number, also from a text; null if there is none, NaN if it is none. */
  number(name: string): number | null {
    const text = this.text(name);
    return text === '' ? null : Number(text);
  }

  flag(name: string): boolean {
    const value = this.#own(name);
    return value === true || value === 'true';
  }

  /** The parameters that an observer may see: no token, no functions. */
  public(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(Object.entries(this.#values).filter(([name, value]) => name !== 'token' && typeof value !== 'function'));
  }

  #own(name: string): unknown {
    return Object.hasOwn(this.#values, name) ? this.#values[name] : undefined;
  }
}
