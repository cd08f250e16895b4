/** As much of the standard `WebSocket` as is used here; the browser's and that of `ws` both fit. */
export interface WebSocketLike {
  send(data: string): void;
  close(code?: number, reason?: string): void;
  /** Where there is one: cuts the connection off, without waiting for the other side. */
  terminate?(): void;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
}

/** Opens a connection when constructed. */
export type WebSocketConstructor = new (url: string) => WebSocketLike;

/** The given one, or the platform's. @throws TypeError with the sentence `absent` if there is none */
export function webSocketOf(given: WebSocketConstructor | undefined, absent: string): WebSocketConstructor {
  const known = given ?? (globalThis as { readonly WebSocket?: WebSocketConstructor }).WebSocket;
  if (known !== undefined) return known;
  throw new TypeError(absent);
}
