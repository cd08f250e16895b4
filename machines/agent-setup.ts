import { and, assign, emit, enqueueActions, not, or, setup, stateIn } from 'xstate';
import * as acwChanges from './actions/acw-changes.js';
import { arrivalOf, timeOf, type ActionInput } from './actions/action-input.js';
import * as callChanges from './actions/call-changes.js';
import * as consultChanges from './actions/consult-changes.js';
import * as pendingChanges from './actions/pending-changes.js';
import * as presenceChanges from './actions/presence-changes.js';
import { regainCalls } from './actions/regain-changes.js';
import * as waitingChanges from './actions/waiting-changes.js';
import type { CallWork, Call } from './calls/call.js';
import { legsAfterEnd } from './calls/call.js';
import { endOf, ownReason, releaseReason, type EndReason, type EndRole } from './calls/end-reason.js';
import type { AgentContext, AgentInput } from './context.js';
import { isSameReading } from './network-reading.js';
import { isLegFact, isSingleLane, type AgentEvent, type Emitted, type PendingCommand, type ServerFact } from './events/index.js';
import { isEndUnclear, isThirdReached } from './guards/consult-guards.js';
import { saysDisplaced, saysSignedOut, saysWhatIsSoOfCalls } from './guards/error-guards.js';
import { guards } from './guards/index.js';
import { endsThird, isCall, isFirstCall, isStrangers, located } from './guards/leg-guards.js';
import { regainPlan } from './regain/regain-plan.js';
import { hasLoginFailed } from './guards/pending-guards.js';
import { statedBy } from './statements.js';

/** The meaning of a state, for drawings and readers of the chart. */
export interface StateMeta {
  /** The state as the agent knows it. */
  readonly agent?: string;
  /** The part of it that the customer notices. */
  readonly customer?: string;
}

/** `enqueueActions` for this machine: inside `setup` its types cannot be inferred. */
const enqueueAll = <Params = undefined>(
  collect: Parameters<typeof enqueueActions<AgentContext, AgentEvent, Params, AgentEvent, never, never, never, never, Emitted>>[0],
) => enqueueActions<AgentContext, AgentEvent, Params, AgentEvent, never, never, never, never, Emitted>(collect);

/** Why a call ends: as the release and the agent's own commands say, because a refusal says so, or for this reason. */
type Because = EndReason | 'released' | 'stated';

function reasonFor(role: EndRole, call: Call, because: Because, { context, event }: ActionInput): EndReason {
  if (because !== 'released' && because !== 'stated' && because !== 'signedOut') return because;
  const own = ownReason(role, call, context);
  if (own !== null) return own;
  if (because === 'signedOut') return event.type === 'agent.loggedOut' && event.isOwn === true ? 'hungUp' : because;
  return releaseReason(call, event.type === 'call.released' ? event.cause : undefined);
}

/** That a call has ended, as it is told. */
function endTold(role: EndRole, call: Call, reason: EndReason, input: ActionInput): Emitted {
  return { type: 'call.ended', leg: role, reason, ...endOf(call), at: timeOf(input) };
}

/** Tells the end of each of these calls that there is. */
function tellEnds(enqueue: Teller, role: EndRole, calls: readonly (Call | null)[], because: Because, input: ActionInput): void {
  for (const call of calls) if (call !== null) enqueue.emit(endTold(role, call, reasonFor(role, call, because, input), input));
}

interface Teller {
  emit(told: Emitted): void;
}

/** The bar is about a call that gives way to one in which the agent talks. */
const isNotTalkedOn = or([stateIn('#calling'), stateIn('#dialing'), stateIn('#ringing'), stateIn('#holding')]);

/** The third party is being brought together with the customer. */
const isBroughtTogether = or([stateIn('#transferring'), stateIn('#joining')]);

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
    // Guards on the states of other regions. The first ones refuse a command that its own region would allow.
    /** The link to the service is down. */
    isInterrupted: stateIn('#interrupted'),
    /** No link to the service, and none that a login could take back. */
    isUnreachable: not(or([stateIn('#connected'), stateIn('#displaced')])),
    isNotLoggedIn: not(stateIn('#loggedIn')),
    isLocked: stateIn('#locked'),
    workIsNotIdle: not(stateIn('#idle')),
    noCallIsEstablished: not(stateIn('#established')),
    /** There is nothing left to be muted in, whatever a regain still has to say. */
    isNothingToMute: not(or([stateIn('#established'), stateIn('#regained')])),
    /** The login by which the agent was to be taken back from another end was refused. */
    isRefusedTakeOver: and([stateIn('#displaced'), hasLoginFailed]),
    /** A call that nobody has heard of is talked on, and the one that the bar is about is not. */
    isTalkedOnInstead: and([isStrangers, isNotTalkedOn]),
    /** The microphone of a call that nobody has heard of, and that is the one from now on. */
    isFirstHeardMuted: or([isFirstCall, and([isStrangers, isNotTalkedOn])]),
    /** An error says what is so already. */
    saysWhatIsSo: or([saysWhatIsSoOfCalls, and([saysSignedOut, not(stateIn('#loggedIn'))]), and([saysDisplaced, stateIn('#displaced')])]),
    /** The third party's leg ends, and not because it is brought together with the customer's. */
    isThirdGone: and([endsThird, not(isBroughtTogether)]),
    /** The customer's leg ends while the third party, who has answered, is held. */
    isCustomerGoneWhileThirdWaits: and([isCall, isThirdReached]),
    /** The customer is not held any more, because a conference forms. */
    isJoinedByRetrieving: and([isCall, stateIn('#joining')]),
    /** Customer and third party are not brought together any more, and the customer is held. */
    isLeftWaiting: and([not(isBroughtTogether), stateIn('#customerHeld')]),
    /** The same, and the customer is not held. */
    isLeftTalking: not(isBroughtTogether),
    /** The customer's leg ends while the third party, who is to take over, is held. */
    isCustomerGoneFromThirdHeld: and([guards.endsCall, stateIn('#thirdHeld')]),
    /** A transfer is refused, and the third party waits. */
    isTransferOfHeldRefused: and([{ type: 'hasFailed', params: { command: 'consultTransfer' } }, guards.isThirdHeld]),
    /** The same, of one that counts as done. */
    refusesTransferOfHeld: and([guards.refusesTransfer, guards.isThirdHeld]),
    /** A transfer is being completed. */
    isCompleting: stateIn('#completing'),
    /** The customer's leg ends in a consult, and it cannot be told yet whether by the transfer. */
    leavesTransferUnclear: and([or([stateIn('#transferring'), stateIn('#completing')]), isEndUnclear]),
  },
  actions: {
    beginOwnCall: assign(callChanges.beginOwnCall),
    beginCall: assign(callChanges.beginCall),
    establishCall: assign(callChanges.establishCall),
    unanswerCall: assign(callChanges.unanswerCall),
    updateCall: assign(callChanges.updateCall),
    nameLeg: assign(callChanges.nameLeg),
    offerCall: assign(callChanges.offerCall),
    endLeg: assign(callChanges.endLeg),
    noteBusy: assign(callChanges.noteBusy),
    noteEnd: assign(callChanges.noteEnd),
    takeNextCall: assign(callChanges.takeNextCall),
    splitOwnCall: assign(callChanges.splitOwnCall),
    joinWaiting: assign(callChanges.joinWaiting),
    changeWaiting: assign(waitingChanges.changeWaiting),
    answerWaiting: assign(callChanges.answerWaiting),
    /** Another call becomes the call; one that was only asked for is given up. */
    swapCalls: enqueueAll(({ context, event, enqueue }) => {
      if (context.roster.call?.work === 'calling') tellEnds(enqueue, 'call', [context.roster.call], 'notMade', { context, event });
      enqueue.assign(callChanges.swapCalls);
    }),
    replaceOwnCall: enqueueAll(({ context, event, enqueue }) => {
      tellEnds(enqueue, 'call', [context.roster.call], 'notMade', { context, event });
      enqueue.assign(callChanges.replaceOwnCall);
    }),
    releaseWaiting: enqueueAll(({ context, event, enqueue }) => {
      if (!isLegFact(event)) return;
      const { call } = located(context, event);
      if (call === null) return;
      if (legsAfterEnd(call, event.leg).length === 0) tellEnds(enqueue, 'waiting', [call], 'released', { context, event });
      enqueue.assign(waitingChanges.releaseWaiting);
    }),
    endStatedWaiting: enqueueAll(({ context, event, enqueue }) => {
      const over = context.roster.waiting.filter(({ number }) => event.type === 'call.isOver' && event.numbers.includes(number));
      tellEnds(enqueue, 'waiting', over, 'stated', { context, event });
      enqueue.assign(waitingChanges.endStatedWaiting);
    }),
    /** The call that the bar is about is over, and with it the consult. */
    endCall: enqueueAll<{ readonly because: Because }>(({ context, event, enqueue }, { because }) => {
      const input = { context, event };
      const { call, third } = context.roster;
      tellEnds(enqueue, 'consult', [third], because === 'released' ? 'unseen' : because, input);
      tellEnds(enqueue, 'call', [callChanges.ending(call, input)], because, input);
      enqueue.assign(callChanges.endCall(input));
    }),
    /** Nothing is left of any call. */
    endAllCalls: enqueueAll<{ readonly because: Because; readonly isOver: boolean }>(({ context, event, enqueue }, { because, isOver }) => {
      const input = { context, event };
      const { call, third, waiting } = context.roster;
      tellEnds(enqueue, 'consult', [third], because, input);
      tellEnds(enqueue, 'call', [call], because, input);
      tellEnds(enqueue, 'waiting', waiting, because, input);
      enqueue.assign(callChanges.endAllCalls(input, { isOver }));
    }),
    beginThird: assign(consultChanges.beginThird),
    replaceThird: enqueueAll(({ context, event, enqueue }) => {
      tellEnds(enqueue, 'consult', [context.roster.third], 'unseen', { context, event });
      enqueue.assign(consultChanges.beginThird);
    }),
    updateThird: assign(consultChanges.updateThird),
    establishThird: assign(consultChanges.establishThird),
    endThirdLeg: assign(consultChanges.endThirdLeg),
    endLegOfThird: assign(consultChanges.endLegOfThird),
    endThird: enqueueAll<{ readonly because: Because; readonly isOver: boolean }>(({ context, event, enqueue }, { because, isOver }) => {
      tellEnds(enqueue, 'consult', [context.roster.third], because, { context, event });
      enqueue.assign(consultChanges.endThird({ context, event }, { isOver }));
    }),
    /** The third party has become a part of the conference, if there is one. */
    joinThird: enqueueAll(({ context, event, enqueue }) => {
      tellEnds(enqueue, 'consult', [context.roster.third], 'joined', { context, event });
      enqueue.assign(consultChanges.endThird({ context, event }, { isOver: true }));
    }),
    promoteThird: enqueueAll<{ readonly because: Because; readonly isAnswered: boolean }>(
      ({ context, event, enqueue }, { because, isAnswered }) => {
        tellEnds(enqueue, 'call', [context.roster.call], because, { context, event });
        enqueue.assign(consultChanges.promoteThird({ context, event }, { isAnswered }));
      },
    ),
    beginTransfer: assign(consultChanges.beginTransfer),
    holdThird: assign(consultChanges.holdThird),
    takeTransferForDone: assign(consultChanges.takeTransferForDone),
    resumeThird: assign(consultChanges.resumeThird),
    forgetTransfer: assign(consultChanges.forgetTransfer),
    completeTransfer: enqueueAll(({ context, event, enqueue }) => {
      const input = { context, event };
      const isAcwOver = 'isAcwOver' in event && event.isAcwOver;
      const isAcwSaid = event.type === 'acw.started';
      enqueue.raise({ type: 'transfer.completed', at: arrivalOf(input), time: timeOf(input), isAcwOver, isAcwSaid });
    }),
    beginAcw: assign(acwChanges.beginAcw),
    extendAcw: assign(acwChanges.extendAcw),
    noteTalk: assign(acwChanges.noteTalk),
    becomeIdle: assign(acwChanges.becomeIdle),
    regainCalls: enqueueAll(({ context, event, enqueue }) => {
      if (event.type !== 'connection.regained') return;
      for (const [role, call] of regainPlan(context, event).gone) enqueue.emit(endTold(role, call, 'unseen', { context, event }));
      enqueue.assign(regainCalls);
    }),
    recall: assign(({ event }) => (event.type === 'memory.recalled' ? { remembered: event.remembered } : {})),
    forgetRemembered: assign({ remembered: null }),
    enterWork: assign((input, params: { readonly work: CallWork }) => callChanges.enterWork(input, params)),
    markWorkChange: assign((input) => callChanges.markWorkChange(input)),
    measureNetwork: assign(({ context, event }) =>
      event.type === 'network.measured' && !isSameReading(context.network, event.reading) ? { network: event.reading } : {},
    ),
    forgetNetwork: assign({ network: null }),

    /** The command is taken: it is pending from now on. */
    sendCommand: enqueueAll(({ event, enqueue }) => {
      const pending = 'pending' in event ? event.pending : undefined;
      if (pending === undefined) return;
      enqueue.raise({ type: 'command.sent', at: pending.since, pending });
    }),
    recordPending: assign(pendingChanges.recordPending),
    takeLateRejection: assign(pendingChanges.takeLateRejection),
    dropLateRejection: assign(pendingChanges.dropLateRejection),
    /** The command in the call lane has perhaps succeeded; nothing more need come. */
    announceProvisional: enqueueAll(({ context: { pending }, enqueue }) => {
      if (pending.call !== null) enqueue.emit({ type: 'command.provisional', id: pending.call.id });
    }),
    decideCommands: assign(pendingChanges.decideCommands),
    decideOthers: assign(pendingChanges.decideOthers),
    /** Commands are over; inside and outside are told, and the statement of a refusal is concluded. */
    settleCommands: enqueueAll(({ context, event, enqueue }) => {
      const input = { context, event };
      const at = arrivalOf(input);
      const settled = pendingChanges.settledNow(context);
      enqueue.assign({ ...pendingChanges.clear(context, settled), ...pendingChanges.expectRejections(input, settled, at) });
      for (const { command: pending, outcome } of settled) {
        const { command, id, lane } = pending;
        enqueue.emit({ type: 'command.settled', id, outcome });
        // Nothing in the chart waits for keys and queries.
        if (isSingleLane(lane)) {
          enqueue.raise(
            outcome === 'confirmed' ? { type: 'command.confirmed', at, command } : { type: 'command.failed', at, command, outcome },
          );
        }
        const stated = outcome === 'rejected' ? statedBy(event, pending, context) : null;
        if (stated !== null) enqueue.raise(stated);
      }
    }),
    noteWord: assign(presenceChanges.noteWord),
    voidWords: assign(presenceChanges.voidWords),
    forgetEcho: assign(presenceChanges.forgetEcho),
    beginSession: assign(presenceChanges.beginSession),
    /** A yes is as good as the event that should have told it, unless something newer was said or decided. */
    believeSuccess: enqueueAll(({ context, event, enqueue }) => {
      if (event.type !== 'command.accepted' || event.fact === undefined) return;
      const { fact, id } = event;
      const pending = Object.values(context.pending).find((command): command is PendingCommand => command?.id === id);
      if (pending === undefined || id < context.presence.decidedBy) return;
      if (pending.command !== 'initAgent' && pending.words !== context.presence.words) return;
      const isOlderThanAcw = pending.inAcw !== true && context.acw !== null;
      enqueue.raise({ ...fact, isBelieved: true, ...(isOlderThanAcw ? { predatesAcw: true } : {}) } as ServerFact);
      enqueue.assign((input) => presenceChanges.decideLogin(input, pending));
    }),
    /** The server says what the chart did not expect: it is believed, and told to listeners. */
    reportDivergence: emit(({ event, context }) => ({
      type: 'divergence' as const,
      fact: event.type as ServerFact['type'],
      at: arrivalOf({ context, event }),
    })),
    /** A refusal says what the chart did not know. */
    reportStatement: emit(({ event, context }) => ({
      type: 'divergence' as const,
      fact: 'call.error' as const,
      at: arrivalOf({ context, event }),
    })),
    /** A fact that changes nothing is reported all the same. */
    reportIgnored: enqueueAll(({ event, enqueue }) => {
      if (event.type !== 'fact.ignored') return;
      enqueue.emit({ type: 'ignored', fact: event.fact.type, rule: event.rule, at: event.at });
    }),
    /** Nothing to do: the command is always allowed and changes no state. */
    changeSubscription: enqueueAll(() => undefined),
  },
});
