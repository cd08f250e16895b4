import type { Random } from '../../../adapters/simulator/time/random.js';
import {
  BREAK_REASONS,
  COMMANDS,
  Confidential,
  DND_REASON,
  isLegFact,
  LOCKED_REASON,
  SERVER_FACTS,
  WORK_STATUSES,
  type AgentContext,
  type AgentEvent,
  type Askable,
  type Attributes,
  type CommandName,
  type LegRef,
  type ServerFact,
} from '../../../machines/index.js';
import { STATEMENTS } from '../../walk/events.js';
import { DECLARATIONS, type CommandDeclaration } from '../../../src/index.js';

const REASONS = [...Object.values(BREAK_REASONS), DND_REASON, LOCKED_REASON, 0, null, undefined] as const;
const LETTERS = ['e', 'g', 'p', 'x'] as const;

/** Events as a machine may get them at any moment: likely ones more often, impossible ones too. */
export class RandomEvents {
  readonly #random: Random;
  #now = 1000;
  #id = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** `allowed`: the commands that the chart takes now, which are sent more often than the others. */
  next(context: AgentContext, allowed: readonly Askable[]): AgentEvent {
    this.#now += this.#random.between(0, 3) === 0 ? this.#random.between(0, 40_000) : this.#random.between(0, 900);
    const kind = this.#random.next();
    if (kind < 0.25) return this.#likely(context) ?? this.#fact(context);
    if (kind < 0.4) return this.#command(this.#one(this.#random.next() < 0.7 ? [...allowed.filter(isCommand), 'queryStates'] : COMMANDS));
    if (kind < 0.5) return this.#answer(context);
    if (kind < 0.54) return { type: 'deadline.reached', at: this.#now };
    return this.#fact(context);
  }

  /** What would confirm a command in flight, or lead to where more can happen; null: nothing of the kind. */
  #likely({ requests, call, consult }: AgentContext): ServerFact | null {
    const request = this.#one(Object.values(requests));
    if (request === null) return this.#beginning(call);
    if (request.confirmedBy.length === 0) return null;
    const { fact, leg } = this.#one(request.confirmedBy);
    const isConsult = leg === 'consult' || (leg === 'either' && this.#random.next() < 0.5);
    const third = consult ?? { callID: call?.callID, partyID: 'third', callType: 'Consult' };
    return this.#factOf(fact, [refOf(isConsult ? third : (call ?? third))]);
  }

  #beginning(call: AgentContext['call']): ServerFact {
    const at = this.#now;
    if (call !== null) return { type: 'call.established', at, leg: refOf(call) };
    const leg = { callID: `talk-${this.#random.between(1, 4)}`, partyID: `party-${this.#random.between(1, 9)}`, callType: 'Inbound' };
    return this.#one<ServerFact>([{ type: 'connection.established', at }, { type: 'agent.ready', at }, { type: 'call.ringing', at, leg }]);
  }

  #one<Item>(items: readonly Item[]): Item {
    return items[this.#random.between(0, items.length - 1)] as Item;
  }

  #maybe<Item extends object>(item: Item): Item | object {
    return this.#random.next() < 0.5 ? item : {};
  }

  #command(name: CommandName): AgentEvent {
    const { lane, needs, answeredBy, confirmedBy, deadline }: CommandDeclaration = DECLARATIONS[name];
    // Without a request, a command only asks.
    if (this.#random.next() < 0.05) return { type: name };
    const request = {
      id: ++this.#id,
      command: name,
      lane,
      needs,
      answeredBy,
      confirmedBy,
      since: this.#now,
      deadline: this.#now + deadline,
      ...this.#maybe({ reasonCode: this.#one(REASONS.filter((code) => code !== undefined)) }),
      ...this.#maybe({ seconds: 60 }),
      ...this.#maybe({ details: this.#details() }),
    };
    return { type: name, request };
  }

  /** The answer to a command in flight, to one that has ended, or to none. */
  #answer({ requests, queries }: AgentContext): AgentEvent {
    const inFlight = [...Object.values(requests), ...queries].flatMap((request) => request?.id ?? []);
    const id = this.#one([...inFlight, ...inFlight, this.#random.between(0, this.#id + 1)]);
    if (this.#random.next() < 0.4) return { type: 'request.failed', at: this.#now, id };
    const fact = this.#random.next() < 0.5 ? {} : { fact: this.#factOf(this.#one(SERVER_FACTS), []) };
    return { type: 'request.succeeded', at: this.#now, id, ...fact };
  }

  #fact({ call, consult, ended }: AgentContext): ServerFact {
    const known = [call, consult, ...ended.slice(0, 2)].flatMap((leg) => (leg === null ? [] : [refOf(leg)]));
    return this.#factOf(this.#one(SERVER_FACTS), known);
  }

  #factOf(type: ServerFact['type'], known: readonly LegRef[]): ServerFact {
    const at = this.#now;
    const leg = this.#leg(known);
    if (isLegFact({ type, leg } as { readonly type: string })) {
      return {
        type,
        at,
        leg,
        ...this.#maybe({ details: this.#details() }),
        ...(type === 'call.ringing' ? this.#maybe({ isIncoming: true }) : {}),
        ...(type === 'call.released' ? this.#maybe({ isHandedOver: true }) : {}),
      } as ServerFact;
    }
    const reasonCode = this.#one(REASONS);
    const reason = reasonCode === undefined ? {} : { reasonCode };
    switch (type) {
      case 'connection.regained': {
        const status = this.#one([null, ...WORK_STATUSES]);
        const regained = this.#random.next() < 0.7 ? leg : null;
        return { type, at, ...reason, status, statusIsNews: this.#random.next() < 0.5, leg: regained, ...this.#maybe({ details: this.#details() }) };
      }
      case 'agent.ready':
        return { type, at, ...this.#maybe({ predatesAcw: true }) };
      case 'agent.notReady':
      case 'agent.loggedIn':
        return { type, at, ...reason } as ServerFact;
      case 'acw.extended':
        return { type, at, ...this.#maybe({ seconds: 30 }) };
      case 'call.error':
        return { type, at, ...this.#maybe({ leg }), ...this.#maybe({ refuses: [this.#one(COMMANDS), this.#one(COMMANDS)] }), ...this.#maybe({ says: this.#one(STATEMENTS) }) };
      case 'network.measured':
        return { type, at, reading: { ping: this.#random.between(1, 3), jitter: 1, loss: '0', quality: this.#one(LETTERS) as 'e' } };
      default:
        return { type, at } as ServerFact;
    }
  }

  /** A leg that is known, one of the same talk, or one that nobody has heard of; any of its ids may be missing. */
  #leg(known: readonly LegRef[]): LegRef {
    const stranger = { callID: `talk-${this.#random.between(1, 4)}`, partyID: `party-${this.#random.between(1, 9)}`, callType: this.#one(['Inbound', 'Outbound', 'Internal', 'Consult']) };
    const leg = this.#random.next() < 0.75 && known.length > 0 ? this.#one(known) : stranger;
    const mixed = this.#random.next() < 0.1 ? { ...leg, partyID: stranger.partyID } : leg;
    const left = this.#random.next();
    if (left < 0.08) return { callID: mixed.callID };
    if (left < 0.12) return { partyID: mixed.partyID };
    return mixed;
  }

  #details(): Confidential<Attributes> {
    return new Confidential<Attributes>({ otherDN: String(this.#random.between(1, 3)), attachedData: { step: this.#random.between(1, 2) } });
  }
}

const isCommand = (name: Askable): name is CommandName => name !== 'on' && name !== 'off';

type Ids = { readonly [Name in keyof LegRef]?: LegRef[Name] | null };

function refOf(leg: Ids): LegRef {
  return { callID: leg.callID ?? undefined, partyID: leg.partyID ?? undefined, callType: leg.callType ?? undefined };
}
