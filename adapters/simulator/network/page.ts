import type { Agent } from '../desk/agent.js';
import type { DeskEnd } from '../desk/request.js';
import type { Task } from '../time/agenda.js';
import type { Random } from '../time/random.js';
import type { Parcel } from './channels.js';
import type { Message } from './message.js';
import type { MessageHandler } from './sdk.js';

/** A message that waits for the next one to overtake it. */
export interface HeldBack {
  readonly parcel: Parcel;
  readonly patience: Task;
}

/** One page with its SDK object: the server's knowledge of it, and its two ordered channels. */
export class Page implements DeskEnd {
  agent: Agent | null = null;
  agentType: '0' | '1' = '0';
  displaced = false;
  toldLate = false;
  up = true;
  closed = false;
  /** Its link is down, and it is told so. */
  interrupted = false;
  /** Its agent was signed in when the connection was lost. */
  wasSignedIn = false;
  /** Counts the connections: everything on its way on an earlier one is lost. */
  connection = 0;
  /** When the last command arrives, and whatever arrives last at the page. */
  lastUp = 0;
  lastDown = 0;
  /** When the last of what keeps its order arrives at the page, and the last event that none can overtake any more. */
  lastInOrder = 0;
  lastPassed = 0;
  /** Events that later ones can overtake, with when they were sent and when they arrive. */
  overtakable: readonly { readonly sent: number; readonly due: number }[] = [];
  readonly heldBack: HeldBack[] = [];
  readonly #interruptionListeners = new Set<() => void>();
  readonly #handlers = new Map<string, MessageHandler[]>();

  constructor(
    readonly id: string,
    readonly random: Random,
    private readonly transmit: (page: Page, message: Message) => void,
  ) {}

  get agentID(): string | null {
    return this.agent?.agentID ?? null;
  }

  send(message: Message): void {
    this.transmit(this, message);
  }

  on(eventName: string, handler: MessageHandler): void {
    this.#handlers.set(eventName, [...(this.#handlers.get(eventName) ?? []), handler]);
  }

  off(eventName: string, handler?: MessageHandler): void {
    const left = handler === undefined ? [] : (this.#handlers.get(eventName) ?? []).filter((other) => other !== handler);
    if (left.length === 0) this.#handlers.delete(eventName);
    else this.#handlers.set(eventName, left);
  }

  /** Calls `listener` whenever the page is told that its link is down; returns how to stop it. */
  onInterruption(listener: () => void): () => void {
    // The same function may be given twice.
    const own = (): void => {
      listener();
    };
    this.#interruptionListeners.add(own);
    return () => {
      this.#interruptionListeners.delete(own);
    };
  }

  interruptionListeners(): readonly (() => void)[] {
    return [...this.#interruptionListeners];
  }

  /** The connection is lost, with everything on its way. */
  cut(): void {
    this.up = false;
    this.connection += 1;
    for (const { patience, parcel } of this.heldBack.splice(0)) {
      patience.cancel();
      parcel.lost();
    }
  }

  /** Those who have subscribed to everything, and those who have to this event. */
  handlersOf(messageID: string): readonly MessageHandler[] {
    return [...(this.#handlers.get('EventAgentAll') ?? []), ...(this.#handlers.get(messageID) ?? [])];
  }

  forgetHandlers(): void {
    this.#handlers.clear();
    this.#interruptionListeners.clear();
  }
}
