import type { AgentContext } from '../context.js';
import type { EndCause } from '../events/facts.js';
import { partyOf, type Call } from './call.js';

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
  /** The other side did not answer, and nobody says why. */
  | 'notReached'
  /** It was asked for and refused, or nothing was ever heard of it: the command says why. */
  | 'notMade'
  /** The agent was signed out by somebody else. */
  | 'signedOut'
  /** The agent signed in at another end. */
  | 'displaced'
  /** It ended unseen: the server speaks of another call, or of none. */
  | 'unseen'
  /** Of a call that was not answered, where the server says why. */
  | EndCause;

/** Where the call stood in the roster. */
export type EndRole = 'call' | 'consult' | 'waiting';

/** The reason that the agent's own pending command gives to a release. */
const BY_COMMAND: Readonly<Record<EndRole, Readonly<Record<string, EndReason>>>> = {
  call: { rejectCall: 'rejected', singleTransfer: 'transferred', consultTransfer: 'transferred' },
  consult: { retrieveConsult: 'hungUp', consultTransfer: 'transferred', consultConference: 'joined' },
  waiting: { rejectCall: 'rejected' },
};

/** The reason that the agent's own pending commands give for the end of this call; null: none does. */
export function ownReason(role: EndRole, { number }: Call, { pending }: AgentContext): EndReason | null {
  const { hangup, reset, cancelConsult, call } = pending;
  if (reset !== null) return 'hungUp';
  if (role !== 'waiting' && hangup?.known?.includes(number) === true) return 'hungUp';
  if (role === 'consult' && cancelConsult !== null) return 'hungUp';
  const isFor = role === 'consult' || call?.about?.includes(number) === true;
  return isFor ? (BY_COMMAND[role][call?.command ?? ''] ?? null) : null;
}

/** Why a released call is over, where no command of the agent's says so. */
export function releaseReason({ establishedAt, isOffered, cause }: Call, said: EndCause | undefined): EndReason {
  if (establishedAt !== null) return 'otherSide';
  return said ?? cause ?? (isOffered ? 'missed' : 'notReached');
}

/** The ids of a call that is over, as they are told. */
export function endOf(call: Call) {
  const { callID, callType, establishedAt } = call;
  return { callID, partyID: partyOf(call), callType, establishedAt };
}
