import type { Agent } from '../desk/agent.js';
import type { Desk } from '../desk/context.js';
import type { PhoneActions } from '../exchange/phone-actions.js';
import type { PhoneBook } from '../exchange/phone-book.js';
import type { Task } from '../time/agenda.js';

interface WebPhone {
  readonly ext: string;
  /** The end of grace, while the page is away. */
  grace: Task | null;
}

/**
 * The phones inside of pages: registered while an agent is signed in with `webrtc`, and lost, with
 * the call, some time after the agent's last page has gone.
 */
export class WebPhones {
  readonly #desk: Desk;
  readonly #users: PhoneActions;
  readonly #phones: PhoneBook;
  readonly #byAgent = new Map<Agent, WebPhone>();

  constructor(desk: Desk, users: PhoneActions, phones: PhoneBook) {
    this.#desk = desk;
    this.#users = users;
    this.#phones = phones;
  }

  /** Brings the phones in line with what the agents are signed in with. Runs after everything. */
  update(): void {
    for (const agent of this.#desk.agents) this.#updateOf(agent);
  }

  #updateOf(agent: Agent): void {
    const { session } = agent;
    const ext = session?.phoneType === 'webrtc' ? session.ext : null;
    let phone = this.#byAgent.get(agent);
    if (phone !== undefined && phone.ext !== ext) {
      phone.grace?.cancel();
      this.#set(phone.ext, null);
      this.#byAgent.delete(agent);
      phone = undefined;
    }
    if (ext === null) return;
    if (phone === undefined) {
      phone = { ext, grace: null };
      this.#byAgent.set(agent, phone);
      this.#set(ext, 'up');
    }
    this.#watch(agent, phone);
  }

  #watch(agent: Agent, phone: WebPhone): void {
    const present = [...agent.ends].some((end) => end.up && !end.displaced);
    if (present) {
      phone.grace?.cancel();
      phone.grace = null;
      this.#comeBack(phone.ext);
      return;
    }
    phone.grace ??= this.#desk.agenda.after(this.#desk.floor.webrtcGraceMs, 'timer', () => {
      this.#lose(phone.ext);
    });
  }

  /** The page is there again, and registers anew. A registration that was lost while it was there stays lost. */
  #comeBack(ext: string): void {
    if (this.#phones.find({ kind: 'ext', ext })?.webPhone === 'down') this.#set(ext, 'up');
  }

  #lose(ext: string): void {
    this.#set(ext, 'down');
    const lines = this.#phones.find({ kind: 'ext', ext })?.lines ?? [];
    for (const leg of [...lines]) this.#users.hangUp(leg, 'lost');
  }

  #set(ext: string, webPhone: 'up' | 'down' | null): void {
    const phone = this.#phones.find({ kind: 'ext', ext });
    if (phone !== null && phone.webPhone !== webPhone) this.#users.setRegistration(phone, { webPhone });
  }
}
