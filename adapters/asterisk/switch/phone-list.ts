import type { Address, ExchangeEvent, Reachability } from '../../exchange/index.js';

/** The phones that have an extension, and whether the PBX can reach them. */
export class PhoneList {
  readonly #online = new Map<string, boolean>();
  readonly #emit: (event: ExchangeEvent) => void;
  readonly #isExtension: (name: string) => boolean;

  constructor(emit: (event: ExchangeEvent) => void, isExtension: (name: string) => boolean) {
    this.#emit = emit;
    this.#isExtension = isExtension;
  }

  reachable(address: Address): Reachability {
    if (address.kind === 'number') return 'available';
    const online = this.#online.get(address.ext);
    if (online === undefined) return 'unknown';
    return online ? 'available' : 'unregistered';
  }

  /** Takes over the whole list, as `read` gets it from the PBX. The first time, nothing of it is news. */
  async load(read: () => Promise<ReadonlyMap<string, boolean>>): Promise<void> {
    const all = await read();
    if (this.#online.size === 0) for (const [ext, online] of all) if (this.#isExtension(ext)) this.#online.set(ext, online);
    for (const [ext, online] of all) this.report(ext, online);
    for (const ext of [...this.#online.keys()]) {
      if (all.has(ext)) continue;
      this.report(ext, false);
      this.#online.delete(ext);
    }
  }

  /** The PBX is out of reach, and every phone with it. */
  lose(): void {
    for (const ext of this.#online.keys()) this.report(ext, false);
  }

  /** The PBX tells, perhaps again, whether it can reach a phone. */
  report(ext: string, online: boolean): void {
    if (!this.#isExtension(ext)) return;
    const before = this.#online.get(ext) ?? false;
    this.#online.set(ext, online);
    if (before !== online) this.#emit({ type: online ? 'registered' : 'unregistered', ext });
  }
}
