import type { ActorRefLike, Snapshot } from 'xstate';
import { definitionOf } from './definition.js';

/** The attributes of an actor of XState's that a stand-in shows. */
export interface InspectedActor extends ActorRefLike {
  readonly id?: string;
  readonly _parent?: InspectedActor;
  readonly logic?: { readonly config?: unknown };
}

/**
 * Stands for an actor in inspection events, where nothing may be sent by it. A clone has the ids only: not every event
 * is to carry the whole chart.
 */
export class StandIn {
  readonly id: string;
  readonly sessionId: string;
  readonly _parent: StandIn | undefined;
  readonly #actor: InspectedActor;
  readonly #snapshot: () => Snapshot<unknown>;

  constructor(actor: InspectedActor, parent: StandIn | undefined, snapshot: () => Snapshot<unknown>) {
    this.id = actor.id ?? actor.sessionId;
    this.sessionId = actor.sessionId;
    this._parent = parent;
    this.#actor = actor;
    this.#snapshot = snapshot;
  }

  /** Its `config` is the chart; an actor that is no machine has none. */
  get logic(): { readonly config?: object } {
    const config = this.#actor.logic?.config;
    return typeof config === 'object' && config !== null ? { config: definitionOf(config) } : {};
  }

  /** The actor's state when it is asked for, plain. */
  getSnapshot(): Snapshot<unknown> {
    return this.#snapshot();
  }
}

/** Stands for an actor that an inspector hears of for the first time: its snapshot is the one of that time, and a clone has the chart. */
export class Introduction extends StandIn {
  constructor(...given: ConstructorParameters<typeof StandIn>) {
    super(...given);
    Object.defineProperty(this, 'logic', { value: super.logic, enumerable: true });
  }
}
