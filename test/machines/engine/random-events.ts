import type { Random } from '../../../adapters/simulator/time/random.js';
import {
  allCalls,
  BREAKS,
  COMMANDS,
  Confidential,
  deadlinesOf,
  isLegFact,
  partyOf,
  pendingCommands,
  SERVER_FACTS,
  WORK_STATUSES,
  type AgentContext,
  type AgentEvent,
  type Askable,
  type Attributes,
  type Call,
  type CommandName,
  type EndCause,
  type FactRule,
  type LegRef,
  type PendingCommand,
  type Remembered,
  type Roster,
  type ServerFact,
} from '../../../machines/index.js';
import { STATEMENTS } from '../../walk/events.js';
import { DECLARATIONS, type CommandDeclaration } from '../../../src/index.js';

const ASKED = [...BREAKS, 'dnd'] as const;
const NAMED = [...ASKED, 'locked', 'other', null, undefined] as const;
const RULES: readonly FactRule[] = ['late', 'late', 'doubled', 'over', 'otherLeg', 'otherEnd', 'tooMany'];
const CAUSES: readonly EndCause[] = ['busy', 'noAnswer', 'answeredElsewhere'];
const CALL_WORKS = ['dialing', 'ringing', 'talking', 'holding', 'consulting', 'conferencing'] as const;
const BEGINNINGS: ReadonlySet<string> = new Set(['call.dialing', 'call.ringing', 'call.established']);
const GRADES = ['veryGood', 'poor', null] as const;

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
    if (kind < 0.54) return this.#deadline(context);
    if (kind < 0.56)
      return this.#one<AgentEvent>([
        { type: 'connection.heard', at: this.#now },
        { type: 'memory.recalled', at: this.#now, remembered: this.#remembered(context) },
      ]);
    const fact = this.#fact(context);
    if (kind < 0.62) return { type: 'fact.ignored', at: this.#now, rule: this.#one(RULES), fact };
    return fact;
  }

  /** A fact that would confirm a pending command, or lead to where more can happen; null: none of the kind. */
  #likely({ pending, roster }: AgentContext): ServerFact | null {
    const command = this.#one(Object.values(pending));
    const { call, third } = roster;
    if (command === null) return this.#beginning(call);
    if (command.confirmedBy.length === 0) return null;
    const { fact, leg } = this.#one(command.confirmedBy);
    const isThirds = leg === 'consult' || (leg === 'either' && this.#random.next() < 0.5);
    const consulted = third === null ? { callID: call?.callID ?? undefined, partyID: 'third', callType: 'Consult' } : refOf(third);
    return this.#factOf(fact, [isThirds || call === null ? consulted : refOf(call)], roster);
  }

  #beginning(call: Call | null): ServerFact {
    const at = this.#now;
    if (call !== null) return { type: 'call.established', at, leg: refOf(call) };
    const leg = { callID: `talk-${this.#random.between(1, 4)}`, partyID: `party-${this.#random.between(1, 9)}`, callType: 'Inbound' };
    return this.#one<ServerFact>([
      { type: 'connection.established', at },
      { type: 'agent.ready', at },
      { type: 'call.ringing', at, leg },
    ]);
  }

  /** Some of the deadlines under way, whether they are due or not. */
  #deadline(context: AgentContext): AgentEvent {
    const keys = deadlinesOf(context).flatMap(({ key }) => (this.#random.next() < 0.6 ? [key] : []));
    return { type: 'deadline.reached', at: this.#now, keys: this.#random.next() < 0.1 ? [...keys, 'nothing'] : keys };
  }

  /** A memory from before the page was loaded anew: something like what is known now. */
  #remembered({ roster: { call, third }, acw }: AgentContext): Remembered | null {
    if (this.#random.next() < 0.2) return null;
    const known =
      call === null
        ? null
        : {
            call: { ...call, number: 0 },
            third: third && { ...third, number: 0 },
            work: this.#one(CALL_WORKS),
            isThirdAnswered: this.#random.next() < 0.5,
            muted: this.#random.next() < 0.5,
            onHold: this.#one([null, 'customer', 'thirdParty', 'conference'] as const),
          };
    return {
      call: known,
      acw: acw ?? (this.#random.next() < 0.5 ? { since: this.#now, deadline: this.#one([null, this.#now + 5000]) } : null),
    };
  }

  #one<Item>(items: readonly Item[]): Item {
    return items[this.#random.between(0, items.length - 1)] as Item;
  }

  #maybe<Item extends object>(item: Item): Item | object {
    return this.#random.next() < 0.5 ? item : {};
  }

  #seldom<Item extends object>(item: Item): Item | object {
    return this.#random.next() < 0.15 ? item : {};
  }

  /** Attributes that the server may give with an end. */
  #end(): object {
    return {
      ...this.#maybe({ isHandedOver: true }),
      ...this.#seldom({ isAcwOver: true }),
      ...this.#seldom({ cause: this.#one(CAUSES) }),
    };
  }

  #command(name: CommandName): AgentEvent {
    const { lane, needs, answeredBy, confirmedBy, deadline }: CommandDeclaration = DECLARATIONS[name];
    // Without what becomes pending, a command only asks.
    if (this.#random.next() < 0.05) return { type: name };
    const pending: PendingCommand = {
      id: ++this.#id,
      command: name,
      lane,
      needs,
      answeredBy,
      confirmedBy,
      since: this.#now,
      deadline: this.#now + deadline,
      ...this.#maybe({ reason: this.#one([...ASKED, null]) }),
      ...this.#maybe({ seconds: 60 }),
      ...this.#maybe({ details: this.#details() }),
    };
    return { type: name, pending };
  }

  /** The answer to a pending command, to one that is settled, or to none. */
  #answer(context: AgentContext): AgentEvent {
    const ids = pendingCommands(context).map(({ id }) => id);
    const id = this.#one([...ids, ...ids, this.#random.between(0, this.#id + 1)]);
    const at = this.#now;
    if (this.#random.next() < 0.4) return { type: 'command.refused', at, id, ...this.#maybe({ says: this.#one(STATEMENTS) }) };
    const fact = this.#random.next() < 0.5 ? {} : { fact: this.#factOf(this.#one(SERVER_FACTS), [], context.roster) };
    return { type: 'command.accepted', at, id, ...fact };
  }

  #fact({ roster }: AgentContext): ServerFact {
    const known = [...allCalls(roster).map(refOf), ...roster.over.slice(0, 2)];
    return this.#factOf(this.#one(SERVER_FACTS), known, roster);
  }

  #factOf(type: ServerFact['type'], known: readonly LegRef[], roster: Roster): ServerFact {
    const at = this.#now;
    const leg = this.#leg(known);
    if (isLegFact({ type, leg } as { readonly type: string })) {
      return {
        type,
        at,
        leg,
        ...this.#maybe({ details: this.#details() }),
        ...(type === 'call.ringing' ? this.#maybe({ isIncoming: true }) : {}),
        ...(type === 'call.released' ? this.#end() : {}),
        ...(BEGINNINGS.has(type) ? { ...this.#seldom({ isNewOffer: true }), ...this.#seldom({ hasWaited: true }) } : {}),
        ...(type === 'call.established' ? this.#seldom({ wasAnsweredUnheard: true }) : {}),
        ...this.#seldom({ time: at - this.#random.between(0, 3000) }),
      } as ServerFact;
    }
    const named = this.#one(NAMED);
    const reason = named === undefined ? {} : { reason: named };
    switch (type) {
      case 'connection.regained': {
        const status = this.#one([null, ...WORK_STATUSES]);
        const regained = this.#random.next() < 0.7 ? leg : null;
        const numbers = allCalls(roster).flatMap(({ number }) => (this.#random.next() < 0.5 ? [number] : []));
        return {
          type,
          at,
          ...reason,
          status,
          statusIsNews: this.#random.next() < 0.5,
          leg: regained,
          ...this.#maybe({ details: this.#details() }),
          ...this.#seldom({ consultDetails: this.#details() }),
          ...this.#seldom({ statusSince: at - 1000 }),
          ...this.#seldom({ isLoginOutdated: true }),
          ...this.#seldom({ isCallOutdated: true }),
          ...this.#maybe({ outlasting: numbers }),
        };
      }
      case 'agent.ready':
        return { type, at, ...this.#seldom({ predatesAcw: true }) };
      case 'agent.notReady':
        return { type, at, ...reason, ...this.#seldom({ reason: 'none' }), ...this.#seldom({ predatesAcw: true }) } as ServerFact;
      case 'agent.loggedIn':
        return { type, at, ...reason };
      case 'acw.extended':
        return { type, at, ...this.#maybe({ seconds: 30 }) };
      case 'call.error':
        return {
          type,
          at,
          ...this.#maybe({ leg }),
          ...this.#maybe({ refuses: [this.#one(COMMANDS), this.#one(COMMANDS)] }),
          ...this.#maybe({ says: this.#one(STATEMENTS) }),
        };
      case 'network.measured':
        return { type, at, reading: { ping: this.#random.between(1, 3), jitter: 1, loss: '0', quality: this.#one(GRADES) } };
      default:
        return { type, at } as ServerFact;
    }
  }

  /** A leg that is known, one of the same talk, or one that nobody has heard of; any of its ids may be missing. */
  #leg(known: readonly LegRef[]): LegRef {
    const stranger = {
      callID: `talk-${this.#random.between(1, 4)}`,
      partyID: `party-${this.#random.between(1, 9)}`,
      callType: this.#one(['Inbound', 'Outbound', 'Internal', 'Consult']),
    };
    const leg = this.#random.next() < 0.75 && known.length > 0 ? this.#one(known) : stranger;
    const mixed = this.#random.next() < 0.1 ? { ...leg, partyID: stranger.partyID } : leg;
    const left = this.#random.next();
    if (left < 0.08) return { callID: mixed.callID };
    if (left < 0.12) return { partyID: mixed.partyID };
    return mixed;
  }

  #details(): Confidential<Attributes> {
    return new Confidential<Attributes>({
      otherDN: String(this.#random.between(1, 3)),
      attachedData: { step: this.#random.between(1, 2) },
    });
  }
}

const isCommand = (name: Askable): name is CommandName => name !== 'on' && name !== 'off';

function refOf(call: Call): LegRef {
  return { callID: call.callID ?? undefined, partyID: partyOf(call) ?? undefined, callType: call.callType ?? undefined };
}
