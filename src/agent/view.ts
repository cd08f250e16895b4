import type { AgentSnapshot, CommandName, SubscriptionName } from '../../machines/index.js';
import { project, type AgentState, type Projection } from './agent-state.js';
import type { VendorCodes } from './vendor-words.js';

/**
 * The state as the snapshot shown last has it. It is read when somebody asks:
 * reading asks the chart about every command.
 */
export class View {
  readonly #isSupported: (command: CommandName | SubscriptionName) => boolean;
  readonly #codes: VendorCodes | undefined;
  #snapshot: AgentSnapshot;
  #read: { readonly from: AgentSnapshot; readonly projection: Projection } | null = null;

  constructor(snapshot: AgentSnapshot, isSupported: (command: CommandName | SubscriptionName) => boolean, codes?: VendorCodes) {
    this.#snapshot = snapshot;
    this.#isSupported = isSupported;
    this.#codes = codes;
  }

  show(snapshot: AgentSnapshot): void {
    this.#snapshot = snapshot;
  }

  /** The state; the same reference as the last time if it says the same. */
  get state(): AgentState {
    if (this.#read?.from !== this.#snapshot) {
      const projection = project(this.#snapshot, this.#isSupported, this.#read?.projection ?? null, this.#codes);
      this.#read = { from: this.#snapshot, projection };
    }
    return this.#read.projection.state;
  }
}
