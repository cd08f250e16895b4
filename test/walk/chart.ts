import { createActor, type ActorScope, type AnyActorScope } from 'xstate';
import {
  agentMachine,
  NOTHING,
  type AgentContext,
  type AgentEvent,
  type AgentSnapshot,
  type Leg,
  type Request,
} from '../../machines/index.js';

/*
 * The machine as a function from snapshot and event to snapshot, on snapshots
 * whose context is brought into one form: which call it is, who it is with and
 * what time it is do not matter to what may happen next, so configurations that
 * differ in no more than that are one.
 */

const INPUT = { now: 0 };
const actor = createActor(agentMachine, { input: INPUT });

const scope = {
  self: actor,
  id: 'walk',
  sessionId: 'walk',
  system: actor.system,
  logger: () => undefined,
  defer: () => undefined,
  stopChild: () => undefined,
  emit: () => undefined,
  actionExecutor: () => undefined,
} as unknown as AnyActorScope & ActorScope<AgentSnapshot, AgentEvent>;

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

/** The history states remember where login and connection were; it decides where they go back to. */
function historyOf(snapshot: AgentSnapshot): string {
  return Object.values(snapshot.historyValue)
    .map((nodes) => nodes.map((node) => node.id).join())
    .join(';');
}

/** Which command is in flight in each lane: the guards ask for it, so it decides the future as well. */
function commandsInFlight({ requests }: AgentContext): readonly (string | null)[] {
  const { login, reset, call, cancelConsult, hangup } = requests;
  return [login, reset, call, cancelConsult, hangup].map((request) => request?.command ?? null);
}

/** The configuration as a string: equal strings, equal futures. */
export function keyOf(snapshot: AgentSnapshot): string {
  const { context, value } = snapshot;
  const { network: _, ...regions } = value as Record<string, unknown>;
  const isWaiting = /initializing|loggingIn|loggingOut/.test(JSON.stringify(regions));
  return JSON.stringify([
    regions,
    isWaiting ? historyOf(snapshot) : '',
    commandsInFlight(context),
    [context.call, context.consult].map((leg) => leg && [leg.callID, leg.establishedAt]),
    context.acw !== null,
  ]);
}

export function initialSnapshot(): AgentSnapshot {
  return agentMachine.getInitialSnapshot(scope, INPUT);
}

/** What an event leads to; the same snapshot if no region takes it. Throws what a guard or an action throws. */
export function next(snapshot: AgentSnapshot, event: AgentEvent): AgentSnapshot {
  const taken = agentMachine.getTransitionData(snapshot, event);
  if (taken.every(({ target, actions }) => target === undefined && actions.length === 0)) return snapshot;
  return agentMachine.transition(snapshot, event, scope);
}

/** The same configuration with its context in the one form. */
export function canonical(snapshot: AgentSnapshot): AgentSnapshot {
  return agentMachine.resolveState({
    value: snapshot.value,
    context: canonicalContext(snapshot.context),
    historyValue: snapshot.historyValue,
  });
}
