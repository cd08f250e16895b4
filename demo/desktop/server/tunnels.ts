import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { proxyUpgrade } from 'httpxy';

/** How long a server behind may take to accept a WebSocket, in ms. */
const PATIENCE = 5000;

/** WebSockets that are handed on to servers behind this one. */
export class Tunnels {
  readonly #ends = new Set<Duplex>();

  /** Hands a WebSocket on to the one at `target`; whichever end closes closes the other. */
  async dig(target: string, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    this.#keep(socket);
    // The library asks for the path that it was asked for.
    request.url = new URL(target).pathname;
    try {
      const inner = await proxyUpgrade(target, request, socket, head, { xfwd: false, upgradeTimeout: PATIENCE });
      this.#keep(inner);
      if (socket.destroyed) inner.destroy();
      socket.once('close', () => inner.destroy());
      // All that has come from there is still delivered.
      inner.once('close', () => socket.end());
    } catch {
      // The client has the answer of the server behind, or an end without one.
      socket.end();
    }
  }

  /** Cuts all of them off. */
  close(): void {
    for (const end of this.#ends) end.destroy();
  }

  #keep(end: Duplex): void {
    this.#ends.add(end);
    end.on('error', () => end.destroy());
    end.once('close', () => this.#ends.delete(end));
  }
}
