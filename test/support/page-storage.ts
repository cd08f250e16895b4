import type { AgentStorage } from '../../src/index.js';

/** A `sessionStorage` that survives the reload of a page. */
export function pageStorage(): AgentStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      items.set(key, value);
    },
    removeItem: (key) => {
      items.delete(key);
    },
  };
}
