import type { Server } from 'node:http';
import { listen, ListenError } from '../../../adapters/node/index.js';

/** How many ports after the one asked for are tried. */
const MORE = 20;
const LAST_PORT = 65_535;

/**
 * Begins to listen on the port, or on the next one that is free. @returns the port
 *
 * @throws ListenError (as rejection) if none of them is free, or it may not listen there
 */
export async function listenFrom(http: Server, wanted: number, host: string): Promise<number> {
  // 0 is any port that is free: there is none beside it.
  const last = wanted === 0 ? 0 : Math.min(wanted + MORE, LAST_PORT);
  for (let port = wanted; ; port += 1) {
    try {
      return (await listen(http, port, host)).port;
    } catch (error) {
      if (!(error instanceof ListenError) || error.code !== 'EADDRINUSE' || port === last) throw error;
    }
  }
}
