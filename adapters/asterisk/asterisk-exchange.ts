import type { Address, Clock, DialRequest, Done, Exchange, ExchangeEvent, LegView, Reachability, ReleaseCause } from '../exchange/index.js';
import type { AriClient } from './ari/ari-client.js';
import type { AriEvent } from './ari/ari-event.js';
import { readPhones } from './link/inventory.js';
import type { Link, LinkHooks, LinkState } from './link/link.js';
import { answer } from './operations/answer.js';
import { connect } from './operations/connect.js';
import { dial } from './operations/dial.js';
import { hold, retrieve } from './operations/hold.js';
import { lookAfter } from './operations/music.js';
import { exchangeErrorOf, type Asking, type Control } from './operations/operation.js';
import { release } from './operations/release.js';
import { sendKeys, setMuted } from './operations/voice.js';
import { CAUSE_CODES } from './switch/causes.js';
import { Conversations } from './switch/conversations.js';
import { Expectations } from './switch/expectations.js';
import { Lanes } from './switch/lanes.js';
import { viewOf, type Leg } from './switch/leg.js';
import { LegBook } from './switch/leg-book.js';
import { OwnTimers } from './switch/own-timers.js';
import { PhoneList } from './switch/phone-list.js';
import { takeReport } from './switch/reports.js';
import { tellReleased, type SwitchState } from './switch/switch-state.js';

/** How long a leg that has left the application may take to be over, in ms, before it counts as taken over. */
const LEAVING = 1000;

export interface AsteriskExchangeOptions extends Pick<Control, 'app' | 'talk' | 'idOf' | 'dialStrings'> {
  readonly ari: AriClient;
  readonly clock: Clock;
  readonly isExtension: (name: string) => boolean;
  /** How long the PBX may take to report what was asked for, in ms. */
  readonly patience: number;
  /** Makes the connection, which is not open yet. */
  readonly createLink: (hooks: LinkHooks) => Link;
  /** Lets go of whatever else there is. */
  readonly onClose: () => void;
}

/** The port, on a real PBX. Its events are made from the reports of the PBX. */
export class AsteriskExchange implements Exchange {
  readonly #options: AsteriskExchangeOptions;
  readonly #link: Link;
  readonly #timers: OwnTimers;
  readonly #state: SwitchState;
  readonly #control: Control;
  readonly #lanes = new Lanes();
  readonly #listeners = new Set<(event: ExchangeEvent) => void>();
  /** The events told before anybody listened, or null: a call that comes in then must not wait for ever. */
  #unheard: ExchangeEvent[] | null = [];
  #pending = 0;

  constructor(options: AsteriskExchangeOptions) {
    const { ari, clock, patience, app, talk, idOf, dialStrings } = options;
    const emit = (event: ExchangeEvent): void => {
      this.#unheard?.push(event);
      for (const listener of [...this.#listeners]) listener(event);
    };
    this.#options = options;
    this.#timers = new OwnTimers(clock);
    this.#link = options.createLink({
      onEvent: (event) => this.#take(event),
      onLost: () => this.#lose(),
      onFound: () => this.#state.phones.load(() => readPhones(ari)),
    });
    this.#state = {
      clock: this.#timers,
      emit,
      legs: new LegBook(),
      conversations: new Conversations(),
      phones: new PhoneList(emit, options.isExtension),
      expectations: new Expectations(this.#timers, patience),
      lookAfter: (conversation) => {
        const task = (): Promise<void> => lookAfter(this.#control, conversation);
        // Nobody waits for it; a PBX that is gone has no music either.
        void this.#lanes.run([conversation.id], task).catch(() => undefined);
      },
    };
    this.#control = { state: this.#state, ari, talk, idOf, app, dialStrings };
  }

  get link(): LinkState {
    return this.#link.state;
  }

  /** Connects for the first time. @throws AsteriskError that says what to do */
  open(): Promise<void> {
    return this.#link.open();
  }

  async close(): Promise<void> {
    this.#options.onClose();
    await this.#link.close();
    this.#state.expectations.close({ cause: 'unreachable' });
    this.#timers.close();
  }

  subscribe(listener: (event: ExchangeEvent) => void): () => void {
    this.#listeners.add(listener);
    const unheard = this.#unheard ?? [];
    this.#unheard = null;
    if (unheard.length > 0) queueMicrotask(() => unheard.forEach((event) => listener(event)));
    return () => {
      this.#listeners.delete(listener);
    };
  }

  reachable(address: Address): Reachability {
    return this.#state.phones.reachable(address);
  }

  dial(request: DialRequest, done: Done): void {
    this.#operate([`channel ${request.leg}`], done, dial(this.#control, request));
  }

  answer(leg: string, done: Done): void {
    this.#operate([leg], done, answer(this.#control, leg));
  }

  // It waits for nothing but that there is a channel: a leg can be ended in the middle of everything.
  release(leg: string, cause: ReleaseCause, done: Done): void {
    this.#operate([`channel ${leg}`], done, release(this.#control, leg, cause));
  }

  connect(conversation: string, legs: readonly string[], done: Done): void {
    this.#operate([conversation, ...legs], done, connect(this.#control, conversation, legs));
  }

  hold(conversation: string, leg: string, done: Done): void {
    this.#operate([conversation, leg], done, hold(this.#control, conversation, leg));
  }

  retrieve(conversation: string, leg: string, done: Done): void {
    this.#operate([conversation, leg], done, retrieve(this.#control, conversation, leg));
  }

  mute(leg: string, done: Done): void {
    this.#operate([leg], done, setMuted(this.#control, leg, true));
  }

  unmute(leg: string, done: Done): void {
    this.#operate([leg], done, setMuted(this.#control, leg, false));
  }

  sendKeys(leg: string, keys: string, done: Done): void {
    this.#operate([leg], done, sendKeys(this.#control, leg, keys));
  }

  legs(): readonly LegView[] {
    return this.#state.legs.all().map(viewOf);
  }

  pending(): number {
    return this.#pending;
  }

  dispose(): void {
    void this.close();
  }

  #take(event: AriEvent): void {
    const { ari } = this.#options;
    const ask = (method: 'POST' | 'DELETE', path: string): void => {
      // The channel may be gone before the PBX reads this.
      ari.request(method, path).catch(() => undefined);
    };
    takeReport(this.#state, event, {
      arrived: ({ channel }) => ask('POST', `/channels/${channel}/ring`),
      stray: (channel) => ask('DELETE', `/channels/${channel}`),
      takenBack: ({ id }, conversation) => {
        this.retrieve(conversation, id, () => undefined);
      },
      taken: (leg: Leg) => {
        this.#timers.setTimeout(() => {
          if (!leg.inApp) tellReleased(this.#state, leg, CAUSE_CODES.normal);
        }, LEAVING);
      },
    });
  }

  /** The PBX is out of reach: for all that is known, every call and every phone is gone. */
  #lose(): void {
    this.#state.expectations.fail({ cause: 'unreachable' });
    for (const leg of this.#state.legs.all()) tellReleased(this.#state, leg, CAUSE_CODES.lost);
    this.#state.phones.lose();
  }

  #operate(keys: readonly string[], done: Done, ask: Asking): void {
    this.#pending += 1;
    const end: Done = (error) => {
      this.#pending -= 1;
      done(error);
    };
    const run = async (): Promise<void> => {
      const expectation = await this.#lanes.run(keys, async () => {
        // In an object, or waiting for it would keep the lane.
        return { waitedFor: this.#link.state === 'up' ? await ask() : null };
      });
      if (expectation.waitedFor === null) end({ cause: 'unreachable' });
      else end(await expectation.waitedFor?.outcome);
    };
    run().catch((error: unknown) => end(exchangeErrorOf(error)));
  }
}
