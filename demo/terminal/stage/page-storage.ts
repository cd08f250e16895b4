import type { AgentStorage } from '../../../adapters/sobot/index.js';

/** The `sessionStorage` of a page: it survives a reload. */
export class PageStorage implements AgentStorage {
  readonly #items = new Map<string, string>();

  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }

  removeItem(key: string): void {
    this.#items.delete(key);
  }
}
