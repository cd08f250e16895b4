import type { InspectionEvent } from 'xstate';
import { ignoredEventOf, warnOf, type BridgeOptions } from './ignored-event.js';
import { inspectedOf, type Inspected } from './inspected.js';
import { isFromViewer, type ToViewer } from './protocol.js';
import { Session } from './session.js';

/** Sends a message to one viewer. */
export type Send = (message: ToViewer) => void;

/** Shows agents to viewers that were made for XState 4. */
export interface XState4Bridge {
  /** Goes into the option `inspect` of an agent, or of several. */
  readonly inspect: (event: InspectionEvent) => void;
  /** Says goodbye to the viewers; they get no more. */
  disconnect(): void;
}

/** Tells viewers in the words of `@xstate/inspect` 0.8 what inspection events say in those of XState 5. */
export class Bridge {
  readonly #sessions = new Map<string, Session>();
  /** Those of the sessions that have no state yet. */
  readonly #waiting = new Set<Session>();
  readonly #viewers = new Set<Send>();
  #isDisconnected = false;
  readonly #onIgnored: NonNullable<BridgeOptions['onIgnored']>;

  constructor({ onIgnored = warnOf }: BridgeOptions) {
    this.#onIgnored = onIgnored;
  }

  readonly inspect = (event: InspectionEvent): void => {
    this.#take(inspectedOf(event));
  };

  /** Takes a message of a viewer's: one that makes no sense is left alone, and an event for the machine is ignored. */
  receive(message: unknown, viewer: Send): void {
    if (this.#isDisconnected || !isFromViewer(message)) return;
    if (message.type === 'xstate.event') this.#onIgnored(ignoredEventOf(message.event));
    else this.#introduceAll(viewer);
  }

  /** The viewer is gone. */
  remove(viewer: Send): void {
    this.#viewers.delete(viewer);
  }

  /** Says goodbye to all viewers, who may come again. */
  leave(): void {
    this.#tell(() => ({ type: 'xstate.disconnect' }));
    this.#viewers.clear();
  }

  /** Says goodbye for good. */
  disconnect(): void {
    this.leave();
    this.#isDisconnected = true;
  }

  #introduceAll(viewer: Send): void {
    this.#viewers.add(viewer);
    for (const session of this.#sessions.values()) if (!this.#waiting.has(session)) viewer(session.registered());
  }

  #take(event: Inspected): void {
    const { sessionId } = event.actorRef;
    if (event.type === '@xstate.actor') this.#begin(sessionId, new Session(event.actorRef));
    const session = this.#sessions.get(sessionId);
    if (session === undefined) return;
    this.#introduce(session);
    switch (event.type) {
      case '@xstate.event':
        this.#tell(() => session.told(event));
        break;
      case '@xstate.microstep':
      case '@xstate.action':
        session.note(event);
        break;
      case '@xstate.snapshot':
        this.#tell(session.reached(event));
        if (event.event.type === 'xstate.stop') this.#end(sessionId);
        break;
      default:
    }
  }

  #begin(sessionId: string, session: Session): void {
    this.#sessions.set(sessionId, session);
    this.#waiting.add(session);
  }

  #introduce(session: Session): void {
    if (!this.#waiting.has(session) || !session.isReady) return;
    this.#waiting.delete(session);
    this.#tell(() => session.registered());
  }

  #end(sessionId: string): void {
    this.#sessions.delete(sessionId);
    this.#tell(() => ({ type: 'service.stop', sessionId }));
  }

  /**
   * The message is made once, and only if there is a viewer. One viewer's fault is not the others': it is thrown when all
   * have been told, and the agent rethrows it outside.
   */
  #tell(make: () => ToViewer): void {
    if (this.#viewers.size === 0) return;
    const message = make();
    const faults: unknown[] = [];
    for (const viewer of this.#viewers) {
      try {
        viewer(message);
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw faults[0];
  }
}
