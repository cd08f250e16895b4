import type { AgentStorage } from '../../../adapters/sobot/index.js';

/** A `sessionStorage` in memory; tests see what is in it. */
export class PageStorage implements AgentStorage {
  readonly entries = new Map<string, string>();

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    this.entries.delete(key);
  }
}
