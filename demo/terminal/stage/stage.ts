import type { CallCentre } from '../../../adapters/simulator/index.js';
import type { Person, Stranger } from '../../cast.js';
import type { Audience } from '../timeline/timeline.js';
import { Unexpected } from '../unexpected.js';
import type { Backing } from './backing.js';
import { Desk } from './desk.js';
import { disagreements } from './disagreements.js';
import { Journal } from './journal.js';
import { PageStorage } from './page-storage.js';
import { Reporter } from './reporter.js';
import { Tally } from './tally.js';
import { CustomerTelephone, Telephone } from './telephone.js';
import { seconds, type Time } from './time.js';

/** Where the day takes place: the call centre, its time, and who has come. */
export class Stage {
  readonly journal = new Journal();
  readonly tally = new Tally();
  /** Called when somebody has opened a page. */
  opened: (desk: Desk) => void = () => undefined;
  readonly #desks = new Set<Desk>();
  readonly #customers = new Map<Stranger, CustomerTelephone>();
  readonly #backing: Backing;
  readonly #reporter: Reporter;

  constructor(audience: Audience, backing: Backing) {
    this.#backing = backing;
    this.#reporter = new Reporter(audience);
    this.centre.observe((event) => this.tally.count(event));
    this.time.onStep = () => this.#report();
  }

  get time(): Time {
    return this.#backing.time;
  }

  get centre(): CallCentre {
    return this.#backing.centre;
  }

  /** For all guarded agents. */
  get agentOptions(): Backing['agentOptions'] {
    return this.#backing.agentOptions;
  }

  /** Opens a page with a guarded agent; `storage` is that of a page that was there before. */
  async openPage(person: Person, { label = person.name, storage = new PageStorage() } = {}): Promise<Desk> {
    if (person.phoneType === 'webrtc') await this.#backing.plugInWebPhone(person.ext);
    const desk = new Desk(this, person, label, storage);
    this.#desks.add(desk);
    this.opened(desk);
    this.happens(label, 'opens the page');
    return desk;
  }

  /** The page that this person has opened last. */
  desk(person: Person): Desk {
    const desk = [...this.#desks].filter((one) => one.person === person).at(-1);
    if (desk === undefined) throw new Unexpected(`${person.name} has no page open.`);
    return desk;
  }

  closePage(desk: Desk): void {
    this.happens(desk.label, 'the page is closed');
    desk.close();
    this.#desks.delete(desk);
  }

  customer(stranger: Stranger): CustomerTelephone {
    const known = this.#customers.get(stranger);
    if (known !== undefined) return known;
    const phone = new CustomerTelephone(this, stranger.name, this.#backing.customer(stranger.number));
    this.#customers.set(stranger, phone);
    return phone;
  }

  /** The SIP phone on this person's desk. */
  deskPhone({ name, ext }: Person): Telephone {
    return new Telephone(this, name, this.#backing.deskPhone(ext));
  }

  async plugIn({ name, ext }: Person): Promise<void> {
    await this.#backing.plugIn(ext);
    this.happens(name, 'plugs in the SIP phone');
  }

  /** From now on, everything to and from this person's page takes so many ms. */
  setLine({ agentID }: Person, latency: readonly [number, number]): void {
    this.centre.faults.latency(latency, { agentID });
  }

  /** Something that no agent object knows of. */
  happens(who: string, what: string): void {
    this.journal.add({ type: 'other', who, what, state: '', isNewState: false });
  }

  /** Lets everything come to rest, and compares what the pages show with what the server holds true. */
  async compare(): Promise<void> {
    const isAtRest = await this.time.until(() => this.centre.quiet(), seconds(10));
    if (!isAtRest) throw new Unexpected('The call centre does not come to rest.');
    for (const { state, person, label } of this.#desks) {
      if (state.connection !== 'connected') continue;
      const differences = disagreements(state, this.centre.truth(person.agentID)).join(', ');
      if (differences !== '') throw new Unexpected(`${label}'s page is not at what the server holds true: ${differences}`);
      this.tally.comparisons += 1;
    }
  }

  /** Everybody goes home; the switch is not closed by that. */
  dispose(): void {
    this.#report();
    for (const desk of this.#desks) desk.agent.dispose();
  }

  #report(): void {
    for (const customer of this.#customers.values()) customer.watch();
    this.#reporter.report(this.journal.take(), this.time.timeOfDay());
  }
}
