import type { WebSocket } from 'ws';
import { CLOSE_CODES, LONGEST_NAME, VERSION, type FromAgent, type ToAgent, type ToViewer } from '../messages.js';

type Hello = Extract<FromAgent, { type: 'hello' }>;
type Part = Extract<FromAgent, { type: 'part' }>;

interface Agent {
  readonly id: string;
  readonly name: string;
  readonly socket: WebSocket;
}

/** A message that is none. */
class WrongMessage extends Error {}

function send(socket: WebSocket, message: ToAgent | ToViewer): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
}

/** Ends a connection because of what came over it. */
function turnAway(socket: WebSocket, reason: string): void {
  socket.close(CLOSE_CODES.wrongMessage, reason);
}

function recordIn(data: unknown): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(String(data));
  } catch {
    throw new WrongMessage('a message is no JSON');
  }
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw new WrongMessage('a message is no object');
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME;
}

/** Brings agents and viewers together. It keeps nothing of what it carries. */
export class Relay {
  readonly #agents = new Map<string, Agent>();
  readonly #viewers = new Map<number, WebSocket>();
  #viewersSoFar = 0;

  /** How many agents there are. */
  get agents(): number {
    return this.#agents.size;
  }

  addAgent(socket: WebSocket): void {
    let agent: Agent | null = null;
    this.#hear(socket, (record) => {
      const { type } = record;
      if (type === 'hello') agent = this.#welcome(socket, record as unknown as Hello, agent);
      else if (type !== 'part' || agent === null) throw new WrongMessage('the first message must be hello, and each other one a part');
      else this.#carry(agent, record as unknown as Part);
    });
    socket.on('close', () => {
      if (agent !== null && this.#agents.get(agent.id) === agent) this.#remove(agent);
    });
  }

  addViewer(socket: WebSocket): void {
    const viewer = (this.#viewersSoFar += 1);
    this.#viewers.set(viewer, socket);
    this.#hear(socket, (record) => {
      const { type, id } = record;
      if (type !== 'taken' || !isText(id)) throw new WrongMessage('a viewer says only which part it has taken');
      const agent = this.#agents.get(id);
      if (agent !== undefined) send(agent.socket, { type: 'taken', viewer });
    });
    socket.on('close', () => {
      this.#viewers.delete(viewer);
      this.#tellAgents({ type: 'unwatch', viewer });
    });
    send(socket, { type: 'hello', version: VERSION });
    for (const { id, name } of this.#agents.values()) send(socket, { type: 'agent', id, name });
    this.#tellAgents({ type: 'watch', viewer });
  }

  #hear(socket: WebSocket, listener: (record: Readonly<Record<string, unknown>>) => void): void {
    // A close follows.
    socket.on('error', () => undefined);
    socket.on('message', (data) => {
      try {
        listener(recordIn(data));
      } catch (error) {
        if (!(error instanceof WrongMessage)) throw error;
        turnAway(socket, error.message);
      }
    });
  }

  #welcome(socket: WebSocket, { version, id, name }: Hello, before: Agent | null): Agent {
    if (before !== null) throw new WrongMessage('hello comes once');
    if (version !== VERSION)
      throw new WrongMessage(`this inspector speaks version ${VERSION}: let page and inspector have the same version of switchhook`);
    if (!isText(id) || !isText(name)) throw new WrongMessage(`id and name must be texts of 1 to ${LONGEST_NAME} characters`);
    const agent = { id, name, socket };
    const former = this.#agents.get(id);
    // The one that has come back may be quicker than the news that it was gone.
    if (former !== undefined) this.#remove(former);
    this.#agents.set(id, agent);
    for (const viewer of this.#viewers.values()) send(viewer, { type: 'agent', id, name });
    for (const viewer of this.#viewers.keys()) send(socket, { type: 'watch', viewer });
    return agent;
  }

  #remove({ id }: Agent): void {
    this.#agents.delete(id);
    for (const viewer of this.#viewers.values()) send(viewer, { type: 'gone', id });
  }

  #carry({ id, socket }: Agent, { viewer, part }: Part): void {
    const to = this.#viewers.get(viewer);
    if (to !== undefined) send(to, { type: 'part', id, part });
    // It has just gone.
    else send(socket, { type: 'unwatch', viewer });
  }

  #tellAgents(message: ToAgent): void {
    for (const { socket } of this.#agents.values()) send(socket, message);
  }
}
