import { STATUS_CODES, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { ListenError } from './listen-error.js';

/** Begins to listen. @throws ListenError (as rejection) if it cannot, because the port is taken, say. */
export function listen(http: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException): void => reject(new ListenError(host, port, cause));
    http.once('error', fail);
    http.listen(port, host, () => {
      http.off('error', fail);
      resolve(http.address() as AddressInfo);
    });
  });
}

/** Answers whoever asks for a WebSocket that there will be none. */
export function refuseUpgrade(socket: Duplex, status: 403 | 404 | 503): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
