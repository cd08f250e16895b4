import { Confidential, type AgentContext, type Attributes, type Call, type PendingCommand, type Remembered } from '../../machines/index.js';
import { maskedAttributes } from './masked-value.js';
import type { Pseudonyms } from './pseudonyms.js';
import { weigh } from './weight.js';

/** The attributes, whichever copy of this package has made them confidential. */
function attributesOf(details: unknown): Attributes {
  const reveal = (details as { readonly reveal?: unknown } | null)?.reveal;
  if (typeof reveal !== 'function') return {};
  const attributes: unknown = (reveal as () => unknown).call(details);
  return typeof attributes === 'object' && attributes !== null ? (attributes as Attributes) : {};
}

/** The copies made last, by what they are copies of. */
class Copies<T extends object> {
  #last = new Map<T, T>();
  #now = new Map<T, T>();

  /** The copy that there is, or the one that is made. */
  of(original: T, make: (original: T) => T): T {
    let copy = this.#now.get(original) ?? this.#last.get(original);
    copy ??= make(original);
    this.#now.set(original, copy);
    return copy;
  }

  /** What has not been asked for since the last turn is forgotten. */
  turn(): void {
    const last = this.#last;
    this.#last = this.#now;
    last.clear();
    this.#now = last;
  }
}

/**
 * Copies of what accompanies the states, without personal data. What has not changed keeps its copy, so that thousands of
 * steps share what they have in common.
 */
export class MaskedContexts {
  readonly #pseudonyms: Pseudonyms;
  readonly #copies = new Copies();
  /** Bytes of the copies made since they were asked for. */
  #bytes = 0;
  #last: { readonly from: AgentContext; readonly to: AgentContext } | null = null;

  constructor(pseudonyms: Pseudonyms) {
    this.#pseudonyms = pseudonyms;
  }

  of(context: AgentContext): AgentContext {
    if (this.#last?.from === context) return this.#last.to;
    const masked: AgentContext = {
      ...context,
      roster: this.#roster(context.roster),
      pending: this.#copy(context.pending, (pending) => this.#lanes(pending)),
      side: this.#list(context.side, (one) => this.#pending(one)),
      decided: [],
      transfer: context.transfer && this.#copy(context.transfer, (transfer) => ({ ...transfer, third: this.#call(transfer.third) })),
      remembered: context.remembered && this.#remembered(context.remembered),
    };
    this.#bytes += weigh(masked, 1);
    // What is not masked because there is nothing to mask is shared all the same.
    this.#share(context.presence, context.network, context.acw, context.lateRejections, context.roster.over);
    this.#copies.turn();
    this.#last = { from: context, to: masked };
    return masked;
  }

  /** Bytes of what was copied since this was asked last. */
  takeBytes(): number {
    const bytes = this.#bytes;
    this.#bytes = 0;
    return bytes;
  }

  /** Lets go of what was copied last: personal data of the agent's that it would keep otherwise. */
  forget(): void {
    this.#last = null;
    this.#copies.turn();
    this.#copies.turn();
  }

  /** The attributes in a form that may be shown. */
  details(details: unknown): Attributes {
    return maskedAttributes(attributesOf(details), this.#pseudonyms);
  }

  #remembered(remembered: Remembered): Remembered {
    return this.#copy(remembered, ({ call }) => ({
      ...remembered,
      call: call && { ...call, call: this.#call(call.call), third: call.third && this.#call(call.third) },
    }));
  }

  #roster(roster: AgentContext['roster']): AgentContext['roster'] {
    return this.#copy(roster, ({ call, third, waiting }) => ({
      ...roster,
      call: call && this.#call(call),
      third: third && this.#call(third),
      waiting: this.#list(waiting, (one) => this.#call(one)),
    }));
  }

  #call(call: Call): Call {
    return this.#copy(call, () => {
      const details = this.#confidential(call.details);
      return { ...call, details };
    });
  }

  #lanes(lanes: AgentContext['pending']): AgentContext['pending'] {
    const masked = { ...lanes };
    for (const lane of Object.keys(lanes) as (keyof typeof lanes)[]) masked[lane] = lanes[lane] && this.#pending(lanes[lane]);
    return masked;
  }

  #pending(pending: PendingCommand): PendingCommand {
    const { details } = pending;
    return this.#copy(pending, () => (details === undefined ? pending : { ...pending, details: this.#confidential(details) }));
  }

  #confidential(details: Confidential<Attributes>): Confidential<Attributes> {
    const copy = this.#copies.of(details, () => {
      const masked = this.details(details);
      this.#bytes += weigh(masked);
      return new Confidential(masked, true);
    });
    return copy as Confidential<Attributes>;
  }

  #list<T>(list: readonly T[], masked: (one: T) => T): readonly T[] {
    return list.length === 0 ? list : list.map(masked);
  }

  #copy<T extends object>(original: T, make: (original: T) => T): T {
    const copy = this.#copies.of(original, (from) => {
      const made = make(from as T);
      this.#bytes += weigh(made, 1);
      return made;
    });
    return copy as T;
  }

  #share(...parts: readonly (object | null)[]): void {
    for (const part of parts) if (part !== null) this.#copy(part, () => part);
  }
}
