/** Runs tasks one after the other where they are about the same legs or conversations, and side by side where not. */
export class Lanes {
  readonly #last = new Map<string, Promise<void>>();

  run<T>(keys: readonly string[], task: () => Promise<T>): Promise<T> {
    const before = Promise.all(keys.flatMap((key) => this.#last.get(key) ?? []));
    const result = before.then(task);
    const end = result.then(
      () => undefined,
      () => undefined,
    );
    for (const key of keys) this.#last.set(key, end);
    void end.then(() => {
      for (const key of keys) if (this.#last.get(key) === end) this.#last.delete(key);
    });
    return result;
  }
}
