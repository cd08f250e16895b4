import type { Backing } from './backing.js';
import { checkAgreement, type Heard } from './checks.js';
import { CUSTOMER, extOf, mobileOf, THIRD } from './floor.js';
import { Journal } from './journal.js';
import { SwitchReport } from './switch-report.js';
import { StageSeat, type Seat } from './seat.js';
import type { Outage, Stage } from './stage.js';
import type { Gesture, PhoneInHand, StagePhone } from './stage-phone.js';

/** The common part of both stages: seats, phones and the journal. */
export class PlayStage implements Stage {
  readonly journal = new Journal();
  readonly #backing: Backing;
  readonly #seats: StageSeat[] = [];
  readonly #lost = new Set<string>();
  /** Phones that cannot be called. */
  readonly #unregistered = new Set<string>();
  readonly #phones = new Map<string, StagePhone>();
  #heard: Heard = new Map();

  constructor(backing: Backing) {
    this.#backing = backing;
    const report = new SwitchReport(backing.centre, this.journal);
    backing.centre.observe((event) => {
      if (event.type === 'exchange') report.take(event.event);
    });
    for (const phone of backing.phones) this.#phones.set(phone.dn, this.#inHand(phone));
  }

  get customer(): StagePhone {
    return this.phone(CUSTOMER);
  }

  get third(): StagePhone {
    return this.phone(THIRD);
  }

  phone(dn: string): StagePhone {
    const phone = this.#phones.get(dn);
    if (phone === undefined) throw new Error(`There is no phone ${dn} on this stage.`);
    return phone;
  }

  lastCause(agentID: string): string | null {
    return this.journal.lastCause(agentID);
  }

  async open(agentID: string, login: { readonly phoneType?: string } = {}): Promise<Seat> {
    const { centre, agentOptions: options } = this.#backing;
    const phone = this.phone(login.phoneType === 'pstn' ? mobileOf(agentID) : extOf(agentID));
    const pages = this.#seats.filter((seat) => seat.agentID === agentID).length;
    const name = pages === 0 ? agentID : `${agentID} on page ${pages + 1}`;
    const seat = new StageSeat({ agentID, name, centre, phone, journal: this.journal, rest: () => this.rest(), options });
    this.#seats.push(seat);
    await seat.does('initAgent', { token: 'any', companyId: 'any', agent: agentID });
    return seat;
  }

  async signIn(agentID: string, login: { readonly phoneType?: string } = {}): Promise<Seat> {
    const seat = await this.open(agentID, login);
    await seat.does('login', { phoneType: 'sip', bindExt: '', agentState: '1', ...login });
    return seat;
  }

  async rest(): Promise<void> {
    const present = { backing: this.#backing, seats: this.#seats, lost: this.#lost };
    try {
      await this.#backing.settle(async () => {
        this.#heard = await checkAgreement(present);
      });
    } catch (error) {
      if (error instanceof Error) error.message += `\n\nWhat has happened:\n${String(this.journal)}`;
      throw error;
    }
    for (const seat of this.#seats) seat.noteEndings();
  }

  async until(what: string, holds: () => boolean): Promise<void> {
    this.journal.step(what);
    await this.#backing.until(what, holds);
    await this.rest();
  }

  async supervise(intervention: 'bargeIn' | 'intercept', agentID: string, supervisorID: string): Promise<void> {
    this.journal.step(`${intervention} of ${supervisorID} at ${agentID}`);
    this.#backing.centre[intervention](agentID, supervisorID);
    await this.rest();
  }

  async displace(agentID: string): Promise<void> {
    this.journal.step(`${agentID} signs in elsewhere`);
    this.#backing.centre.faults.secondEnd(agentID);
    await this.rest();
  }

  async restartSwitch(how: Outage): Promise<void> {
    this.journal.step(`${how} of the switch, which comes back`);
    await this.#backing.restartSwitch(how);
    this.#lost.clear();
    this.#unregistered.clear();
    await this.rest();
  }

  async close(): Promise<void> {
    try {
      this.#expectPeace();
      await this.#clearLines();
      // The next play finds all phones there.
      for (const dn of [...this.#unregistered]) await this.phone(dn).does('register');
    } finally {
      for (const { agent } of this.#seats) agent.dispose();
      await this.#backing.close();
    }
  }

  /** Everybody hangs up; then nothing is left, neither at the desk nor on the switch. */
  async #clearLines(): Promise<void> {
    this.journal.step('everybody hangs up');
    for (const seat of this.#seats) if (seat.agent.can('hangup')) await seat.tries('hangup');
    for (const phone of this.#phones.values()) while (phone.state !== 'idle') await phone.does('hangup');
    await this.rest();
    const { legs, calls } = this.#backing.centre.counts();
    if (legs + calls > 0) throw new Error(`All have hung up, and there are ${legs} legs and ${calls} calls.`);
    await this.#backing.expectNothingLeft();
  }

  #expectPeace(): void {
    const reported = this.#seats.flatMap(({ agentID, reports }) => reports.map((report) => `${agentID}: ${report}`));
    const waiting = this.#seats.flatMap((seat) => seat.waiting.map((command) => `${seat.agentID}: ${command} is in flight`));
    if (reported.length + waiting.length === 0) return;
    throw new Error(`${[...reported, ...waiting].join('\n')}\n\nWhat has happened:\n${String(this.journal)}`);
  }

  /** A phone whose gestures stand in the journal. */
  #inHand(phone: PhoneInHand): StagePhone {
    const { dn } = phone;
    const hears = (): readonly string[] => this.#heard.get(dn) ?? [];
    const act = async (gesture: Gesture): Promise<void> => {
      this.journal.step(`${dn} ${gesture}`);
      if (gesture === 'loseConnection') this.#lost.add(dn);
      if (gesture === 'loseConnection' || gesture === 'unregister') this.#unregistered.add(dn);
      if (gesture === 'register') {
        this.#lost.delete(dn);
        this.#unregistered.delete(dn);
      }
      await phone.act(gesture);
      if (gesture === 'register' || gesture === 'unregister') await this.#backing.untilTold(dn, gesture === 'register');
    };
    const then = async (done: void | Promise<void>): Promise<void> => {
      await done;
      await this.rest();
    };
    const dial = (to: string): void | Promise<void> => {
      this.journal.step(`${dn} calls ${to}`);
      return phone.dial(to);
    };
    const press = (keys: string): void | Promise<void> => {
      this.journal.step(`${dn} presses ${keys}`);
      return phone.press(keys);
    };
    return {
      dn,
      get state() {
        return phone.state;
      },
      get lines() {
        return phone.lines;
      },
      get hears() {
        return hears();
      },
      get keys() {
        return phone.keys;
      },
      get lastRelease() {
        return phone.lastRelease;
      },
      act,
      dial,
      press,
      does: (gesture) => then(act(gesture)),
      calls: (to) => then(dial(to)),
      presses: (keys) => then(press(keys)),
    };
  }
}
