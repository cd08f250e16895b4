import type { AgentStorage } from '../../sobot/index.js';

/** A `sessionStorage` of a page, which survives its reload. */
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
