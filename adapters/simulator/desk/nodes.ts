import type { NodeOptions, StampUnit } from '../options/node-options.js';
import type { Random } from '../time/random.js';

const MS_PER_S = 1000;
const US_PER_MS = 1000;
const MILLION = 1e6;

function written(reading: number, unit: Exclude<StampUnit, 'none'>): number {
  if (unit === 's') return Math.floor(reading / MS_PER_S);
  return Math.floor(unit === 'us' ? reading * US_PER_MS : reading);
}

/** A node of the service, which stamps by its own clock. */
export class ServiceNode {
  readonly #options: NodeOptions;
  readonly #start: number;

  /** @param start when the call centre was made, on its own clock */
  constructor(options: NodeOptions, start: number) {
    this.#options = options;
    this.#start = start;
  }

  /** A moment of the centre's clock under this name, as the node's clock showed it; nothing where the node writes no stamps. */
  stamp<Name extends string>(name: Name, at: number): { readonly [Key in Name]?: number } {
    const { stamps = 'ms' } = this.#options;
    return stamps === 'none' ? {} : ({ [name]: written(this.#reading(at), stamps) } as { [Key in Name]: number });
  }

  #reading(at: number): number {
    const { offsetMs = 0, driftPpm = 0, steps = [] } = this.#options;
    const passed = at - this.#start;
    const set = steps.filter(({ atSeconds }) => atSeconds * MS_PER_S <= passed);
    return at + offsetMs + (passed * driftPpm) / MILLION + set.reduce((sum, { byMs }) => sum + byMs, 0);
  }
}

/** The nodes of the service, one of which stamps each message. */
export class ServiceNodes {
  readonly #random: Random;
  readonly #named = new Map<string, readonly ServiceNode[]>();
  readonly #others: readonly ServiceNode[];

  constructor(options: readonly NodeOptions[], start: number, random: Random) {
    this.#random = random;
    const nodes = options.map((node) => ({ node: new ServiceNode(node, start), events: node.events }));
    for (const { node, events = [] } of nodes) {
      for (const event of events) this.#named.set(event, [...(this.#named.get(event) ?? []), node]);
    }
    this.#others = nodes.filter(({ events }) => events === undefined).map(({ node }) => node);
  }

  /** The node that stamps a message of this name, drawn anew each time where several may. */
  of(messageID: string): ServiceNode {
    const nodes = this.#named.get(messageID) ?? this.#others;
    // No draw where nothing is left to chance.
    const index = nodes.length > 1 ? this.#random.between(0, nodes.length - 1) : 0;
    const node = nodes[index];
    // The options are checked: some node stamps everything that no other one names.
    if (node === undefined) throw new Error(`No node stamps ${messageID}.`);
    return node;
  }
}
