import { and, assign, emit, enqueueActions, not, or, setup, stateIn } from 'xstate';
import * as acwChanges from './actions/acw-changes.js';
import { timeOf } from './actions/action-input.js';
import * as callChanges from './actions/call-changes.js';
import * as consultChanges from './actions/consult-changes.js';
import { regainCall } from './actions/regain-changes.js';
import {
  awaitRefusal,
  clearLane,
  dropOwedRefusal,
  endedQueries,
  oweHandOver,
  oweRefusal,
  recordRequest,
  takeOwedRefusal,
} from './actions/request-changes.js';
import type { AgentContext, AgentInput } from './context.js';
import { isSameReading } from './network-reading.js';
import type { AgentEvent, Emitted, Outcome, ServerFact, SingleLane } from './events/index.js';
import { isEndUnclear, isProofOfTransfer } from './guards/consult-guards.js';
import {
  saysDisplaced,
  saysNoTalkWhereNoneIs,
  saysOverCallIsOver,
  saysSignedOut,
  saysWhatIsSoOfAcw,
} from './guards/error-guards.js';
import { guards } from './guards/index.js';

/** What a state says of itself, for whoever draws or reads the chart. */
export interface StateMeta {
  /** What the state means to the agent. */
  readonly agent?: string;
  /** What the customer notices of it. */
  readonly customer?: string;
  /** The vendor's reason code that goes with the state. */
  readonly reasonCode?: number;
}

/** `enqueueActions` for this machine: inside `setup` its types cannot be inferred. */
const enqueueAll = <Params = undefined>(
  collect: Parameters<
    typeof enqueueActions<AgentContext, AgentEvent, Params, AgentEvent, never, never, never, never, Emitted>
  >[0],
) =>
  enqueueActions<AgentContext, AgentEvent, Params, AgentEvent, never, never, never, never, Emitted>(
    collect,
  );

/** The vocabulary of the chart: every event, guard and action that a region may name. */
export const agentSetup = setup({
  types: {
    context: {} as AgentContext,
    events: {} as AgentEvent,
    input: {} as AgentInput,
    emitted: {} as Emitted,
    meta: {} as StateMeta,
  },
  guards: {
    ...guards,
    // What another region says. Each refuses a command that its own region would allow.
    /** No link to the service, and none that a login could take back. */
    isUnreachable: not(or([stateIn('#connected'), stateIn('#displaced')])),
    /** Another end has the agent, and this one has not asked for it back. */
    isDisplaced: stateIn('#displaced'),
    isLoggingIn: stateIn('#loggingIn'),
    isNotLoggedIn: not(stateIn('#loggedIn')),
    isLoggedIn: stateIn('#loggedIn'),
    isLocked: stateIn('#locked'),
    workIsNotIdle: not(stateIn('#idle')),
    noCallIsEstablished: not(stateIn('#established')),
    /** An error says what is so already. */
    saysWhatIsSo: or([
      saysOverCallIsOver,
      saysNoTalkWhereNoneIs,
      saysWhatIsSoOfAcw,
      and([saysSignedOut, not(stateIn('#loggedIn'))]),
      and([saysDisplaced, stateIn('#displaced')]),
    ]),
    /** The customer's leg ends in a consult, and it cannot be told yet whether by the transfer. */
    leavesTransferUnclear: and([
      or([stateIn('#consulting.talking'), stateIn('#merging.customerReleased')]),
      isEndUnclear,
    ]),
    /** Now it can: the third party has taken the customer over. */
    completesTransfer: and([stateIn('#merging.customerReleased'), isProofOfTransfer]),
  },
  actions: {
    beginOwnCall: assign(callChanges.beginOwnCall),
    beginCall: assign(callChanges.beginCall),
    establishCall: assign(callChanges.establishCall),
    updateCall: assign(callChanges.updateCall),
    endCall: assign(callChanges.endCall),
    noteEnd: assign(callChanges.noteEnd),
    beginConsult: assign(consultChanges.beginConsult),
    updateConsult: assign(consultChanges.updateConsult),
    establishConsult: assign(consultChanges.establishConsult),
    endConsult: assign(consultChanges.endConsult),
    promoteConsult: assign(consultChanges.promoteConsult),
    resumeConsult: assign(consultChanges.resumeConsult),
    beginAcw: assign(acwChanges.beginAcw),
    extendAcw: assign(acwChanges.extendAcw),
    endAcw: assign(acwChanges.endAcw),
    regainCall: assign(regainCall),
    /** A talk came before, so that after-call work follows. */
    keepTalked: assign({ hasTalked: true }),
    forgetRemembered: assign({ remembered: null }),
    markWorkChange: assign(({ context, event }) => ({ workSince: timeOf({ context, event }) })),
    measureNetwork: assign(({ context, event }) =>
      event.type === 'network.measured' && !isSameReading(context.network, event.reading)
        ? { network: event.reading }
        : {},
    ),
    forgetNetwork: assign({ network: null }),

    /** The command was taken: the request that came with it is opened. */
    openRequest: enqueueAll(({ event, enqueue }) => {
      const request = 'request' in event ? event.request : undefined;
      if (request === undefined) return;
      enqueue.raise({ type: 'request.opened', at: request.since, request });
    }),
    recordRequest: assign(recordRequest),
    takeOwedRefusal: assign(takeOwedRefusal),
    dropOwedRefusal: assign(dropOwedRefusal),
    oweHandOver: assign(oweHandOver),
    /** The command in the call lane has perhaps succeeded; nothing more need come. */
    awaitRefusal: enqueueAll(({ context: { requests }, enqueue }) => {
      if (requests.call === null) return;
      enqueue.assign(awaitRefusal);
      enqueue.emit({ type: 'request.foretold', id: requests.call.id });
    }),
    /** The command in a lane is over; who waited for it is told, inside and outside. */
    endRequest: enqueueAll<{ readonly lane: SingleLane; readonly outcome: Outcome }>(
      ({ context, event, enqueue }, { lane, outcome }) => {
        const request = context.requests[lane];
        if (request === null) return;
        const at = timeOf({ context, event });
        enqueue.assign(clearLane({ context, event }, lane));
        if (outcome === 'superseded' || outcome === 'timedOut') {
          enqueue.assign(({ context: now }) => oweRefusal({ context: now, event }, request, at));
        }
        enqueue.emit({ type: 'request.ended', id: request.id, outcome });
        if (outcome === 'confirmed') {
          enqueue.raise({ type: 'request.done', at, command: request.command });
          return;
        }
        enqueue.raise({ type: 'request.undone', at, command: request.command, outcome });
      },
    ),
    endQueries: enqueueAll<{ readonly outcome: Outcome }>(
      ({ context, event, enqueue }, { outcome }) => {
        const ended = endedQueries({ context, event });
        enqueue.assign({ queries: context.queries.filter((query) => !ended.includes(query)) });
        for (const { id } of ended) enqueue.emit({ type: 'request.ended', id, outcome });
      },
    ),
    oweLogoutEcho: assign({ isLogoutEchoOwed: true }),
    forgetLogoutEcho: assign({ isLogoutEchoOwed: false }),
    /** A yes is as good as the event that should have told it. */
    believeAnswer: enqueueAll(({ event, enqueue }) => {
      if (event.type !== 'request.succeeded' || event.fact === undefined) return;
      const { fact, at } = event;
      enqueue.raise(fact);
      enqueue.raise({ type: 'request.believed', at, fact: fact.type });
    }),
    /** The server says what the chart did not expect: it is believed, and told to whoever listens. */
    reportDivergence: emit(({ event, context }) => ({
      type: 'divergence' as const,
      fact: event.type as ServerFact['type'],
      at: timeOf({ context, event }),
    })),
    /** Nothing to do: the command is always allowed and changes no state. */
    changeSubscription: enqueueAll(() => undefined),
  },
});

