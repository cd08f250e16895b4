import { MAX_TO_SERVER } from './limits.js';

/** Whether a server with the usual bound takes a message of this text. */
export function fitsServer(text: string): boolean {
  return new TextEncoder().encode(text).length <= MAX_TO_SERVER;
}
