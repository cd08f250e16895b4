type Listen = (event: object) => void;

/** A window, as far as messages go. */
class FakeWindow {
  readonly #listeners = new Map<string, Set<Listen>>();

  readonly addEventListener = (name: string, listen: Listen): void => {
    this.#listeners.set(name, (this.#listeners.get(name) ?? new Set()).add(listen));
  };

  readonly removeEventListener = (name: string, listen: Listen): void => {
    this.#listeners.get(name)?.delete(listen);
  };

  dispatch(name: string, event: object = {}): void {
    for (const listen of this.#listeners.get(name) ?? []) listen(event);
  }
}

/** The agent's page and a viewer's, of two origins, as a browser would have them: messages arrive as clones. */
export class TwoWindows {
  readonly page = new FakeWindow();
  readonly viewer = new FakeWindow();
  /** All that the viewer's window was sent, as text. */
  readonly texts: string[] = [];
  /** The address that the frame was given, or that a window was opened with. */
  address = '';

  /** The agent's page, as its own scripts have it. */
  readonly pageWindow = Object.assign(this.page, {
    location: { href: 'https://agents.test/bar' },
    open: (address: URL) => {
      this.address = String(address);
      return this.viewerWindow;
    },
  }) as unknown as Window;

  /** The viewer's window, as the page has it. */
  readonly viewerWindow = {
    postMessage: (message: unknown, origin: string) => {
      if (origin !== 'https://viewer.test') return;
      this.texts.push(JSON.stringify(message));
      this.viewer.dispatch('message', { data: structuredClone(message), origin: 'https://agents.test' });
    },
  };

  readonly iframe = {
    contentWindow: this.viewerWindow,
    setAttribute: (_: 'src', address: string) => {
      this.address = address;
    },
  } as unknown as HTMLIFrameElement;

  /** The viewer's own window. */
  readonly ownWindow = this.viewer as unknown as Window;

  /** The agent's page, as the viewer has it. */
  readonly targetWindow = {
    postMessage: (message: unknown) => {
      if (this.#held === null) this.post(message);
      else this.#held.push(message);
    },
  } as unknown as Window;
  #held: unknown[] | null = null;

  /** A script of the viewer's runs: its messages arrive when it is through. */
  run<Result>(script: () => Result): Result {
    const held: unknown[] = [];
    this.#held = held;
    const result = script();
    this.#held = null;
    for (const message of held) this.post(message);
    return result;
  }

  /** Somebody sends the agent's page a message; by default, the viewer does. */
  post(message: unknown, from: { readonly source?: unknown; readonly origin?: string } = {}): void {
    this.page.dispatch('message', { data: structuredClone(message), source: this.viewerWindow, origin: 'https://viewer.test', ...from });
  }
}
