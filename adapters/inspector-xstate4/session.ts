import { machineOf } from './chart/machine.js';
import type { Inspected, InspectedActor, InspectedSnapshot } from './inspected.js';
import type { ToViewer } from './protocol.js';
import { scxmlEvent, stateOf, type Led } from './state.js';

const INIT = { type: 'xstate.init' };

type SnapshotEvent = Extract<Inspected, { type: '@xstate.snapshot' }>;

/** An actor as viewers of XState 4 see it. */
export class Session {
  readonly #actor: InspectedActor;
  #machine: string | undefined;
  #last: SnapshotEvent | null = null;
  #actions: object[] = [];
  #steps: Extract<Inspected, { type: '@xstate.microstep' }>[] = [];

  constructor(actor: InspectedActor) {
    this.#actor = actor;
  }

  /** Whether the actor has a state yet: XState tells of it before. */
  get isReady(): boolean {
    return this.#snapshot().value !== undefined;
  }

  /** Introduces the actor, in its present state. */
  registered(): ToViewer {
    const { id, sessionId, _parent } = this.#actor;
    // The chart never changes; each viewer gets it.
    this.#machine ??= JSON.stringify(machineOf(this.#actor.logic.config ?? { id }));
    const led = { event: this.#last?.event ?? INIT, actions: [], transitions: [], changed: false };
    return {
      type: 'service.register',
      machine: this.#machine,
      state: this.#stateBy(led),
      id,
      sessionId,
      ...(_parent === undefined ? {} : { parent: _parent.sessionId }),
    };
  }

  told({ event }: Extract<Inspected, { type: '@xstate.event' }>): ToViewer {
    return { type: 'service.event', event: JSON.stringify(scxmlEvent(event)), sessionId: this.#actor.sessionId };
  }

  /** Keeps what leads to the next state. */
  note(event: Extract<Inspected, { type: '@xstate.action' | '@xstate.microstep' }>): void {
    if (event.type === '@xstate.action') this.#actions.push(event.action);
    else this.#steps.push(event);
  }

  /** Takes the new state; the message is made when it is asked for. */
  reached(event: SnapshotEvent): () => ToViewer {
    const [actions, steps, before] = [this.#actions, this.#steps, this.#last];
    this.#actions = [];
    this.#steps = [];
    this.#last = event;
    return () => {
      const transitions = steps.flatMap(({ _transitions }) => _transitions);
      const led = { event: event.event, actions, transitions, changed: event.snapshot !== before?.snapshot };
      return { type: 'service.state', state: this.#stateBy(led), sessionId: this.#actor.sessionId };
    };
  }

  #snapshot(): InspectedSnapshot {
    return this.#last?.snapshot ?? this.#actor.getSnapshot();
  }

  #stateBy(led: Led): string {
    return JSON.stringify(stateOf(this.#snapshot(), led, this.#actor.sessionId));
  }
}
