import type { Desk } from '../desk/context.js';
import { commonFields } from '../desk/messages.js';
import { regain } from '../desk/regain.js';
import type { Random } from '../time/random.js';
import type { Channels } from './channels.js';
import type { EndEvent } from './floor-event.js';
import { Page } from './page.js';

export interface LinksParts {
  readonly desk: Desk;
  readonly random: Random;
  readonly channels: Channels;
  readonly send: ConstructorParameters<typeof Page>[2];
  readonly observe: (page: Page, change: EndEvent['change']) => void;
  readonly runSafely: (run: () => void) => void;
}

/** The links of all pages to the service: how they come, break and come back. */
export class Links {
  readonly pages = new Set<Page>();
  readonly #parts: LinksParts;
  #opened = 0;

  constructor(parts: LinksParts) {
    this.#parts = parts;
  }

  open(): Page {
    const { random, send, observe } = this.#parts;
    this.#opened += 1;
    const id = `end-${this.#opened}`;
    const page = new Page(id, random.fork(id), send);
    this.pages.add(page);
    observe(page, 'opened');
    return page;
  }

  close(page: Page): void {
    if (page.closed) return;
    page.cut();
    page.closed = true;
    page.forgetHandlers();
    page.agent?.ends.delete(page);
    this.pages.delete(page);
    this.#parts.observe(page, 'closed');
  }

  /** The link is lost; the page is not told. */
  disconnect(page: Page): void {
    if (!page.up) return;
    page.wasSignedIn = page.agent?.session != null;
    page.cut();
    this.#parts.observe(page, 'lost');
  }

  /** The link is down within the service, and the page is told. */
  interrupt(page: Page): void {
    const { desk, observe } = this.#parts;
    if (page.closed || page.interrupted) return;
    if (page.up) page.wasSignedIn = page.agent?.session != null;
    page.cut();
    page.interrupted = true;
    observe(page, 'interrupted');
    desk.agenda.after(0, 'transit', () => this.tellInterruption(page));
  }

  /** Tells a page whose link is down that it is; nothing for others, nor before `initAgent` has said whose page it is. */
  tellInterruption(page: Page): void {
    if (!page.interrupted || page.agent === null) return;
    for (const listener of page.interruptionListeners()) this.#parts.runSafely(listener);
  }

  reconnect(page: Page): void {
    if (page.up || page.closed) return;
    const wasInterrupted = page.interrupted;
    page.up = true;
    page.interrupted = false;
    // The server hears of it as of a command.
    this.#parts.channels.up(page, {
      arrive: () => this.#regain(page, wasInterrupted),
      lost: () => undefined,
    });
  }

  /** A page that was told of the interruption is told that the link is back, before anything else. */
  #regain(page: Page, wasInterrupted: boolean): void {
    const { desk, observe } = this.#parts;
    desk.reference = ++desk.references;
    observe(page, 'regained');
    if (wasInterrupted && page.agent !== null) {
      page.send({ messageID: 'EventWebSocketSession', ...commonFields(desk, 'EventWebSocketSession') });
    }
    regain(desk, page, page.wasSignedIn);
  }
}
