import type { Channels, Parcel } from './channels.js';
import type { FaultBook } from './fault-book.js';
import type { MessageEvent } from './floor-event.js';
import { copyOf, type Message } from './message.js';
import type { Page } from './page.js';

/** When a message was sent, and which of all messages it was. */
export type Sent = Pick<MessageEvent, 'sentAt' | 'sentAs'>;

export interface DeliveryParts {
  readonly channels: Channels;
  readonly faults: FaultBook;
  /** The message has reached the page. */
  readonly dispatch: (page: Page, message: Message, sent: Sent) => void;
  /** A message is sent now. */
  readonly sends: () => Sent;
  readonly lost: (page: Page, message: Message, because: 'fault' | 'connection') => void;
}

/** Brings messages to pages, in order, unless a fault makes an exception. */
export class Delivery {
  readonly #parts: DeliveryParts;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** A message leaves the server. */
  send(page: Page, original: Message): void {
    const { faults, channels, lost } = this.#parts;
    const message = copyOf(original);
    const fault = faults.strikeMessage(message, { agentID: page.agentID, end: page.id });
    const sent = this.#parts.sends();
    const parcel = this.#parcel(page, message, sent);
    switch (fault?.kind) {
      case undefined:
        this.#inOrder(page, parcel);
        return;
      case 'drop':
        lost(page, message, 'fault');
        return;
      case 'delay':
        channels.aside(page, channels.travelTime(page) + fault.ms, parcel);
        return;
      case 'duplicate':
        this.#inOrder(page, parcel);
        channels.afterLast(page, fault.ms, this.#parcel(page, copyOf(message), sent));
        return;
      case 'reorder':
        this.#holdBack(page, fault.ms, parcel);
    }
  }

  #parcel(page: Page, message: Message, sent: Sent): Parcel {
    return {
      arrive: () => this.#parts.dispatch(page, message, sent),
      lost: () => this.#parts.lost(page, message, 'connection'),
    };
  }

  /** Messages held back go right after it. */
  #inOrder(page: Page, parcel: Parcel): void {
    const { channels } = this.#parts;
    channels.eventDown(page, parcel);
    for (const held of page.heldBack.splice(0)) {
      held.patience.cancel();
      channels.afterLast(page, 0, held.parcel);
    }
  }

  #holdBack(page: Page, ms: number, parcel: Parcel): void {
    const patience = this.#parts.channels.aside(page, ms, {
      arrive: () => {
        const index = page.heldBack.findIndex((held) => held.patience === patience);
        page.heldBack.splice(index, 1);
        parcel.arrive();
      },
      lost: parcel.lost,
    });
    page.heldBack.push({ patience, parcel });
  }
}
