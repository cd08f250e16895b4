import { Confidential, type AgentContext, type Attributes, type Call, type PendingCommand, type Remembered } from '../../machines/index.js';
import type { Mask } from './mask.js';
import { weigh } from './weight.js';

/** The attributes, whichever copy of this package has made them confidential. */
function attributesOf(details: unknown): Attributes {
  const reveal = (details as { readonly reveal?: unknown } | null)?.reveal;
  if (typeof reveal !== 'function') return {};
  const attributes: unknown = (reveal as () => unknown).call(details);
  return typeof attributes === 'object' && attributes !== null ? (attributes as Attributes) : {};
}

const NOTHING_DECIDED: AgentContext['decided'] = [];

type Roster = AgentContext['roster'];

/** The context copied last, and its copy. */
interface Copied {
  readonly from: AgentContext;
  readonly to: AgentContext;
}

function callsOf({ roster: { call, third, waiting }, transfer }: AgentContext): readonly (Call | null)[] {
  return waiting.length === 0 && transfer === null ? [call, third] : [call, third, transfer?.third ?? null, ...waiting];
}

/**
 * Copies of the data that accompanies the states, without personal data. Unchanged parts keep their copies, so that
 * thousands of steps share what they have in common.
 */
export class MaskedContexts {
  readonly #mask: Mask;
  /** Bytes of the copies made since they were asked for. */
  #bytes = 0;
  #last: Copied | null = null;

  constructor(mask: Mask) {
    this.#mask = mask;
  }

  of(context: AgentContext): AgentContext {
    const last = this.#last;
    if (last?.from === context) return last.to;
    const { roster, pending, side, transfer, remembered } = context;
    const masked: AgentContext = {
      ...context,
      roster: last?.from.roster === roster ? last.to.roster : this.#roster(roster),
      pending: last?.from.pending === pending ? last.to.pending : this.#lanes(pending),
      side: last?.from.side === side ? last.to.side : this.#list(side, (one) => this.#pending(one)),
      decided: NOTHING_DECIDED,
      transfer:
        last?.from.transfer === transfer ? last.to.transfer : transfer && this.#weighed({ ...transfer, third: this.#call(transfer.third) }),
      remembered: last?.from.remembered === remembered ? last.to.remembered : remembered && this.#remembered(remembered),
    };
    this.#bytes += weigh(masked, 1);
    // Parts that are not masked because there is nothing to mask take room all the same.
    for (const part of ['presence', 'network', 'acw', 'lateRejections'] as const)
      if (last?.from[part] !== context[part]) this.#bytes += weigh(context[part], 2);
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
  }

  /** The attributes in a form that may be shown. */
  details(details: unknown): Attributes {
    return this.#mask.attributes(attributesOf(details));
  }

  #remembered(remembered: Remembered): Remembered {
    const { call } = remembered;
    return this.#weighed({
      ...remembered,
      call: call && this.#weighed({ ...call, call: this.#call(call.call), third: call.third && this.#call(call.third) }),
    });
  }

  #roster(roster: Roster): Roster {
    const { call, third, waiting, over } = roster;
    if (over !== this.#last?.from.roster.over) this.#bytes += weigh(over, 1) + weigh(over[0]);
    return this.#weighed({
      ...roster,
      call: call && this.#call(call),
      third: third && this.#call(third),
      waiting: this.#list(waiting, (one) => this.#call(one)),
    });
  }

  /** The call that was copied last; else a copy that shares its attributes with the one before, if it can. */
  #call(call: Call): Call {
    const last = this.#last;
    if (last === null) return this.#weighed({ ...call, details: this.#confidential(call.details) });
    const [before, copies] = [callsOf(last.from), callsOf(last.to)];
    const same = before.indexOf(call);
    if (same >= 0) return copies[same] as Call;
    const akin = before.findIndex((one) => one?.details === call.details);
    return this.#weighed({ ...call, details: copies[akin]?.details ?? this.#confidential(call.details) });
  }

  #lanes(lanes: AgentContext['pending']): AgentContext['pending'] {
    const masked = { ...lanes };
    const last = this.#last;
    for (const lane of Object.keys(lanes) as (keyof typeof lanes)[]) {
      const one = lanes[lane];
      if (one !== null) masked[lane] = last?.from.pending[lane] === one ? last.to.pending[lane] : this.#pending(one);
    }
    return this.#weighed(masked);
  }

  #pending(pending: PendingCommand): PendingCommand {
    const { details } = pending;
    return this.#weighed(details === undefined ? pending : { ...pending, details: this.#confidential(details) });
  }

  #confidential(details: Confidential<Attributes>): Confidential<Attributes> {
    return new Confidential(this.#weighed(this.details(details)), true);
  }

  #list<T>(list: readonly T[], masked: (one: T) => T): readonly T[] {
    return list.length === 0 ? list : this.#weighed(list.map(masked));
  }

  /** Every copy made is counted. */
  #weighed<T>(made: T): T {
    this.#bytes += weigh(made, 1);
    return made;
  }
}
