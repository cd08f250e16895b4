import * as v from 'valibot';
import type { FloorEvent } from '../../network/floor-event.js';
import { helloAs, type Hello, type RequestMessage } from '../protocol/client-messages.js';
import { fitsServer } from '../protocol/fits.js';
import { FLOOR_OPERATIONS, type FloorOperation, type FloorParams, type FloorResult } from '../protocol/floor-operations.js';
import type { ServerMessage } from '../protocol/server-messages.js';
import type { ConnectOptions } from './connect-options.js';
import { FloorError } from './floor-error.js';
import { Link, type LinkListener } from './link.js';
import { thrower } from './thrower.js';

interface Pending {
  readonly request: RequestMessage;
  readonly name: FloorOperation;
  resolve(result: unknown): void;
  reject(error: FloorError): void;
}

/** Requests and their replies; a request is answered once, by a reply or by an error. */
export class FloorRequests implements LinkListener {
  readonly link: Link;
  readonly #onError: (error: unknown) => void;
  readonly #pending = new Map<number, Pending>();
  readonly #observers = new Set<(event: FloorEvent) => void>();
  #wasOpen = false;
  #lastId = 0;

  constructor(url: string | URL, options: ConnectOptions) {
    this.#onError = thrower(options);
    this.link = new Link(url, options, this);
  }

  /** @throws FloorError (as rejection) */
  ask<Name extends FloorOperation>(name: Name, params: FloorParams<Name>): Promise<FloorResult<Name>> {
    this.#lastId += 1;
    const id = this.#lastId;
    const request = { type: 'request', id, operation: name, params: { ...params } } as const;
    return new Promise((resolve, reject) => {
      if (!fitsServer(JSON.stringify(request))) {
        reject(new FloorError('refused', 'The request is too large.'));
        return;
      }
      // Before the first connection, requests wait for it.
      if (this.link.state === 'open') this.link.send(request);
      else if (this.#wasOpen || this.link.state !== 'connecting') {
        reject(new FloorError('disconnected', 'There is no connection to the floor.'));
        return;
      }
      // The reply is checked with the schema of the same name.
      this.#pending.set(id, { request, name, resolve: (result) => resolve(result as FloorResult<Name>), reject });
    });
  }

  observe(observer: (event: FloorEvent) => void): () => void {
    this.#observers.add(observer);
    if (this.#observers.size === 1) this.#askForEvents(true);
    return () => {
      if (this.#observers.delete(observer) && this.#observers.size === 0) this.#askForEvents(false);
    };
  }

  hello(): Hello {
    return helloAs('floor');
  }

  opened(): void {
    if (!this.#wasOpen) for (const { request } of this.#pending.values()) this.link.send(request);
    else if (this.#observers.size > 0) this.#askForEvents(true);
    this.#wasOpen = true;
  }

  received(message: ServerMessage): void {
    switch (message.type) {
      case 'reply':
        this.#settle(message.id, message.result);
        break;
      case 'refusal':
      case 'problem':
        this.#take(message.id)?.reject(new FloorError('refused', message.message));
        break;
      case 'floorEvent':
        this.#tell(message.event as unknown as FloorEvent);
        break;
    }
  }

  lost(forGood: boolean): void {
    const error = forGood
      ? new FloorError('closed', 'The connection is closed; a server must be started with control allowed.')
      : new FloorError('disconnected', 'The connection to the floor is gone.');
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const request of pending) request.reject(error);
  }

  #askForEvents(on: boolean): void {
    // Without a connection, `opened` asks.
    this.ask('observe', { on }).catch(() => undefined);
  }

  #take(id: number | undefined): Pending | undefined {
    const pending = id === undefined ? undefined : this.#pending.get(id);
    if (id !== undefined) this.#pending.delete(id);
    return pending;
  }

  #settle(id: number, result: unknown): void {
    const pending = this.#take(id);
    if (pending === undefined) return;
    const checked = v.safeParse(FLOOR_OPERATIONS[pending.name].result, result);
    if (checked.success) pending.resolve(checked.output);
    else pending.reject(new FloorError('refused', `The reply to ${pending.name} is malformed.`));
  }

  #tell(event: FloorEvent): void {
    for (const observer of [...this.#observers]) {
      try {
        observer(event);
      } catch (error) {
        this.#onError(error);
      }
    }
  }
}
