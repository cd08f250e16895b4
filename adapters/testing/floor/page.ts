import { canonicalName, type AgentClock, type AgentState, type AgentStorage, type CommandName } from '../../sobot/index.js';
import type { CallCentre, FloorEvent, SimulatedSdk } from '../../simulator/index.js';
import type { CommandRecord } from '../history/history.js';
import { record, type CallOptions, type Recorder } from '../history/recorder.js';
import { InvariantWatch } from '../invariants/watch.js';
import type { Invariant } from '../invariants/invariant.js';
import { isWatchable, type MakeSdk, type Subject } from '../subject/subject.js';
import { tap, type Wire } from '../subject/wire.js';
import { reachedThrough } from '../subject/reached-through.js';
import type { Computer } from './computer.js';
import { Inbox } from './inbox.js';
import type { Happening } from './journal.js';
import { Knowledge } from './knowledge.js';

const DISPLACED = 'EventAgentConnectionChanged';

/** An observer of the subject at the moment when something reaches it. */
export interface PageObserver {
  beforeCommand(subject: Subject, command: CommandName): void;
  /** `name`: canonical, where it is known. */
  beforeEvent(subject: Subject, name: string): void;
}

export interface PageOptions {
  readonly agentID: string;
  readonly centre: CallCentre;
  /** Of the world. */
  readonly clock: AgentClock;
  /** Null: it runs by the world's clock. */
  readonly computer: Computer | null;
  readonly storage: AgentStorage;
  /** A customer's call may ring at two phones of the agent's. */
  readonly hasTwoPhones: boolean;
  readonly makeSdk: MakeSdk;
  readonly invariants: readonly Invariant[];
  readonly observers: readonly PageObserver[];
  /** Is told what the subject shows, and how its commands end. */
  readonly notes: (what: Happening, state: AgentState | null) => void;
}

/** A page at which an agent works: the subject, on a tapped SDK object. */
export class Page {
  readonly agentID: string;
  readonly sdk: SimulatedSdk;
  readonly wire: Wire;
  readonly subject: Subject;
  readonly recorder: Recorder;
  readonly watch: InvariantWatch;
  readonly knowledge: Knowledge;
  /** The centre's name for this page. */
  readonly end: string;
  /** Messages and answers that have arrived. */
  arrived = 0;
  /** The service knows whose page it is. */
  isIdentified = false;
  readonly computer: Computer | null;
  /** By how much the page's clock was ahead when the after-call work began that it shows, in ms. */
  aheadInAcw = 0;
  /** The clock of its computer was set while the page was there. */
  wasSet = false;
  readonly #inbox = new Inbox();
  readonly #observers: readonly PageObserver[];
  /** When its last login was answered, by the centre's clock. */
  #loggedInAt = -Infinity;

  constructor({ agentID, centre, clock: worldClock, computer, storage, hasTwoPhones, makeSdk, invariants, observers, notes }: PageOptions) {
    this.agentID = agentID;
    this.#observers = observers;
    this.computer = computer;
    const clock = computer ?? worldClock;
    this.knowledge = new Knowledge(
      () => worldClock.now(),
      () => centre.truth(agentID),
      hasTwoPhones,
    );
    this.watch = new InvariantWatch(invariants);
    let end = '';
    const stop = centre.observe((event) => {
      if (event.type === 'end') end = event.end;
    });
    this.sdk = centre.connect();
    stop();
    this.end = end;
    this.wire = tap(reachedThrough(this.sdk, (run) => this.#inbox.leadsTo(run)));
    this.subject = makeSdk(this.wire.sdk, { clock, storage });
    const { watch, knowledge } = this;
    this.recorder = record(this.subject, clock, {
      told: (notification, before) => {
        notes({ kind: 'state' }, notification.state);
        if (before.acw?.deadline == null) this.aheadInAcw = computer?.ahead ?? 0;
        knowledge.shows(notification.state);
        watch.told(notification, before);
      },
      returned: (record) => {
        watch.returned(record);
      },
      ended(record, ending) {
        if (ending.by === 'resolve') notes({ kind: 'ended', words: `${record.command}: done`, isDone: true }, null);
        else if (ending.by === 'reject')
          notes({ kind: 'ended', words: `${record.command}: ${ending.code ?? 'failed'}`, isDone: false }, null);
        watch.ended(record, ending);
      },
      looked: (look) => {
        watch.looked(look);
      },
      heard: (hearing) => {
        watch.heard(hearing);
      },
    });
  }

  /** The state that the subject shows; null for one that shows nothing. */
  get state(): AgentState | null {
    return isWatchable(this.subject) ? this.subject.getSnapshot() : null;
  }

  call(command: CommandName, parameters: unknown, options: CallOptions = {}): CommandRecord {
    for (const observer of this.#observers) observer.beforeCommand(this.subject, command);
    return this.recorder.call(command, parameters, { reached: () => this.wire.reached(command), ...options });
  }

  /** A message that the centre has not sent. @returns what the subject's handlers have thrown */
  deliver(message: unknown, messageID: string): readonly unknown[] {
    this.#seesEvent(messageID, message);
    return this.wire.deliver(message);
  }

  get isAsleep(): boolean {
    return this.computer?.isAsleep === true;
  }

  /** From now on nothing of the page runs, and what is sent to it waits. */
  fallsAsleep(): void {
    this.computer?.sleeps();
    this.#inbox.shuts();
  }

  /** @param turn as of `Inbox` @returns what the subject's handlers and callbacks have thrown */
  async wakes(turn: () => Promise<void>): Promise<readonly unknown[]> {
    this.computer?.wakes();
    return this.#inbox.opens(turn);
  }

  /** Something happens that is meant for this page, or keeps something from it. */
  hears(event: FloorEvent, then: () => void): void {
    // That something is lost, nobody tells it.
    if (event.type === 'lost') this.knowledge.hears(event);
    else {
      this.#inbox.arrives(() => {
        this.#hears(event);
        then();
      });
    }
  }

  /** The message or change that the event is about has not reached the subject yet. */
  #hears(event: FloorEvent): void {
    this.knowledge.hears(event);
    if (event.type === 'message') {
      this.arrived += 1;
      // A login that has crossed with that of another end has come to nothing here, whatever the service made of it.
      const hasCrossed = this.#isLoggingIn() || event.sentAt <= this.#loggedInAt;
      if (event.message.messageID === DISPLACED && hasCrossed) this.knowledge.isDisturbed();
      this.#seesEvent(event.message.messageID, event.message);
    } else if (event.type === 'callback') {
      this.arrived += 1;
      this.recorder.hearsElse();
      if (event.command === 'initAgent' && event.outcome === 'success') this.isIdentified = true;
      if (event.command === 'login' && event.outcome === 'success') this.#loggedInAt = event.at;
    } else if (event.type === 'end' && event.change === 'interrupted') {
      this.recorder.hearsElse();
    }
  }

  #isLoggingIn(): boolean {
    return this.recorder.history.commands.some(
      ({ command, reached, endings }) => command === 'login' && reached > 0 && endings.length === 0,
    );
  }

  #seesEvent(messageID: string, message: unknown): void {
    const name = canonicalName(messageID);
    this.recorder.hears(name, message);
    for (const observer of this.#observers) observer.beforeEvent(this.subject, name);
  }
}
