import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { CallCentre } from '../../call-centre.js';
import type { SessionKey } from '../protocol/client-messages.js';
import { CLOSE_CODES } from '../protocol/close-codes.js';
import { AgentSession } from './agent-session.js';
import type { Connection } from './connection.js';
import type { ResolvedServerOptions } from './options.js';

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The pages of all agents, also those that have lost their connection and may come back. */
export class Sessions {
  readonly #centre: CallCentre;
  readonly #options: ResolvedServerOptions;
  readonly #sessions = new Map<string, AgentSession>();
  /** Lost ones with the timer that ends them, longest lost first. */
  readonly #lost = new Map<AgentSession, unknown>();

  constructor(centre: CallCentre, options: ResolvedServerOptions) {
    this.#centre = centre;
    this.#options = options;
  }

  open(connection: Connection): AgentSession {
    const key = { id: randomUUID(), token: randomBytes(24).toString('base64url') };
    const session = new AgentSession(key, this.#centre, connection);
    this.#sessions.set(key.id, session);
    return session;
  }

  /** The session that this key opens; null if there is none, or the token is wrong. */
  find({ id, token }: SessionKey): AgentSession | null {
    const session = this.#sessions.get(id);
    return session !== undefined && isSame(token, session.key.token) ? session : null;
  }

  /** The session goes on over this connection. */
  resume(session: AgentSession, connection: Connection): void {
    // The client may be faster than whatever would tell that its old connection is dead.
    const former = session.connection;
    session.lose();
    former?.close(CLOSE_CODES.replaced, 'the session goes on elsewhere');
    this.#options.clock.clearTimeout(this.#lost.get(session));
    this.#lost.delete(session);
    session.regain(connection);
  }

  /** The session has lost this connection; `forGood`: and does not come back. */
  leave(session: AgentSession, connection: Connection, forGood: boolean): void {
    if (session.connection !== connection) return;
    if (forGood || !session.isUsed) {
      this.#end(session);
      return;
    }
    session.lose();
    const { clock, sessionSeconds, maxClients } = this.#options;
    this.#lost.set(
      session,
      clock.setTimeout(() => this.#end(session), sessionSeconds * 1000),
    );
    for (const [oldest] of this.#lost) {
      if (this.#lost.size <= maxClients) break;
      this.#end(oldest);
    }
  }

  /** Ends all of them. */
  dispose(): void {
    for (const session of [...this.#sessions.values()]) this.#end(session);
  }

  #end(session: AgentSession): void {
    this.#options.clock.clearTimeout(this.#lost.get(session));
    this.#lost.delete(session);
    this.#sessions.delete(session.key.id);
    session.end();
  }
}
