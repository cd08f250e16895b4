import type { AnswerScript } from '../options/floor-options.js';
import { addressKey, type Address } from '../../exchange/index.js';
import type { SimulatedPhone } from './simulated-phone.js';

/** The phones that the simulated exchange knows from the beginning. */
export interface PhoneBookOptions {
  readonly extensions: readonly string[];
  /** Numbers that behave in their own way when called. */
  readonly scripts: ReadonlyMap<string, AnswerScript>;
  /** The reaction of all other numbers. */
  readonly otherwise: AnswerScript;
}

/** All phones. Every number outside exists; extensions are those of the list. */
export class PhoneBook {
  readonly #phones = new Map<string, SimulatedPhone>();
  readonly #options: PhoneBookOptions;

  constructor(options: PhoneBookOptions) {
    this.#options = options;
    for (const ext of options.extensions) this.#add({ kind: 'ext', ext }, 'manual');
  }

  /** The phone at this address, or null if there is none: an extension that is not in the list. */
  find(address: Address): SimulatedPhone | null {
    const known = this.#phones.get(addressKey(address));
    if (known !== undefined) return known;
    if (address.kind === 'ext') return null;
    return this.#add(address, this.#options.scripts.get(address.number) ?? this.#options.otherwise);
  }

  /** All that have an extension. */
  extensions(): readonly SimulatedPhone[] {
    return [...this.#phones.values()].filter(({ address }) => address.kind === 'ext');
  }

  #add(address: Address, script: AnswerScript): SimulatedPhone {
    const phone: SimulatedPhone = {
      address,
      ownRegistered: true,
      webPhone: null,
      script,
      lines: [],
      lastRelease: null,
      keys: '',
    };
    this.#phones.set(addressKey(address), phone);
    return phone;
  }
}
