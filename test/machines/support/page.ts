import { createActor, type ActorRefFrom } from 'xstate';
import {
  agentMachine,
  ClockDifference,
  FactOrder,
  pendingCommands,
  readState,
  type AgentEvent,
  type AgentInput,
  type Arrival,
  type CommandName,
  type Emitted,
  type LegRef,
  type ServerFact,
} from '../../../machines/index.js';
import type { Intent } from '../../../src/commands/declaration.js';
import { declarationOf } from '../../../src/commands/index.js';

/** Epoch ms at which a page is opened. */
export const START = 1_700_000_000_000;

/** Legs by their short names: `1` is call 1, `1b` another leg of it, `C` a consult's, `Cx` another third party's. */
export const LEGS: Readonly<Record<string, LegRef>> = {
  1: { callID: '1', partyID: 'a', callType: 'Inbound' },
  '1b': { callID: '1', partyID: 'b', callType: 'Inbound' },
  2: { callID: '2', partyID: 'c', callType: 'Inbound' },
  3: { callID: '3', partyID: 'd', callType: 'Inbound' },
  6: { callID: '6', partyID: 'f', callType: 'Inbound' },
  own: { callID: '7', partyID: 'g', callType: 'Outbound' },
  C: { callID: '1', partyID: 'x', callType: 'Consult' },
  Cx: { callID: '1', partyID: 'y', callType: 'Consult' },
};

const FACTS: Readonly<Record<string, ServerFact['type']>> = {
  R: 'call.ringing',
  D: 'call.dialing',
  E: 'call.established',
  H: 'call.held',
  T: 'call.retrieved',
  X: 'call.released',
  Changed: 'call.partyChanged',
  Busy: 'call.destinationBusy',
  Formed: 'conference.formed',
  Left: 'conference.partyDeleted',
  Muted: 'microphone.muted',
  Unmuted: 'microphone.unmuted',
  Keys: 'dtmf.sent',
};

const OF_AGENT: Readonly<Record<string, object>> = {
  Ready: { type: 'agent.ready' },
  NotReady: { type: 'agent.notReady', reason: 'dnd' },
  Break: { type: 'agent.notReady', reason: 'general' },
  Reasonless: { type: 'agent.notReady' },
  Login: { type: 'agent.loggedIn', reason: null },
  Logout: { type: 'agent.loggedOut' },
  displaced: { type: 'connection.displaced' },
  interrupted: { type: 'connection.interrupted' },
  word: { type: 'acw.started' },
  extended: { type: 'acw.extended', seconds: 30 },
  regain: { type: 'connection.regained', leg: null, status: null, statusIsNews: false },
};

function isFactOfLeg(word: string): RegExpMatchArray | null {
  return /^([A-Z][a-z]*)(1b|[1-9]|own|Cx?)$/.exec(word);
}

/** The fact that a word of the shorthand means; null: it is no fact. */
function factOf(word: string): object | null {
  const [name = '', ...rest] = word.split('/');
  if (name === 'regain' && rest[0] !== undefined) {
    const { callID, callType } = LEGS[rest[0]] ?? {};
    return { ...OF_AGENT['regain'], leg: { callID, callType }, status: rest[1] ?? null };
  }
  if (name in OF_AGENT) return { ...OF_AGENT[name], ...(rest[0] === undefined ? {} : { status: rest[0] }) };
  const about = isFactOfLeg(name);
  const type = about === null ? undefined : FACTS[about[1] ?? ''];
  return type === undefined ? null : { type, leg: LEGS[about?.[2] ?? ''], ...(rest[0] === 'incoming' ? { isIncoming: true } : {}) };
}

/**
 * A page without an agent: facts from the server go through the order of
 * facts into the chart. Told in shorthand, in order of arrival: arrival in
 * seconds, the fact, and its stamp, as in `20 X1 @20`.
 */
export class Page {
  readonly order = new FactOrder();
  readonly actor: ActorRefFrom<typeof agentMachine>;
  readonly emitted: Emitted[] = [];
  /** Seconds by which the computer's clock is ahead of the page's running time. */
  ahead = 0;
  #difference = ClockDifference.UNKNOWN;
  #lastId = 0;
  #ticks = 0;

  constructor(input: Omit<AgentInput, 'now'> = {}) {
    this.actor = createActor(agentMachine, { input: { now: START, ...input } });
    this.actor.on('*', (one) => this.emitted.push(one));
    this.actor.start();
  }

  /** The same, of an agent who is signed in and online since long ago. */
  static online(input: Omit<AgentInput, 'now'> = {}): Page {
    const page = new Page(input).fact({ type: 'connection.established' }, { at: -100 }).fact({ type: 'agent.loggedIn', reason: null });
    page.emitted.length = 0;
    return page;
  }

  get snapshot() {
    return this.actor.getSnapshot();
  }

  get context() {
    return this.snapshot.context;
  }

  get state() {
    return readState(this.snapshot);
  }

  /** The rules by which facts have been ignored so far. */
  get ignored(): readonly string[] {
    return this.emitted.flatMap((one) => (one.type === 'ignored' ? [one.rule] : []));
  }

  get divergences(): readonly string[] {
    return this.emitted.flatMap((one) => (one.type === 'divergence' ? [one.fact] : []));
  }

  /** How calls have ended so far. */
  get ends(): readonly string[] {
    return this.emitted.flatMap((one) => (one.type === 'call.ended' ? [`${one.leg} ${one.callID ?? '?'} ${one.reason}`] : []));
  }

  /** How commands have been settled so far. */
  get settled(): readonly string[] {
    return this.emitted.flatMap((one) => (one.type === 'command.settled' ? [one.outcome] : []));
  }

  /** The call and those that wait, as `1 talking, 3 holding`. */
  get calls(): string {
    const { call, waiting } = this.context.roster;
    return [...(call === null ? [] : [call]), ...waiting].map(({ callID, work }) => `${callID ?? '?'} ${work}`).join(', ');
  }

  /** Epoch ms of the computer's clock at this arrival. */
  at(seconds: number): number {
    return START + Math.round((seconds + this.ahead) * 1000);
  }

  /** The server says this; stamps in seconds. */
  fact(fact: object, { at = this.#ticks, stamp, ...more }: Omit<Partial<Arrival>, 'tick'> & { readonly at?: number } = {}): this {
    this.#ticks = at;
    const arrival = this.at(at);
    const tick = Math.round(at * 1000);
    const ms = stamp === undefined ? undefined : START + Math.round(stamp * 1000);
    if (ms !== undefined) this.#difference = this.#difference.heard(ms, arrival, tick);
    const time = ms === undefined ? {} : { time: this.#difference.shown(ms, arrival) };
    const { statusStamp } = more;
    const statusMs = statusStamp === undefined ? undefined : START + Math.round(statusStamp * 1000);
    const since = statusMs === undefined ? {} : { statusSince: this.#difference.shown(statusMs, arrival) };
    const told = { at: arrival, ...fact, ...time, ...since } as unknown as ServerFact;
    const weighed = this.order.weigh(this.snapshot, told, { ...more, tick, stamp: ms, statusStamp: statusMs });
    this.send(weighed.rule === null ? weighed.fact : { type: 'fact.ignored', at: arrival, rule: weighed.rule, fact: weighed.fact });
    return this;
  }

  send(event: AgentEvent): this {
    const before = this.context.roster;
    this.actor.send(event);
    this.order.noteEnds(event, before, this.context.roster, Math.round(this.#ticks * 1000));
    return this;
  }

  /** The agent sends a command; it must be allowed. */
  command(command: CommandName, asked: Intent = {}): this {
    const { lane, needs, answeredBy, confirmedBy, intent } = declarationOf(command);
    const id = ++this.#lastId;
    const since = this.at(this.#ticks);
    if (!this.snapshot.can({ type: command })) throw new Error(`${command} is not allowed`);
    this.order.noteSent(id, Math.round(this.#ticks * 1000));
    const pending = { id, command, lane, needs, answeredBy, confirmedBy, since, deadline: since + 10_000, ...asked, ...intent };
    return this.send({ type: command, pending });
  }

  /** The answer of a command that is pending: yes, and what that makes true. */
  yes(command: CommandName, asked: Intent = {}): this {
    const fact = declarationOf(command).announces?.(asked);
    const at = this.at(this.#ticks);
    return this.send({
      type: 'command.accepted',
      at,
      id: this.#idOf(command),
      ...(fact === undefined ? {} : { fact: { ...fact, at } as ServerFact }),
    });
  }

  /** The answer of a command that is pending: no. */
  no(command: CommandName, more: object = {}): this {
    return this.send({ type: 'command.refused', at: this.at(this.#ticks), id: this.#idOf(command), ...more });
  }

  /** A deadline has passed: a command's, `acw` or `transfer`. */
  due(key: CommandName | 'acw' | 'transfer'): this {
    const keys = [key === 'acw' || key === 'transfer' ? key : String(this.#idOf(key))];
    return this.send({ type: 'deadline.reached', at: this.at(this.#ticks), keys });
  }

  isPending(command: CommandName): boolean {
    return pendingCommands(this.context).some((one) => one.command === command);
  }

  /** Told in shorthand; `·` separates. */
  play(words: string): this {
    for (const line of words.split('·').map((part) => part.trim())) this.#say(line);
    return this;
  }

  #idOf(command: CommandName): number {
    const pending = pendingCommands(this.context).find((one) => one.command === command);
    if (pending === undefined) throw new Error(`${command} is not pending`);
    return pending.id;
  }

  #say(line: string): void {
    const [first = '', second = '', ...rest] = line.split(/\s+/);
    const isTimed = /^-?\d+(\.\d+)?$/.test(first) && second !== '';
    const [word, options] = isTimed ? [second, rest] : [first, [...(second === '' ? [] : [second]), ...rest]];
    if (isTimed) this.#ticks = Number(first);
    const stampWord = options.find((option) => option.startsWith('@'));
    const stamp = stampWord === undefined ? undefined : Number(stampWord.slice(1));
    if (word === 'noise') {
      const arrival = this.at(this.#ticks);
      this.#difference = this.#difference.heard(START + Math.round((stamp ?? 0) * 1000), arrival, Math.round(this.#ticks * 1000));
      return;
    }
    const fact = factOf(word);
    if (fact === null) {
      const [verb = '', command] = word.split(':');
      if (command === undefined) this.command(word as CommandName);
      else if (verb === 'yes') this.yes(command as CommandName);
      else if (verb === 'no') this.no(command as CommandName);
      else this.due(command as CommandName);
      return;
    }
    const reference = options.find((option) => option.startsWith('#'))?.slice(1);
    const since = options.find((option) => option.startsWith('since@'))?.slice(6);
    this.fact(fact, { at: this.#ticks, stamp, referenceID: reference, ...(since === undefined ? {} : { statusStamp: Number(since) }) });
  }
}
