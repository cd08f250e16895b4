import type { ActorRefLike, AnyTransitionDefinition, InspectionEvent, Snapshot } from 'xstate';
import { plain } from './plain.js';
import { plainSnapshot } from './plain-snapshot.js';
import { plainTransition } from './plain-transition.js';
import { Introduction, StandIn, type InspectedActor } from './stand-in.js';

/** An actor that is still being made has no snapshot. */
const NOT_YET = { status: 'active', output: undefined, error: undefined } as const satisfies Snapshot<unknown>;

/** All that the events of any type may have. */
interface AnyInspectionEvent {
  readonly type: InspectionEvent['type'];
  readonly rootId: string;
  readonly actorRef: ActorRefLike;
  readonly sourceRef?: ActorRefLike | undefined;
  readonly event?: object;
  readonly snapshot?: Snapshot<unknown>;
  readonly action?: object;
  readonly _transitions?: readonly AnyTransitionDefinition[];
}

/** The copies that inspectors get; they belong to nobody but them. */
type Copies<Copy> = WeakMap<object, Copy>;

/**
 * Makes XState's inspection events plain: masked, without functions and circles, so that every inspector can send them
 * on. Everything is copied once, however many inspectors there are, and a snapshot not before it is read.
 */
export class PlainEvents {
  readonly #events: Copies<InspectionEvent> = new WeakMap();
  readonly #contents: Copies<unknown> = new WeakMap();
  readonly #snapshots: Copies<Snapshot<unknown>> = new WeakMap();
  readonly #standIns: Copies<StandIn> = new WeakMap();
  /** The first snapshot of each actor, as XState has it. */
  readonly #firsts = new WeakMap<object, Snapshot<unknown>>();

  /** The event as inspectors get it. */
  readonly of = (event: InspectionEvent): InspectionEvent => {
    const actor: InspectedActor = event.actorRef;
    const snapshot = this.#firsts.has(actor) ? undefined : snapshotOf(actor);
    if (snapshot !== undefined) this.#firsts.set(actor, snapshot);
    return once(this.#events, event, () => this.#copy(event));
  };

  #copy({ type, rootId, actorRef, sourceRef, event, action, snapshot, _transitions }: AnyInspectionEvent): InspectionEvent {
    const isIntroduction = type === '@xstate.actor';
    const copy = { type, rootId, actorRef: isIntroduction ? this.#introductionOf(actorRef) : this.#standInFor(actorRef) };
    if (type === '@xstate.event') Object.assign(copy, { sourceRef: sourceRef && this.#standInFor(sourceRef) });
    if (event !== undefined) Object.assign(copy, { event: once(this.#contents, event, () => plain(event)) });
    if (action !== undefined) Object.assign(copy, { action: plain(action) });
    if (snapshot !== undefined) lazily(copy, 'snapshot', () => this.#plainSnapshot(snapshot));
    if (_transitions !== undefined) lazily(copy, '_transitions', () => _transitions.map(plainTransition));
    return copy as unknown as InspectionEvent;
  }

  #standInFor(actor: InspectedActor): StandIn {
    return once(this.#standIns, actor, () => new StandIn(actor, this.#parentOf(actor), () => this.#plainSnapshot(snapshotOf(actor))));
  }

  #introductionOf(actor: InspectedActor): Introduction {
    const found = snapshotOf(actor);
    return new Introduction(actor, this.#parentOf(actor), () => this.#plainSnapshot(found ?? this.#firsts.get(actor)));
  }

  #parentOf({ _parent }: InspectedActor): StandIn | undefined {
    return _parent && this.#standInFor(_parent);
  }

  #plainSnapshot(snapshot: Snapshot<unknown> = NOT_YET): Snapshot<unknown> {
    return once(this.#snapshots, snapshot, () => plainSnapshot(snapshot));
  }
}

function once<Copy>(copies: Copies<Copy>, of: object, make: () => Copy): Copy {
  const known = copies.get(of);
  if (known !== undefined) return known;
  const made = make();
  copies.set(of, made);
  return made;
}

/** Makes the attribute when it is read. */
function lazily(object: object, name: string, make: () => unknown): void {
  Object.defineProperty(object, name, { get: make, enumerable: true, configurable: true });
}

/** XState throws, or has none, while the actor is being made. */
function snapshotOf(actor: InspectedActor): Snapshot<unknown> | undefined {
  try {
    return actor.getSnapshot() as Snapshot<unknown> | undefined;
  } catch {
    return undefined;
  }
}
