import type { StateConfig } from './config.js';

/** A state of the chart with where it stands. */
export class Place {
  readonly id: string;
  readonly states: ReadonlyMap<string, Place>;
  readonly #byId: Map<string, Place>;

  constructor(
    readonly config: StateConfig,
    readonly path: readonly string[] = [],
    readonly parent: Place | null = null,
  ) {
    const root: Place = parent?.root ?? this;
    this.#byId = parent === null ? new Map<string, Place>() : parent.#byId;
    this.id = config.id ?? [root.id, ...path].join('.');
    this.#byId.set(this.id, this);
    this.states = new Map(Object.entries(config.states ?? {}).map(([key, state]) => [key, new Place(state, [...path, key], this)]));
  }

  get root(): Place {
    return this.parent?.root ?? this;
  }

  /** The id of the state that a target of this state's means, by XState 5's rules; XState 4 knows no path behind an id. */
  idOf(target: string): string {
    const [first = '', ...rest] = target.split('.');
    if (first.startsWith('#')) return this.#byId.get(first.slice(1))?.below(rest)?.id ?? target.slice(1);
    const place = first === '' ? this.below(rest) : this.parent?.below([first, ...rest]);
    return place?.id ?? target;
  }

  below(path: readonly string[]): Place | undefined {
    return path.reduce<Place | undefined>((place, key) => place?.states.get(key), this);
  }

  /** Whether the state is this one, or within it. */
  has(id: string): boolean {
    for (let place = this.#byId.get(id) ?? null; place !== null; place = place.parent) {
      if (place === this) return true;
    }
    return false;
  }
}
