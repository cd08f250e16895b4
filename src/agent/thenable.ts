/** Whether the value can be awaited, whoever made it. Never throws: an unreadable value cannot be awaited. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  if (!isObject(value)) return false;
  try {
    return 'then' in value && typeof value.then === 'function';
  } catch {
    return false;
  }
}

/**
 * A value that a promise can be settled with: the given one or, if it has a `then` that a promise would call, a copy
 * without it. A promise settled with such a value would wait for it, perhaps for ever. Never throws; the copy of an
 * unreadable value is empty.
 */
export function withoutThen<T>(value: T): T {
  if (!isObject(value) || !wouldBeAwaited(value)) return value;
  try {
    return copyWithoutThen(value) as T;
  } catch {
    return {} as T;
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** A getter may give a function the second time, or throw: that it is there is enough. */
function wouldBeAwaited(value: object): boolean {
  try {
    for (let owner: object | null = value; owner !== null; owner = Object.getPrototypeOf(owner) as object | null) {
      if (Object.getOwnPropertyDescriptor(owner, 'then')?.get !== undefined) return true;
    }
    return typeof (value as { readonly then?: unknown }).then === 'function';
  } catch {
    return true;
  }
}

/** Other getters are copied as they are, not called. */
function copyWithoutThen(value: object): object {
  const { then: _, ...attributes } = Object.getOwnPropertyDescriptors<Partial<PromiseLike<unknown>>>(value);
  const copy = Array.isArray(value)
    ? Object.defineProperties([], attributes)
    : (Object.create(Object.getPrototypeOf(value) as object | null, attributes) as object);
  // One that is inherited is still there.
  if ('then' in copy) Object.defineProperty(copy, 'then', { value: undefined, configurable: true });
  return copy;
}
