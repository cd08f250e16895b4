import type { Agenda, Task } from '../time/agenda.js';
import type { Page } from './page.js';

type Range = readonly [number, number];

/** Runs what was on its way if it arrives, or `lost` if the connection was cut meanwhile. */
export interface Parcel {
  readonly arrive: () => void;
  readonly lost: () => void;
}

/**
 * The two channels of each page, like those of a websocket: first in, first out, however long each
 * message takes; everything on its way when the connection is cut is lost.
 */
export class Channels {
  readonly #agenda: Agenda;
  readonly #usual: Range;
  readonly #overtakeMs: number;
  readonly #latencyOf = new Map<string, Range>();
  #latency: Range;

  constructor(agenda: Agenda, { latency, overtakeMs }: { readonly latency: Range; readonly overtakeMs: number }) {
    this.#agenda = agenda;
    this.#overtakeMs = overtakeMs;
    this.#usual = latency;
    this.#latency = latency;
  }

  setLatency(range: Range, agentID?: string): void {
    if (agentID === undefined) this.#latency = range;
    else this.#latencyOf.set(agentID, range);
  }

  resetLatency(): void {
    this.#latency = this.#usual;
    this.#latencyOf.clear();
  }

  /** How long something takes for this page, drawn anew each time. */
  travelTime(page: Page): number {
    return page.random.between(...(this.#latencyOf.get(page.agentID ?? '') ?? this.#latency));
  }

  up(page: Page, parcel: Parcel): void {
    page.lastUp = Math.max(page.lastUp, this.#agenda.now() + this.travelTime(page));
    this.#schedule(page, page.lastUp, parcel);
  }

  /** Down, in the order of sending. */
  down(page: Page, parcel: Parcel): void {
    page.lastInOrder = Math.max(page.lastInOrder, this.#agenda.now() + this.travelTime(page));
    this.#bring(page, page.lastInOrder, parcel);
  }

  /** An event down: after everything that was sent before, but for the events that it may overtake. */
  eventDown(page: Page, parcel: Parcel): void {
    if (this.#overtakeMs === 0) {
      this.down(page, parcel);
      return;
    }
    const sent = this.#agenda.now();
    const passed = page.overtakable.filter((event) => event.sent < sent - this.#overtakeMs);
    page.lastPassed = Math.max(page.lastPassed, ...passed.map(({ due }) => due));
    const own = sent + this.travelTime(page) + page.random.between(0, this.#overtakeMs);
    const due = Math.max(page.lastInOrder, page.lastPassed, own);
    page.overtakable = [...page.overtakable.filter((event) => !passed.includes(event)), { sent, due }];
    this.#bring(page, due, parcel);
  }

  /** Down from this side of a broken link, in the order of sending. */
  echo(page: Page, arrive: () => void): void {
    page.lastInOrder = Math.max(page.lastInOrder, this.#agenda.now() + this.travelTime(page));
    page.lastDown = Math.max(page.lastDown, page.lastInOrder);
    this.#agenda.at(page.lastInOrder, 'transit', () => {
      if (!page.closed) arrive();
    });
  }

  /** Down, but out of order: when its own time has come. */
  aside(page: Page, ms: number, parcel: Parcel): Task {
    return this.#schedule(page, this.#agenda.now() + ms, parcel);
  }

  /** Down, together with what was sent last. */
  afterLast(page: Page, ms: number, parcel: Parcel): Task {
    return this.#schedule(page, page.lastDown + ms, parcel);
  }

  #bring(page: Page, due: number, parcel: Parcel): void {
    page.lastDown = Math.max(page.lastDown, due);
    this.#schedule(page, due, parcel);
  }

  #schedule(page: Page, due: number, { arrive, lost }: Parcel): Task {
    const { connection, up } = page;
    return this.#agenda.at(due, 'transit', () => {
      if (up && page.up && page.connection === connection) arrive();
      else lost();
    });
  }
}
