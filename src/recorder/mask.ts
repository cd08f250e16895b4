import type { RecordedAttributes } from '../agent/vendor-words.js';
import type { Pseudonyms } from './pseudonyms.js';

/** A longer text is not shown: one cut short may end in half a number, which nothing recognises. */
const LONGEST_TEXT = 200;
/** More attributes are left out. */
const MOST_ATTRIBUTES = 40;
const LONGEST_NAME = 40;

/** The names that an agent's own state uses for what holds a number. */
const NUMBERS = /^(otherDN|target)$/;
/** The service's own names for calls and legs. */
const IDS = new Set(['callID', 'partyID']);
/** Business data of the customer. */
const NEVER: Readonly<Record<string, string>> = { attachedData: '[attached data]' };

/** How an attribute of a name is told. */
type Manner = 'never' | 'number' | 'id' | 'shown' | 'kind';

/** Names seen before are remembered; made-up ones must not fill the memory. */
const MANNERS_KEPT = 256;

/** A value of which only the kind may be told. It is not looked into: it may be huge, a cycle, or throw. */
function kindOf(value: unknown): string {
  if (typeof value === 'string') return `[text of ${value.length} characters]`;
  return Array.isArray(value) ? '[list]' : `[${typeof value}]`;
}

function maskedNumber(value: unknown, pseudonyms: Pseudonyms): unknown {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return kindOf(value);
  const number = String(value);
  return number === '' ? '' : number.length > LONGEST_TEXT ? kindOf(number) : pseudonyms.of(number);
}

/**
 * Turns what a recording is told into what it may keep: numbers become
 * pseudonyms, secrets a word in their place, and of attributes that neither the
 * agent nor the vendor's words know it keeps the kind.
 */
export class Mask {
  readonly #pseudonyms: Pseudonyms;
  readonly #numbers: RegExp | undefined;
  readonly #shown: ReadonlySet<string>;
  readonly #never: Readonly<Record<string, string>>;
  readonly #manners = new Map<string, Manner>();

  constructor(pseudonyms: Pseudonyms, { numbers, shown = [], never = {} }: RecordedAttributes = {}) {
    this.#pseudonyms = pseudonyms;
    this.#numbers = numbers;
    this.#shown = new Set(['callType', ...shown]);
    this.#never = { ...NEVER, ...never };
  }

  /** An attribute as it may be kept. */
  attribute(name: string, value: unknown): unknown {
    if (value === undefined || value === null) return value;
    switch (this.#mannerOf(name)) {
      case 'never':
        return this.#never[name];
      case 'number':
        return maskedNumber(value, this.#pseudonyms);
      case 'id':
        return typeof value === 'string' && value.length <= LONGEST_TEXT ? value : kindOf(value);
      case 'shown':
        if (typeof value === 'string') return this.sentence(value);
        return typeof value === 'boolean' || (typeof value === 'number' && value < 10_000) ? value : kindOf(value);
      default:
        return typeof value === 'boolean' ? value : kindOf(value);
    }
  }

  /** Attributes or parameters as they may be kept. Unreadable values are said to be so. */
  attributes(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const masked: Record<string, unknown> = {};
    let left = MOST_ATTRIBUTES;
    for (const name of Object.keys(given)) {
      if (name === '__proto__' || name.length > LONGEST_NAME) continue;
      if (left === 0) break;
      left -= 1;
      // The vendor's names say nothing of anybody; others may.
      masked[this.#mannerOf(name) === 'kind' ? this.#pseudonyms.in(name) : name] = this.#read(given, name);
    }
    return masked;
  }

  /** A sentence as it may be kept. */
  sentence(sentence: string): string {
    return sentence.length > LONGEST_TEXT ? kindOf(sentence) : this.#pseudonyms.in(sentence);
  }

  #read(given: Readonly<Record<string, unknown>>, name: string): unknown {
    try {
      return this.attribute(name, given[name]);
    } catch {
      return '[unreadable]';
    }
  }

  #mannerOf(name: string): Manner {
    const known = this.#manners.get(name);
    if (known !== undefined) return known;
    const manner = this.#foundManner(name);
    if (this.#manners.size < MANNERS_KEPT) this.#manners.set(name, manner);
    return manner;
  }

  #foundManner(name: string): Manner {
    if (Object.hasOwn(this.#never, name)) return 'never';
    if (NUMBERS.test(name) || this.#numbers?.test(name) === true) return 'number';
    return IDS.has(name) ? 'id' : this.#shown.has(name) ? 'shown' : 'kind';
  }
}
