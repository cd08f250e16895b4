import {
  agentMachine,
  compile,
  NOTHING,
  type AgentContext,
  type AgentEvent,
  type Call,
  CompiledSnapshot,
  type LegRef,
  type PendingCommand,
  type Roster,
  type SingleLane,
} from '../../machines/index.js';

/*
 * The machine as a function from snapshot and event to snapshot, on snapshots
 * whose context is brought into one form: which call it is, who it is with and
 * what time it is do not matter to what may happen next, so configurations that
 * differ in no more than that are one.
 */

/** Where the chart stands, on the compiled engine. */
export type Configuration = CompiledSnapshot<AgentContext>;

/** The chart as it is walked. */
export const chart = compile(agentMachine);

/** When the pending commands are given up. */
export const DEADLINE = 1000;

/** The ids that the legs of a canonical configuration have. */
export const LEGS = {
  call: { callID: 'talk', partyID: 'customer', callType: 'Inbound' },
  /** A second phone of the agent's, in the same call. */
  otherPhone: { callID: 'talk', partyID: 'other phone', callType: 'Inbound' },
  third: { callID: 'talk', partyID: 'third', callType: 'Consult' },
  waiting: { callID: 'waiting', partyID: 'waiting', callType: 'Inbound' },
  alsoWaiting: { callID: 'also waiting', partyID: 'also waiting', callType: 'Inbound' },
  over: { callID: 'over', partyID: 'over', callType: 'Inbound' },
  fresh: { callID: 'fresh', partyID: 'fresh', callType: 'Inbound' },
  freshOutbound: { callID: 'fresh', partyID: 'fresh', callType: 'Outbound' },
  freshConsult: { callID: 'talk', partyID: 'another', callType: 'Consult' },
} as const satisfies Readonly<Record<string, LegRef>>;

/** The numbers that the calls of a canonical configuration have; those that wait come after. */
export const NUMBERS = { call: 1, third: 2, waiting: 3 } as const;

const IDS_OF_WAITING = [LEGS.waiting, LEGS.alsoWaiting] as const;
const OVER = { ...LEGS.over, number: 20, wasEstablished: false } as const;

function canonicalCall<Given extends Call | null>(call: Given, ids: Required<Omit<LegRef, 'other'>>, number: number): Given {
  if (call === null) return call;
  const { callID, callType, partyID } = ids;
  const isNamed = call.callID !== null || call.legs.some((leg) => leg.partyID !== null);
  const parties = [...call.legs.slice(1).map(() => LEGS.otherPhone.partyID as string), partyID];
  return {
    ...call,
    number,
    callID: isNamed ? callID : null,
    callType: isNamed ? callType : null,
    legs: call.legs.map(({ isEstablished }, index) => ({
      partyID: isNamed ? parties[index] : null,
      // Of a single leg, the call says it.
      isEstablished: call.legs.length > 1 ? isEstablished : call.establishedAt !== null,
    })),
    since: 0,
    isFromRegain: false,
    // An answered call can be offered no more.
    isOffered: call.isOffered && call.establishedAt === null,
    establishedAt: call.establishedAt === null ? null : 0,
    cause: null,
    details: NOTHING,
  };
}

/** The numbers of the calls in a canonical configuration by their numbers before. */
function renumbered({ call, third, waiting }: Roster): ReadonlyMap<number | undefined, number> {
  return new Map([
    ...waiting.map(({ number }, index) => [number, NUMBERS.waiting + index] as const),
    [third?.number, NUMBERS.third],
    [call?.number, NUMBERS.call],
  ]);
}

const LANES = ['login', 'reset', 'makeCall', 'call', 'cancelConsult', 'hangup', 'microphone'] as const satisfies readonly SingleLane[];

function canonicalContext(context: AgentContext): AgentContext {
  const { roster, presence, pending, transfer } = context;
  const numbers = renumbered(roster);
  const kept = (given: readonly number[] = []) => given.flatMap((number) => numbers.get(number) ?? []).sort(ascending);
  const command = <Given extends PendingCommand | null>(given: Given, id: number): Given =>
    given && {
      ...given,
      id,
      since: 0,
      deadline: DEADLINE,
      // Commands about the agent are for no call.
      about: given.needs === 'call' ? kept(given.about) : [],
      known: given.needs === 'call' ? kept(given.known) : [],
      // Only whether there has been another since matters, and to commands that a success of their own settles.
      words: given.answeredBy === 'event' || given.words === presence.words ? 0 : -1,
      inAcw: given.answeredBy === 'callback' && given.inAcw === true,
      sessions: given.sessions === presence.sessions ? 0 : -1,
    };
  const byLane = (lane: SingleLane) => command(pending[lane], LANES.indexOf(lane) + 1);
  return {
    ...context,
    roster: {
      call: canonicalCall(roster.call, LEGS.call, NUMBERS.call),
      third: canonicalCall(roster.third, LEGS.third, NUMBERS.third),
      waiting: roster.waiting.map((each, index) => canonicalCall(each, IDS_OF_WAITING[index] ?? LEGS.waiting, NUMBERS.waiting + index)),
      over: [OVER],
      hasTalked: roster.hasTalked,
      count: OVER.number,
    },
    acw: context.acw === null ? null : { since: 0, deadline: DEADLINE },
    workSince: 0,
    network: null,
    // Of the events that repeat a success, only a logout's leads elsewhere.
    presence: { words: 0, sessions: 0, decidedBy: 0, echo: presence.echo === 'agent.loggedOut' ? presence.echo : null },
    pending: {
      login: byLane('login'),
      reset: byLane('reset'),
      makeCall: byLane('makeCall'),
      call: byLane('call'),
      cancelConsult: byLane('cancelConsult'),
      hangup: byLane('hangup'),
      microphone: byLane('microphone'),
    },
    // Queries block nothing and are blocked by nothing; of keys, one stands for many.
    side: context.side
      .filter(({ lane }) => lane === 'keys')
      .slice(0, 1)
      .map((each) => command(each, LANES.length + 1)),
    lateRejections: [],
    transfer: transfer && { ...transfer, deadline: DEADLINE, third: canonicalCall(transfer.third, LEGS.third, NUMBERS.third) },
    remembered: null,
  };
}

/** A pending command as far as guards ask for it. */
function pendingKey({ command, about = [], known = [], words, sessions, inAcw }: PendingCommand): string {
  return `${command}:${about.join('')}:${known.join('')}:${words ?? 0}${sessions ?? 0}${inAcw === true ? 'a' : ''}`;
}

function callKey(call: Call | null): string {
  if (call === null) return '-';
  const { callID, legs, work, isLegOpen, isOffered, establishedAt } = call;
  const parties = legs.map(({ isEstablished }) => (isEstablished ? 'e' : 'u')).join('');
  return `${work}${callID === null ? '' : 'n'}${parties}${isLegOpen ? 'o' : ''}${isOffered ? 'i' : ''}${establishedAt ?? ''}`;
}

/** The part of a canonical configuration's context that decides the future. */
function contextKey({ roster, pending, side, acw, transfer, presence }: AgentContext): string {
  const calls = [roster.call, roster.third, ...roster.waiting].map(callKey).join();
  const commands = [...Object.values(pending), ...side].map((command) => (command === null ? '' : pendingKey(command))).join();
  const done = transfer === null ? '' : transfer.isDone ? 'done' : 'under way';
  return `${calls}|${commands}|${acw !== null}|${done}|${roster.hasTalked}|${presence.echo ?? ''}`;
}

/** The memory of the history states; it decides where login and connection go back to. */
function historyOf({ historyValue }: Configuration): string {
  return Object.values(historyValue)
    .map((states) => states.map(({ order }) => order).join())
    .join(';');
}

/** States that wait for an answer, and go back to where they came from without one. */
const WAITING: ReadonlySet<string> = new Set(['initializing', 'loggingIn', 'loggingOut']);

/** The parts of the chart that are active side by side. */
export type Region = 'connection' | 'login' | 'work' | 'microphone' | 'device' | 'network' | 'pending';

const MICROPHONE = ['muted', 'unmuted'].map((state) =>
  agentMachine.getStateNodeById(`agent.microphone.${state}`),
) as unknown as Configuration['_nodes'];

/** The same configuration but for the microphone. */
export function withOtherMicrophone({ _nodes, context, historyValue }: Configuration): Configuration {
  const nodes = _nodes.map((node) => (MICROPHONE.includes(node) ? MICROPHONE.find((other) => other !== node)! : node));
  return new CompiledSnapshot(nodes, context, historyValue);
}

/** Whether the microphone can be muted there: anywhere else it is open. */
export function canBeMuted({ _nodes }: Configuration): boolean {
  return _nodes.some(({ id }) => id === 'established');
}

/** The canonical configuration as a string: equal strings, equal futures, whatever the regions left out are in. */
export function keyOf(snapshot: Configuration, leftOut: readonly Region[]): string {
  const { context, _nodes } = snapshot;
  const active: number[] = [];
  let isWaiting = false;
  for (const { path, order, key } of _nodes) {
    if (WAITING.has(key)) isWaiting = true;
    if (!leftOut.includes(path[0] as Region)) active.push(order);
  }
  const history = isWaiting ? historyOf(snapshot) : '';
  return `${active.sort(ascending).join()}|${history}|${contextKey(context)}`;
}

function ascending(a: number, b: number): number {
  return a - b;
}

export function initialSnapshot(): Configuration {
  return chart.initial({ now: 0 });
}

/** The snapshot after an event; the same one if it changes nothing. Throws what a guard or an action throws. */
export function next(snapshot: Configuration, event: AgentEvent): Configuration {
  return chart.transition(snapshot, event).snapshot;
}

/** The same configuration with its context in the one form, and its states in the order of declaration. */
export function canonical({ _nodes, context, historyValue }: Configuration): Configuration {
  return new CompiledSnapshot(
    [..._nodes].sort((a, b) => a.order - b.order),
    canonicalContext(context),
    historyValue,
  );
}
