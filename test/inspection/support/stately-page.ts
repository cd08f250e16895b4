type Listen = (event: { readonly data?: unknown }) => void;

/** The page of an agent with the inspector's page in a frame: all that `createBrowserInspector` asks of a browser. */
export class StatelyPage {
  /** Clones of what the frame got, as `postMessage` makes them. */
  readonly received: { readonly type: string; readonly [attribute: string]: unknown }[] = [];
  /** Errors of `postMessage`. */
  readonly refused: unknown[] = [];
  readonly #messageListeners: Listen[] = [];
  readonly #loadListeners: Listen[] = [];

  readonly window = {
    addEventListener: (_: 'message', listen: Listen) => void this.#messageListeners.push(listen),
    open: () => null,
  } as unknown as Window;

  readonly iframe = {
    addEventListener: (_: 'load', listen: Listen) => void this.#loadListeners.push(listen),
    setAttribute: () => undefined,
    contentWindow: {
      postMessage: (message: unknown) => {
        try {
          this.received.push(structuredClone(message) as never);
        } catch (error) {
          this.refused.push(error);
        }
      },
    },
  } as unknown as HTMLIFrameElement;

  /** The frame has loaded, and its receiver says that it is there. */
  connect(): void {
    for (const listen of this.#loadListeners) listen({});
    for (const listen of this.#messageListeners) listen({ data: { type: '@statelyai.connected' } });
  }
}
