import { declarationOf } from '../../../src/commands/index.js';
import { COMMANDS } from '../../../src/index.js';
import type { CallCentre, FloorEvent } from '../../simulator/index.js';
import type { AgentClock, AgentStorage, CommandName, QualityLetter } from '../../sobot/index.js';
import type { CommandRecord } from '../history/history.js';
import type { CallOptions } from '../history/recorder.js';
import type { Invariant } from '../invariants/invariant.js';
import type { ReferenceModel } from '../model/reference-model.js';
import type { Name } from '../model/scene.js';
import type { Sight } from '../model/sight.js';
import type { MakeSdk } from '../subject/subject.js';
import type { Computer } from './computer.js';
import { Finding } from './finding.js';
import { COLLEAGUES, CUSTOMERS, nameOf, QUEUE } from './house.js';
import { Journal, type Happening } from './journal.js';
import { Page, type PageObserver } from './page.js';
import { Pace } from './pace.js';
import { refusalIn, STATING } from './statements.js';
import { pageStorage } from './storage.js';
import type { CustomersPhone, World } from './world.js';

/** Commands about calls, of which several may be pending, and whose refusals are told alike: those that a message answers. */
const OF_CALLS: ReadonlySet<CommandName> = new Set(COMMANDS.filter((command) => declarationOf(command).answeredBy === 'event'));

/** How often promises may lead to new commands before the floor is said never to come to rest. */
const MOST_ROUNDS = 100;

export interface FloorSetup {
  readonly makeSdk: MakeSdk;
  readonly world: World;
  /** How far events of one page overtake each other, in ms. */
  readonly overtakeMs: number;
  /** Agents whose calls ring at a second phone, too. */
  readonly ofTwoPhones: readonly Name[];
  readonly invariants: readonly Invariant[];
  readonly observers: readonly PageObserver[];
}

interface Seat {
  readonly computer: Computer | null;
  storage: AgentStorage;
  page: Page;
}

/** A call centre, its people, and the subjects at which its agents work. */
export class Floor {
  readonly world: World;
  readonly centre: CallCentre;
  readonly journal = new Journal();
  readonly pace = new Pace();
  /** The findings made while the clock ran. */
  readonly #found: Finding[] = [];
  readonly #setup: FloorSetup;
  readonly #seats: readonly Seat[];
  /** Those at the seats; steps ask for them all the time. */
  #pages: readonly Page[];
  readonly #byEnd = new Map<string, Page>();
  readonly #stopHearing: () => void;
  /** Something strikes messages and commands on their way. */
  #hasFaults = false;
  /** How long a message has taken by a fault, at most, in ms. */
  #slowest = 0;
  /** Messages may overtake each other. */
  #isOutOfOrder = false;
  /** Refusals with these may state what is not true. */
  readonly #madeUpCodes = new Set<string>();
  #steps = 0;
  /** Pages that sleep without a link. */
  readonly #cutOff = new Set<Page>();
  /** Customers whose last call went to a queue. */
  readonly #queueing = new Set<Name>();

  constructor(setup: FloorSetup) {
    this.#setup = setup;
    this.world = setup.world;
    this.centre = setup.world.centre;
    setup.world.onError((error) => {
      this.#found.push(
        error instanceof Finding ? error : new Finding('a page', 'that a handler or a callback throws nothing', String(error)),
      );
    });
    this.#stopHearing = this.centre.observe((event) => {
      this.#hears(event);
    });
    this.#seats = COLLEAGUES.map(({ agentID }) => {
      const seat = { storage: pageStorage(), computer: setup.world.computer() };
      return { ...seat, page: this.#open(agentID, seat) };
    });
    this.#pages = this.#seats.map(({ page }) => page);
  }

  get clock(): AgentClock {
    return this.world.clock;
  }

  /** How much later than the centre a page has heard of something, at most, in ms. */
  get longestWay(): number {
    return this.world.longestWay + this.#setup.overtakeMs + this.#slowest;
  }

  hasTwoPhones(agentID: Name): boolean {
    return this.#setup.ofTwoPhones.includes(agentID);
  }

  get pages(): readonly Page[] {
    return this.#pages;
  }

  pageAt(index: number): Page {
    const page = this.pages[index % this.#seats.length];
    if (page === undefined) throw new RangeError('There is no such page.');
    return page;
  }

  customer(name: Name): CustomersPhone {
    return this.world.customer(name);
  }

  /** The view of somebody who looks around. */
  get sight(): Sight {
    return {
      agents: this.centre.agentIDs.map((agentID) => this.centre.truth(agentID)),
      customers: CUSTOMERS.map((name) => ({ name, state: this.customer(name).state })),
      isQueueing: [...this.#queueing].some((name) => this.customer(name).state === 'dialing'),
      nameOf,
    };
  }

  /** A customer calls the centre. */
  dials(customer: CustomersPhone, target: string): void {
    if (target === QUEUE) this.#queueing.add(customer.number);
    else this.#queueing.delete(customer.number);
    customer.dial(target);
  }

  get hasFaults(): boolean {
    return this.#hasFaults;
  }

  /**
   * A fault begins.
   *
   * @param isOutOfOrder by it, messages may overtake each other
   * @param errorCode with which commands are refused that nothing is wrong with
   * @param slowest how long a message takes by it, at most, in ms
   */
  suffers(begin: () => void, isOutOfOrder: boolean, errorCode: string | null = null, slowest = 0): void {
    this.#hasFaults = true;
    this.#slowest = Math.max(this.#slowest, slowest);
    if (errorCode !== null) this.#madeUpCodes.add(errorCode);
    this.#isOutOfOrder ||= isOutOfOrder;
    begin();
  }

  /** All faults are over. */
  recovers(): void {
    this.#disorder();
    this.centre.faults.clear();
    this.#hasFaults = false;
    this.#isOutOfOrder = false;
  }

  /** A late message may be taken for news, so it disturbs what a page knows. */
  #disorder(): void {
    if (this.#isOutOfOrder) for (const page of this.pages) page.knowledge.isDisturbed();
  }

  /** Somebody does something, told in these words. */
  begins(words: string): void {
    this.#steps += 1;
    this.#notes('', { kind: 'step', number: this.#steps, words });
  }

  get steps(): number {
    return this.#steps;
  }

  notes(words: string): void {
    this.#notes('', { kind: 'note', words });
  }

  /** A command of the subject is called. */
  call(page: Page, command: CommandName, parameters: unknown, options?: CallOptions): CommandRecord {
    if (page.isAsleep) throw new Error(`agent ${page.agentID} cannot use a computer that sleeps`);
    return page.call(command, parameters, options);
  }

  /** A message that the centre has not sent reaches the page. */
  deliver(page: Page, message: unknown, messageID: string, words: string): void {
    this.#notes(page.agentID, { kind: 'injected', words });
    this.#handIn(page, message, messageID);
  }

  #handIn(page: Page, message: unknown, messageID: string): void {
    for (const error of page.deliver(message, messageID)) {
      this.#found.push(new Finding(`agent ${page.agentID}`, 'that no message makes the page throw', String(error)));
    }
  }

  /** The page is told of the quality of its line, `e` very good to `a` very poor. */
  measures(page: Page, quality: QualityLetter): void {
    const message = { messageID: 'EventJanusLatency', ping: 20, jitter: 2, loss: '0', quality };
    this.notes(`the line of agent ${page.agentID} is measured: quality ${quality}`);
    this.#handIn(page, message, message.messageID);
  }

  /** The page is loaded anew; everything that it has not stored is forgotten. */
  reload(index: number, isStorageKept: boolean): Page {
    const seat = this.#seats[index % this.#seats.length];
    if (seat === undefined) throw new RangeError('There is no such page.');
    const { page: before } = seat;
    before.watch.finish(before.recorder.history, before.state, false);
    before.recorder.stop();
    before.subject.dispose?.();
    this.centre.close(before.sdk);
    this.#byEnd.delete(before.end);
    this.#blames(before);
    if (!isStorageKept) seat.storage = pageStorage();
    seat.page = this.#open(before.agentID, seat);
    this.#pages = this.#seats.map(({ page }) => page);
    // Of what was kept, a page drops what is a day old by its clock.
    seat.page.knowledge.isReloaded(before.knowledge, { isKept: isStorageKept, mayBeDropped: before.wasSet });
    if (before.wasSet) seat.page.knowledge.mistakesTime();
    return seat.page;
  }

  /**
   * The computer of a page falls asleep, and sleeps until `wakes`.
   *
   * @param isCutOff the link breaks, and the service tells all anew on waking; else what is sent to the page arrives then
   */
  fallsAsleep(page: Page, isCutOff: boolean): void {
    if (page.computer === null || page.isAsleep) return;
    page.fallsAsleep();
    if (!isCutOff) return;
    this.centre.faults.disconnect(page.sdk);
    page.knowledge.isDisturbed();
    this.#cutOff.add(page);
  }

  /** The computer of a page wakes, if it sleeps: the messages sent to it arrive, or its link is back. */
  async wakes(page: Page): Promise<void> {
    if (!page.isAsleep) return;
    if (this.#cutOff.delete(page)) this.centre.faults.reconnect(page.sdk);
    for (const error of await page.wakes(() => this.settles())) {
      this.#found.push(new Finding(`agent ${page.agentID}`, 'that a handler or a callback throws nothing', String(error)));
    }
    page.knowledge.mistakesTime();
    page.recorder.look();
  }

  /** The clock of a page's computer is set by so many ms. */
  sets(page: Page, by: number): void {
    page.computer?.set(by);
    // Time that the wall clock alone has gained is sleep to a page; set back, it takes nothing away (contract, section 5).
    if (by > 0) page.knowledge.mistakesTime();
    page.wasSet = true;
  }

  /** The connection of a page is gone for a moment: the service tells it everything anew, if its agent is signed in. */
  blink(page: Page): void {
    const { faults } = this.centre;
    faults.disconnect(page.sdk);
    page.knowledge.isDisturbed();
    faults.reconnect(page.sdk);
  }

  /** Everything under way comes to its end, and no deadline of the model's is about to pass. */
  async rest(model: ReferenceModel | null = null): Promise<void> {
    const { moment, blur } = this.world;
    await this.#untilQuiet();
    if (moment > 0) {
      await this.passes(moment);
      await this.#untilQuiet();
    }
    for (let round = 0; model !== null && round < MOST_ROUNDS; round += 1) {
      const now = this.clock.now();
      const close = model.deadlines.find((deadline) => Math.abs(deadline - now) <= blur);
      if (close === undefined) return;
      await this.passes(close + blur + 1 - now);
      await this.#untilQuiet();
    }
  }

  async #untilQuiet(): Promise<void> {
    this.#disorder();
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      await this.world.untilQuiet();
      await this.world.settles();
      if (this.centre.quiet()) return;
    }
    throw new Finding('the floor', 'that it comes to rest', 'commands without end');
  }

  /** Everything goes on until so many messages and answers have reached the page, or there are no more. */
  async untilArrived(page: Page, count: number): Promise<void> {
    const until = page.arrived + count;
    await this.world.until(() => page.arrived >= until);
  }

  passes(ms: number): Promise<void> {
    return this.world.passes(ms);
  }

  settles(): Promise<void> {
    return this.world.settles();
  }

  /** All deadlines of commands pass. */
  async outlasts(): Promise<void> {
    await this.world.outlasts(() => this.pages.some(({ state }) => state === null || state.pending.length > 0));
  }

  dispose(): void {
    this.#stopHearing();
    for (const page of this.pages) {
      page.recorder.stop();
      page.subject.dispose?.();
    }
    this.world.dispose();
  }

  /** The violations at the page go to the findings. */
  #blames(page: Page): void {
    for (const { invariant, problem } of page.watch.violations) {
      this.#found.push(new Finding(`agent ${page.agentID}`, invariant, problem));
    }
  }

  /** @throws Finding the first that was made so far */
  throwFindings(): void {
    for (const page of this.pages) this.#blames(page);
    const [first] = this.#found;
    if (first !== undefined) throw first;
  }

  #open(agentID: string, { storage, computer }: Omit<Seat, 'page'>): Page {
    const { makeSdk, invariants, observers } = this.#setup;
    const page = new Page({
      agentID,
      centre: this.centre,
      clock: this.clock,
      computer,
      storage,
      hasTwoPhones: this.hasTwoPhones(agentID),
      makeSdk,
      invariants,
      observers,
      notes: (what, state) => {
        this.journal.add({ at: this.clock.now(), who: agentID, what, state });
      },
    });
    this.#byEnd.set(page.end, page);
    return page;
  }

  #hears(event: FloorEvent): void {
    if (event.type === 'exchange' || (event.type === 'end' && event.change === 'opened')) return;
    const page = this.#byEnd.get(event.end) ?? null;
    page?.hears(event, () => {
      this.#hearsLies(page, event);
    });
    // Events at another end of an agent's are no matter of the page's.
    const who = page?.agentID ?? `(${event.agentID ?? 'new'})`;
    this.#notes(who, { kind: 'floor', event });
  }

  /** A refusal that was made up, or is taken for that of another command, states what is not so, or cannot be told to be the refusal of its command. */
  #hearsLies({ knowledge, agentID, state }: Page, event: FloorEvent): void {
    const code = refusalIn(event);
    if (code === null) return;
    const isOfOneOfTwo = event.type === 'message' && (state?.pending ?? []).filter(({ command }) => OF_CALLS.has(command)).length > 1;
    if (!isOfOneOfTwo && !this.#madeUpCodes.has(code)) return;
    if (STATING.has(code)) knowledge.isLiedTo(this.centre.truth(agentID).call?.callID ?? null);
    if (event.type === 'message') knowledge.mayMissRefusal();
  }

  #notes(who: string, what: Happening): void {
    this.journal.add({ at: this.clock.now(), who, what, state: null });
  }
}
