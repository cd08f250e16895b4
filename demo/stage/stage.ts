import { createCallCentre, type CallCentre } from '../../adapters/simulator/index.js';
import type { Person, Stranger } from '../cast.js';
import { FLOOR } from '../floor.js';
import { Timeline } from '../timeline/timeline.js';
import { Unexpected } from '../unexpected.js';
import { Desk } from './desk.js';
import { disagreements } from './disagreements.js';
import { Journal } from './journal.js';
import { PageStorage } from './page-storage.js';
import { Reporter } from './reporter.js';
import { SimulatedTime } from './simulated-time.js';
import { Tally } from './tally.js';
import { CustomerTelephone, Telephone } from './telephone.js';
import { seconds, timeOfDay, type Time } from './time.js';

export interface StageOptions {
  readonly timeline: Timeline;
  /** Epoch ms at which the day begins. */
  readonly start: number;
  readonly pace: number | null;
}

/** Where the day takes place: the call centre, its time, and who has come. */
export class Stage {
  readonly time: Time;
  readonly centre: CallCentre;
  readonly timeline: Timeline;
  readonly journal = new Journal();
  readonly tally = new Tally();
  readonly #desks = new Set<Desk>();
  readonly #customers = new Map<Stranger, CustomerTelephone>();
  readonly #reporter: Reporter;

  constructor({ timeline, start, pace }: StageOptions) {
    const time = new SimulatedTime(start, pace);
    this.time = time;
    this.timeline = timeline;
    this.#reporter = new Reporter(timeline);
    this.centre = createCallCentre({ ...FLOOR, clock: time.clock });
    this.centre.observe((event) => this.tally.count(event));
    time.centre = this.centre;
    time.onStep = () => this.#report();
  }

  /** Opens a page with a guarded agent; `storage` is that of a page that was there before. */
  openPage(person: Person, { label = person.name, storage = new PageStorage() } = {}): Desk {
    const desk = new Desk(this, person, label, storage);
    this.#desks.add(desk);
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
    const phone = new CustomerTelephone(this, stranger.name, this.centre.customer(stranger.number));
    this.#customers.set(stranger, phone);
    return phone;
  }

  /** The SIP phone on this person's desk. */
  deskPhone({ name, ext }: Person): Telephone {
    return new Telephone(this, name, this.centre.device(ext));
  }

  plugIn({ name, ext }: Person): void {
    this.centre.device(ext).register();
    this.happens(name, 'plugs in the SIP phone');
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

  /** Everybody goes home. */
  dispose(): void {
    this.#report();
    for (const desk of this.#desks) desk.agent.dispose();
    this.centre.dispose();
  }

  #report(): void {
    for (const customer of this.#customers.values()) customer.watch();
    this.#reporter.report(this.journal.take(), timeOfDay(this.time.now()));
  }
}
