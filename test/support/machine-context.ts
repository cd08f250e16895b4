import { declarationOf } from '../../src/commands/index.js';
import { initialContext } from '../../machines/context.js';
import { newCall, type AgentContext, type Call, type CommandName, type PendingCommand, type Roster } from '../../machines/index.js';
import { EMPTY_ROSTER } from '../../machines/calls/roster.js';

/** How the server names the customer's leg. */
export const CUSTOMER = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound' } as const;
/** How the server names the third party's leg. */
export const THIRD = { callID: 'call-1', partyID: 'party-2', callType: 'Consult' } as const;
/** How the server names a leg of a call that nobody knows. */
export const STRANGER = { callID: 'call-9', partyID: 'party-9', callType: 'Inbound' } as const;

interface Ids {
  readonly callID?: string | null;
  readonly partyID?: string | null;
  readonly callType?: string | null;
}

/** A call with one leg that is known by these ids, but for this. */
export function callOf({ callID = null, partyID = null, callType = null }: Ids, more: Partial<Call> = {}): Call {
  const isEstablished = (more.establishedAt ?? null) !== null;
  return { ...newCall(1, 'talking', 2), callID, callType, legs: [{ partyID, isEstablished }], ...more };
}

/** The customer's call, in which the agent talks. */
export const talk = callOf(CUSTOMER, { number: 1, establishedAt: 2 });
/** The call to a third party who has not answered. */
export const consult = callOf(THIRD, { number: 2, work: 'dialing' });
/** Another call that rings. */
export const offered = callOf(STRANGER, { number: 3, work: 'ringing', isOffered: true });

export function rosterOf(differences: Partial<Roster>): Roster {
  return { ...EMPTY_ROSTER, count: 9, ...differences };
}

/** The context of a page just opened, but for this. */
export function contextOf(differences: Partial<AgentContext> = {}): AgentContext {
  return { ...initialContext({ now: 1 }), ...differences };
}

/** The context of a page that knows these calls. */
export function callsOf(calls: Partial<Roster>, differences: Partial<AgentContext> = {}): AgentContext {
  return contextOf({ roster: rosterOf(calls), ...differences });
}

/** A command as an agent sends it, for the first call. */
export function pendingOf(command: CommandName, more: Partial<PendingCommand> = {}): PendingCommand {
  const { lane, needs, answeredBy, confirmedBy } = declarationOf(command);
  return {
    id: 1,
    command,
    lane,
    needs,
    answeredBy,
    confirmedBy,
    since: 1,
    deadline: 9,
    about: [1],
    known: [1, 2],
    words: 0,
    sessions: 0,
    inAcw: false,
    ...more,
  };
}

/** All lanes free but those of these commands. */
export function lanesOf(...commands: readonly PendingCommand[]): Pick<AgentContext, 'pending' | 'side'> {
  const { pending } = contextOf();
  const single = commands.filter(({ lane }) => lane !== 'keys' && lane !== 'query');
  return {
    pending: { ...pending, ...Object.fromEntries(single.map((command) => [command.lane, command])) },
    side: commands.filter((command) => !single.includes(command)),
  };
}
