import type { ServerFact } from '../../machines/index.js';
import type { Fact } from '../commands/declaration.js';

/** The details, opened if the integrator asks for personal data in clear when they are serialised. */
export function opened<T extends { opened(): T }>(details: T, isOpen: boolean): T {
  return isOpen ? details.opened() : details;
}

/** The fact with its time, and with its details as open as the integrator wants them. */
export function stamped(fact: Fact, at: number, isOpen: boolean): ServerFact {
  return 'details' in fact ? { ...fact, details: opened(fact.details, isOpen), at } : { ...fact, at };
}
