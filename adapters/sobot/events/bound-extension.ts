import { attributesOf, idIn } from './attributes.js';

/**
 * The extension that the agent's phone has, as far as this page has heard: from what a login asks for and is given,
 * and from a regain. By it, news of the agent's phone are told from news of another.
 */
export class BoundExtension {
  #now: string | null = null;

  get now(): string | null {
    return this.#now;
  }

  /** A login asks for an extension, blank being the one of the agent's settings. Returns how to take that back. */
  ask(parameters: unknown): () => void {
    const before = this.#now;
    this.#learn(parameters, 'bindExt');
    const asked = this.#now;
    return () => {
      // A regain may have said better meanwhile.
      if (this.#now === asked) this.#now = before;
    };
  }

  /** Takes the extension that a login has given, where its result says so. */
  grant(result: unknown): void {
    this.#learn(result, 'bindExt');
  }

  /** Takes the extension that a regain names. */
  regain(message: unknown): void {
    try {
      this.#learn(attributesOf(message)['agentStateInfo'], 'thisDN');
    } catch {
      // An unreadable message names no extension.
    }
  }

  #learn(from: unknown, name: string): void {
    try {
      this.#now = idIn(attributesOf(from), name) ?? this.#now;
    } catch {
      // An unreadable value names no extension.
    }
  }
}
