import { WebSocket } from 'ws';

type Hello = Record<string, unknown> & { session?: Record<string, unknown> };

/** A network that can be cut. */
export interface BreakableSocket {
  readonly WebSocket: new (url: string) => WebSocket;
  /** All connections end without a word. */
  breakAll(): void;
  /** The client believes that its connections have ended; the server does not hear of it. */
  muteAll(): void;
  /** Changes what clients say first, from now on. */
  rewriteHello(rewrite: (hello: Hello) => Hello): void;
}

export function breakableSocket(): BreakableSocket {
  const open = new Set<BreakableWebSocket>();
  let rewriteHello = (hello: Hello): Hello => hello;

  class BreakableWebSocket extends WebSocket {
    constructor(url: string) {
      super(url);
      open.add(this);
    }

    override send(data: string): void {
      const message = JSON.parse(data) as Hello;
      super.send(JSON.stringify(message.type === 'hello' ? rewriteHello(message) : message));
    }

    breakNow(): void {
      open.delete(this);
      super.terminate();
    }

    mute(): void {
      open.delete(this);
      const { onclose } = this;
      this.terminate = () => {};
      onclose?.call(this, { code: 1006 } as never);
    }
  }

  return {
    WebSocket: BreakableWebSocket,
    breakAll: () => [...open].forEach((socket) => socket.breakNow()),
    muteAll: () => [...open].forEach((socket) => socket.mute()),
    rewriteHello: (rewrite) => (rewriteHello = rewrite),
  };
}
