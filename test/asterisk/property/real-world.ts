import {
  createCallCentre,
  type CallCentre,
  type Exchange,
  type ExchangeEvent,
  type FloorOptions,
  type Truth,
} from '../../../adapters/simulator/index.js';
import type { AgentState } from '../../../adapters/sobot/index.js';
import { Finding } from '../../../adapters/testing/floor/finding.js';
import type { CustomersPhone, World } from '../../../adapters/testing/floor/world.js';
import { disagreements } from '../stage/agreement-with-switch.js';
import { askLegs, countLeftovers } from '../stage/ari-legs.js';
import { inWords, type SwitchLeg } from '../stage/legs.js';
import { pause, waitUntil } from '../stage/wait.js';
import { unrestOf } from './at-rest.js';
import { Gestures, inHand, QUEUE_NUMBER } from './customers-phone.js';
import type { PropertySwitch } from './property-switch.js';
import { createTurnClock } from './turn-clock.js';

/** Nothing may have been told for so long, in ms. */
const CALM = 30;
/** How often it is looked, in ms. */
const LOOK = 5;
/** Deadlines of commands are shorter than this, in ms. */
const EVERYTHING_IS_OVER = 12_000;

function phoneOf({ phoneType, ext, mobile }: Truth): string | null {
  return phoneType === 'pstn' ? mobile : ext;
}

export interface RealWorldParts {
  readonly pbx: PropertySwitch;
  /** On that PBX. */
  readonly exchange: Exchange;
  readonly floor: FloorOptions;
  /** How long everything may take to come to rest, in ms. */
  readonly patience: number;
}

/** An event that the switch has reported, and when. */
export interface Report {
  readonly at: number;
  readonly event: ExchangeEvent;
}

/** A call centre on a real PBX, in real time. */
export class RealWorld implements World {
  readonly clock = createTurnClock();
  readonly centre: CallCentre;
  readonly moment = 0;
  readonly blur = 750;
  readonly longestWay = 750;
  /** Of the switch, in order. */
  readonly reports: Report[] = [];
  readonly #patience: number;
  readonly #pbx: PropertySwitch;
  readonly #gestures = new Gestures((error) =>
    this.#fail(new Finding('a phone', 'that it does what its user does with it', String(error))),
  );
  readonly #stops: (() => void)[] = [];
  #fail: (error: unknown) => void = () => undefined;
  #lastNews = Date.now();
  #news = 0;
  #legs: readonly SwitchLeg[] = [];

  constructor({ pbx, exchange, floor, patience }: RealWorldParts) {
    this.#patience = patience;
    this.#pbx = pbx;
    this.centre = createCallCentre({
      ...floor,
      queues: (floor.queues ?? []).map((queue) => ({ ...queue, number: QUEUE_NUMBER })),
      latency: [1, 10],
      clock: this.clock,
      exchange,
      onError: (error) => this.#fail(error),
    });
    const news = (): void => {
      this.#news += 1;
      this.#lastNews = Date.now();
    };
    this.#stops.push(
      this.centre.observe((event) => {
        news();
        if (event.type === 'exchange') this.reports.push(event);
      }),
      ...[...pbx.phones.values()].map((phone) => phone.subscribe(news)),
    );
  }

  customer(number: string): CustomersPhone {
    const phone = this.#pbx.phones.get(number);
    if (phone === undefined) throw new Error(`There is no phone ${number}.`);
    return inHand(phone, this.#gestures);
  }

  /** SIP phones have their own buttons, which the sequences press by steps of their own. */
  ownPhone(): null {
    return null;
  }

  /** Phones outside go on in real time, whatever a page does. */
  computer(): null {
    return null;
  }

  onError(listener: (error: unknown) => void): void {
    this.#fail = listener;
  }

  async untilQuiet(): Promise<void> {
    const end = Date.now() + this.#patience;
    for (;;) {
      const unrest = await this.#unrest();
      if (unrest === null) return;
      if (Date.now() > end) throw new Finding('the floor', 'that it comes to rest, and desk, switch and phones agree', unrest);
      await pause(LOOK);
    }
  }

  async until(isSo: () => boolean): Promise<void> {
    while (!isSo() && !this.centre.quiet()) await pause(1);
  }

  async passes(ms: number): Promise<void> {
    await pause(ms);
  }

  async outlasts(isWaiting: () => boolean): Promise<void> {
    const end = Date.now() + EVERYTHING_IS_OVER;
    while (isWaiting() && Date.now() < end) await pause(LOOK);
  }

  async settles(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  contradictions(agentID: string, state: AgentState): readonly string[] {
    const dn = phoneOf(this.centre.truth(agentID)) ?? '';
    // An agent who holds or consults is away from the talk of his call.
    const away = this.#truths.filter(({ work }) => work === 'holding' || work === 'consulting');
    const holders = new Set(away.map((truth) => phoneOf(truth) ?? ''));
    const problems = disagreements({ agentID, state, dn }, { legs: this.#legs, holders });
    return problems.map((problem) => `${problem}; the switch has ${inWords(this.#legs)}`);
  }

  /** The floor is left; calls are ended by `close`. */
  dispose(): void {
    this.#fail = () => undefined;
  }

  /** Everybody hangs up. @throws Finding if the desk or the switch is left with something of a call */
  async close(): Promise<void> {
    try {
      for (const phone of this.#pbx.phones.values()) if (phone.state !== 'idle') this.#gestures.make(() => phone.hangup());
      await this.#untilNothingIsLeft();
    } finally {
      for (const stop of this.#stops) stop();
      this.centre.dispose();
    }
  }

  get #truths(): readonly Truth[] {
    return this.centre.agentIDs.map((agentID) => this.centre.truth(agentID));
  }

  async #untilNothingIsLeft(): Promise<void> {
    const left = async (): Promise<string> => {
      const { legs, calls } = this.centre.counts();
      const { channels, bridges } = await countLeftovers(this.#pbx.ari);
      return [legs, calls, channels, bridges].some((count) => count > 0)
        ? `${legs} legs and ${calls} calls at the desk, ${channels} channels and ${bridges} bridges on the switch`
        : '';
    };
    await waitUntil('nothing is left', async () => (await left()) === '', this.#patience).catch(async () => {
      throw new Finding('the switch', 'that nothing is left when all have hung up', await left());
    });
  }

  async #unrest(): Promise<string | null> {
    const { centre } = this;
    const before = this.#news;
    if (!centre.quiet()) return `the call centre has ${centre.counts().inFlight} things under way`;
    if (this.#gestures.underWay > 0) return 'somebody is doing something with a phone';
    if (Date.now() - this.#lastNews < CALM) return 'there is news all the time';
    const legs = await askLegs(this.#pbx.ari);
    if (this.#news !== before || !centre.quiet()) return 'there is news all the time';
    this.#legs = legs;
    return unrestOf({ legs, known: centre.legs(), truths: this.#truths, phones: [...this.#pbx.phones.values()] });
  }
}
