import * as v from 'valibot';
import type { CallCentre } from '../../call-centre.js';
import type { RequestMessage, CommandMessage } from '../protocol/client-messages.js';
import { describeIssue } from '../protocol/decode.js';
import { FLOOR_OPERATIONS, isFloorOperation, type FloorOperation } from '../protocol/floor-operations.js';
import type { Connection } from './connection.js';
import { createFloorHandlers, type FloorHandlers } from './floor-handlers.js';
import type { Role } from './role.js';

/** The remote control of a floor: for tests and demonstrations, where a page plays the customer. */
export class FloorControl implements Role {
  readonly #centre: CallCentre;
  readonly #connection: Connection;
  readonly #handlers: FloorHandlers;
  #stopObserving: (() => void) | null = null;

  constructor(centre: CallCentre, connection: Connection) {
    this.#centre = centre;
    this.#connection = connection;
    this.#handlers = createFloorHandlers(centre, (on) => this.#observe(on));
  }

  receive(message: CommandMessage | RequestMessage): void {
    const { id } = message;
    if (message.type === 'command') {
      this.#connection.refuse('outOfPlace', 'commands are for agents', id);
    } else if (!isFloorOperation(message.operation)) {
      this.#connection.refuse('unknownCommand', 'there is no such operation', id);
    } else {
      this.#perform(id, message.operation, message.params);
    }
  }

  /** Its faults stay set up: they may be meant to outlive the page that wanted them. */
  left(): void {
    this.#observe(false);
  }

  #perform(id: number, name: FloorOperation, params: unknown): void {
    const checked = v.safeParse(FLOOR_OPERATIONS[name].params, params);
    if (!checked.success) {
      this.#connection.refuse('badMessage', `params: ${checked.issues.map(describeIssue).join('; ')}`, id);
      return;
    }
    try {
      // The table has each operation's handler beside its parameters.
      const handle = this.#handlers[name] as (given: unknown) => unknown;
      this.#connection.send({ type: 'reply', id, result: handle(checked.output) });
    } catch (error) {
      const message = error instanceof Error ? error.message : 'it could not be done';
      this.#connection.send({ type: 'refusal', id, message });
    }
  }

  #observe(on: boolean): void {
    if (on) {
      this.#stopObserving ??= this.#centre.observe((event) => this.#connection.send({ type: 'floorEvent', event: { ...event } }));
    } else {
      this.#stopObserving?.();
      this.#stopObserving = null;
    }
  }
}
