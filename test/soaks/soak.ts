import type { Behaviour } from '../../adapters/simulator/index.js';

/** One floor on which agents and customers do as chance will have it. */
export interface Soak {
  /** Clients that believe every event, or guarded agents. */
  readonly of: 'clients' | 'agents';
  /** At least so many. */
  readonly steps: number;
  readonly seed: number;
  /** How the service behaves where the vendor's documents leave it open. */
  readonly behaviour: Partial<Behaviour>;
  /** It goes on until every work status has been seen: rare ones need longer. */
  readonly seesEverything: boolean;
}

export function grouped(count: number): string {
  return count.toLocaleString('en');
}
