import { createActor, type ActorRefFrom, type InspectionEvent, type Observer } from 'xstate';
import type { AgentEvent, AgentInput, AgentMachine, AgentSnapshot, Emitted } from '../../machines/index.js';
import { PlainEvents } from '../inspection/plain-events.js';
import { chartLogic } from './chart-logic.js';
import { isolated, isolateInspectors } from './isolated.js';
import type { Settlement } from './open-promises.js';

/** Where an event of the machine comes from: what promises end with, and reports name. */
export interface Origin extends Settlement {
  readonly messageID?: string;
}

/** The result of an event. */
export interface Step {
  readonly event: AgentEvent;
  readonly before: AgentSnapshot;
  readonly after: AgentSnapshot;
  readonly emitted: readonly Emitted[];
  readonly origin: Origin;
}

/** An event on its way into the machine, and what is to be done when the machine has dealt with it. */
interface Waiting {
  readonly event: AgentEvent | (() => AgentEvent);
  readonly perform: () => void;
  readonly origin: Origin;
}

const NOTHING = () => undefined;
const NOTHING_EMITTED: readonly Emitted[] = [];

/**
 * The one way into the machine: one event after the other. Events sent
 * re-entrantly, by an observer of the actor, are queued.
 */
export class Runner {
  readonly actor: ActorRefFrom<AgentMachine>;
  #emitted: Emitted[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #onStep: (step: Step, perform: () => void) => void;
  #isSending = false;

  /** `onStep` gets what each event has led to; `perform` is to be called before anybody is told. */
  constructor(
    input: AgentInput,
    inspect: Observer<InspectionEvent> | ((event: InspectionEvent) => void) | undefined,
    onStep: (step: Step, perform: () => void) => void,
  ) {
    this.#onStep = onStep;
    // An agent that nobody inspects pays nothing for it.
    let plainEvents: PlainEvents | undefined;
    const shown = (event: InspectionEvent) => (plainEvents ??= new PlainEvents()).of(event);
    this.actor = createActor(chartLogic(), { input, ...(inspect === undefined ? {} : { inspect: isolated(inspect, shown) }) });
    isolateInspectors(this.actor, shown);
    this.actor.on('*', (emitted) => {
      this.#emitted.push(emitted);
    });
    this.actor.start();
  }

  /** Sends an event, or the one that is made of the state at its turn. */
  send(event: AgentEvent | (() => AgentEvent), origin: Origin = {}, perform: () => void = NOTHING): void {
    this.#waiting.push({ event, perform, origin });
    if (this.#isSending) return;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      this.#deal(next);
    }
  }

  /** Nothing is sent any more, and waiting events are dropped. */
  stop(): void {
    this.#waiting.length = 0;
    this.actor.stop();
  }

  #deal({ event: given, perform, origin }: Waiting): void {
    const before = this.actor.getSnapshot();
    if (before.status !== 'active') return;
    const event = typeof given === 'function' ? given() : given;
    this.#isSending = true;
    try {
      this.actor.send(event);
    } finally {
      this.#isSending = false;
    }
    // An event sent from within this step emits into a list of its own.
    const emitted = this.#emitted.length === 0 ? NOTHING_EMITTED : this.#emitted;
    if (emitted !== NOTHING_EMITTED) this.#emitted = [];
    const step = { event, before, after: this.actor.getSnapshot(), emitted, origin };
    this.#onStep(step, perform);
  }
}
