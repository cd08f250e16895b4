import type { Behaviour } from '../../adapters/simulator/index.js';

/** A day of fifty agents on which they and their customers do as chance will have it. */
export interface Soak {
  /** Clients that believe every event, or guarded agents. */
  readonly of: 'clients' | 'agents';
  readonly steps: number;
  readonly seed: string;
  /** How the service behaves where the vendor's documents leave it open. */
  readonly behaviour: Partial<Behaviour>;
}

export function grouped(count: number): string {
  return count.toLocaleString('en');
}
