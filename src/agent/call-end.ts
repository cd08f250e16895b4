import { readState, type AgentContext, type AgentEvent, type AgentSnapshot, type Leg } from '../../machines/index.js';

/** Why a leg is over, as far as the server and the agent's own commands say. */
export type EndReason =
  /** The agent ended it: `hangup`, `resetLogout`, `cancelConsult`, `retrieveConsult`. */
  | 'hungUp'
  /** The agent rejected it. */
  | 'rejected'
  /** The agent has handed it over. */
  | 'transferred'
  /** The consulted party's leg has become a part of the conference. */
  | 'joined'
  /** The other side has gone. */
  | 'otherSide'
  /** It rang, and was over before anybody here had answered or rejected it. */
  | 'missed'
  /** The other side did not answer. */
  | 'notReached'
  /** It was asked for and refused, or nothing was ever heard of it: the command says why. */
  | 'notMade'
  /** The agent was signed out by somebody else. */
  | 'signedOut'
  /** The agent signed in at another end. */
  | 'displaced'
  /** It ended unseen: the server speaks of another call, or of none. */
  | 'unseen';

/** A leg is over. Carries no personal data. */
export interface CallEnd {
  readonly type: 'callEnded';
  /** The agent's call, or the leg to the consulted third party. */
  readonly leg: 'call' | 'consult';
  readonly reason: EndReason;
  /** Null if the server has never named it. */
  readonly callID: string | null;
  readonly partyID: string | null;
  readonly callType: string | null;
  /** Epoch ms at which the other side answered; null: nobody did. */
  readonly establishedAt: number | null;
  /** The message that said so, by the service's name for it; null: an answer, or a deadline. */
  readonly messageID: string | null;
  /** Epoch ms. */
  readonly at: number;
}

type Role = CallEnd['leg'];

/** What the agent's own command in flight makes of a release. */
const BY_COMMAND: Readonly<Record<Role, Readonly<Record<string, EndReason>>>> = {
  call: { rejectCall: 'rejected', singleTransfer: 'transferred', consultTransfer: 'transferred' },
  consult: { retrieveConsult: 'hungUp', consultTransfer: 'transferred', consultConference: 'joined' },
};

function byOwnCommand(role: Role, { requests }: AgentContext): EndReason | null {
  if (requests.hangup !== null || requests.reset !== null) return 'hungUp';
  if (role === 'consult' && requests.cancelConsult !== null) return 'hungUp';
  return BY_COMMAND[role][requests.call?.command ?? ''] ?? null;
}

function reasonOf(role: Role, leg: Leg, event: AgentEvent, before: AgentSnapshot, after: AgentSnapshot): EndReason {
  const own = byOwnCommand(role, before.context);
  switch (event.type) {
    case 'connection.displaced':
      return 'displaced';
    case 'agent.loggedOut':
    // The answer to a command is believed.
    case 'request.succeeded':
      return own ?? 'signedOut';
    case 'conference.formed':
      return 'joined';
    case 'call.retrieved':
      return own ?? 'unseen';
    case 'call.released':
      if (own !== null) return own;
      if (leg.establishedAt !== null) return 'otherSide';
      return role === 'call' && readState(before).work === 'ringing' ? 'missed' : 'notReached';
    case 'call.error':
    case 'request.failed':
      // Of a talk, that its other side has gone was told before: now it is known that this was not the transfer.
      if (role === 'call') return leg.establishedAt === null ? 'notMade' : 'otherSide';
      return 'unseen';
    case 'deadline.reached':
      if (before.context.requests.call?.command === 'consultTransfer' && after.context.call === null) return 'transferred';
      return role === 'call' ? 'notMade' : 'unseen';
    case 'acw.started':
      return own ?? 'unseen';
    default:
      return 'unseen';
  }
}

/** What may leave agent and third party talking: the end of the customer's leg, or that it was not the transfer. */
const PROMOTES: ReadonlySet<AgentEvent['type']> = new Set<AgentEvent['type']>(['call.released', 'call.error', 'request.failed']);

/** The legs that are over by this event, and why. */
export function callEnds(
  event: AgentEvent,
  before: AgentSnapshot,
  after: AgentSnapshot,
  messageID: string | null,
): readonly CallEnd[] {
  const { call, consult, callNumber } = before.context;
  if (after.context.call === call && after.context.consult === consult) return [];
  const isOtherCall = after.context.call === null || after.context.callNumber !== callNumber;
  // The customer has gone, and what was the consult is the call.
  const isThird = after.context.call?.partyID != null && after.context.call.partyID === consult?.partyID;
  const mayPromote = PROMOTES.has(event.type) || (event.type === 'connection.regained' && isThird);
  const isPromoted = mayPromote && after.context.call !== null && isOtherCall;
  const over: readonly (readonly [Role, Leg | null])[] = [
    ['consult', isPromoted || after.context.consult !== null ? null : consult],
    ['call', isOtherCall ? call : null],
  ];
  return over.flatMap(([role, leg]) => {
    if (leg === null) return [];
    const { callID, partyID, callType, establishedAt } = leg;
    const reason = reasonOf(role, leg, event, before, after);
    return [{ type: 'callEnded', leg: role, reason, callID, partyID, callType, establishedAt, messageID, at: atOf(event, after) }];
  });
}

/** Every event that ends a leg brings its time. */
function atOf(event: AgentEvent, { context }: AgentSnapshot): number {
  return 'at' in event ? event.at : context.workSince;
}
