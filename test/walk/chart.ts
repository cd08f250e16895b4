import {
  agentMachine,
  compile,
  NOTHING,
  type AgentContext,
  type AgentEvent,
  CompiledSnapshot,
  type Leg,
  type Request,
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

/** When the commands in flight are given up. */
export const DEADLINE = 1000;

/** The ids that the legs of a canonical configuration have. */
export const LEGS = {
  call: { callID: 'talk', partyID: 'customer', callType: 'Inbound' },
  consult: { callID: 'talk', partyID: 'third', callType: 'Consult' },
  over: { callID: 'over', partyID: 'over', callType: 'Inbound' },
  fresh: { callID: 'fresh', partyID: 'fresh', callType: 'Inbound' },
  freshOutbound: { callID: 'fresh', partyID: 'fresh', callType: 'Outbound' },
  freshConsult: { callID: 'talk', partyID: 'another', callType: 'Consult' },
} as const;

function canonicalLeg(leg: Leg | null, ids: (typeof LEGS)['call' | 'consult']): Leg | null {
  if (leg === null) return null;
  const isNamed = leg.callID !== null || leg.partyID !== null;
  return {
    ...(isNamed ? ids : { callID: null, partyID: null, callType: null }),
    establishedAt: leg.establishedAt === null ? null : 0,
    details: NOTHING,
  };
}

function canonicalRequest(request: Request | null, id: number): Request | null {
  return request === null ? null : { ...request, id, since: 0, deadline: DEADLINE, callNumber: 1 };
}

function canonicalContext(context: AgentContext): AgentContext {
  const { login, reset, call, cancelConsult, hangup } = context.requests;
  return {
    ...context,
    call: canonicalLeg(context.call, LEGS.call),
    consult: canonicalLeg(context.consult, LEGS.consult),
    ended: [LEGS.over],
    callNumber: 1,
    acw: context.acw === null ? null : { since: 0, deadline: DEADLINE },
    workSince: 0,
    network: null,
    requests: {
      login: canonicalRequest(login, 1),
      reset: canonicalRequest(reset, 2),
      call: canonicalRequest(call, 3),
      cancelConsult: canonicalRequest(cancelConsult, 4),
      hangup: canonicalRequest(hangup, 5),
    },
    refusalsOwed: [],
    isLogoutEchoOwed: false,
    // Queries block nothing and are blocked by nothing.
    queries: [],
  };
}

/** The command in flight in each lane: the guards ask for it, so it decides the future as well. */
function commandsInFlight({ requests }: AgentContext): string {
  const { login, reset, call, cancelConsult, hangup } = requests;
  return [login, reset, call, cancelConsult, hangup].map((request) => request?.command ?? '').join();
}

/** What the history states remember; it decides where login and connection go back to. */
function historyOf({ historyValue }: Configuration): string {
  return Object.values(historyValue)
    .map((states) => states.map(({ order }) => order).join())
    .join(';');
}

/** States that wait for an answer, and go back to where they came from without one. */
const WAITING: ReadonlySet<string> = new Set(['initializing', 'loggingIn', 'loggingOut']);

function legKey(leg: Leg | null): string {
  return leg === null ? '-' : `${leg.callID ?? ''}${leg.establishedAt ?? ''}`;
}

/** The parts of the chart that are active side by side. */
export type Region = 'connection' | 'login' | 'work' | 'microphone' | 'network' | 'requests';

const MICROPHONE = ['muted', 'unmuted'].map((state) => agentMachine.getStateNodeById(`agent.microphone.${state}`)) as unknown as Configuration['_nodes'];

/** The same configuration but for the microphone. */
export function withOtherMicrophone({ _nodes, context, historyValue }: Configuration): Configuration {
  const nodes = _nodes.map((node) => (MICROPHONE.includes(node) ? MICROPHONE.find((other) => other !== node)! : node));
  return new CompiledSnapshot(nodes, context, historyValue);
}

/** Whether the microphone can be muted there: anywhere else it is open. */
export function canBeMuted({ _nodes }: Configuration): boolean {
  return _nodes.some(({ id }) => id === 'established');
}

/** The configuration as a string: equal strings, equal futures, whatever the regions left out are in. */
export function keyOf(snapshot: Configuration, leftOut: readonly Region[]): string {
  const { context, _nodes } = snapshot;
  const active: number[] = [];
  let isWaiting = false;
  for (const { path, order, key } of _nodes) {
    if (WAITING.has(key)) isWaiting = true;
    if (!leftOut.includes(path[0] as Region)) active.push(order);
  }
  const history = isWaiting ? historyOf(snapshot) : '';
  const legs = `${legKey(context.call)}|${legKey(context.consult)}`;
  return `${active.sort(ascending).join()}|${history}|${commandsInFlight(context)}|${legs}|${context.acw !== null}`;
}

const ascending = (a: number, b: number): number => a - b;

export function initialSnapshot(): Configuration {
  return chart.initial({ now: 0 });
}

/** What an event leads to; the same snapshot if it changes nothing. Throws what a guard or an action throws. */
export function next(snapshot: Configuration, event: AgentEvent): Configuration {
  return chart.transition(snapshot, event).snapshot;
}

/** The same configuration with its context in the one form, and its states in the order of declaration. */
export function canonical({ _nodes, context, historyValue }: Configuration): Configuration {
  return new CompiledSnapshot([..._nodes].sort((a, b) => a.order - b.order), canonicalContext(context), historyValue);
}
