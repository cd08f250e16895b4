import type { Newest } from './stamps.js';

/** How a fact has reached the page. */
export interface Arrival {
  /** The server's stamp in ms, if it gave one. */
  readonly stamp?: number | undefined;
  /** The server's number of the request that has led to the fact. */
  readonly referenceID?: string | undefined;
  /** `connection.regained`: the server's stamp of the status that it names. */
  readonly statusStamp?: number | undefined;
  /** The page's running time, ms. */
  readonly tick: number;
}

/** The server's stamp of the fact with the running time of its arrival; null: it has none. */
export function wordOf({ stamp, tick }: Arrival): Newest | null {
  return stamp === undefined ? null : { stamp, tick };
}
