import { COMMANDS, NOTHING, type AgentContext, type CommandName, type Leg, type Request } from '../../machines/index.js';
import { initialContext } from '../../machines/context.js';

/** The customer's leg, as the chart knows it. */
export const callLeg: Leg = { callID: 'call-1', partyID: 'party-1', callType: 'Inbound', establishedAt: 2, details: NOTHING };
/** The third party's leg. */
export const consultLeg: Leg = { callID: 'call-1', partyID: 'party-2', callType: 'Consult', establishedAt: null, details: NOTHING };

/** The context of a page just opened, but for this. */
export function contextOf(differences: Partial<AgentContext>): AgentContext {
  return { ...initialContext({ now: 1 }), ...differences };
}

/** The lanes with this command in flight in the one for it. */
export function requestFor(command: CommandName, more: Partial<Request> = {}): AgentContext['requests'] {
  const lane = command === 'login' || command === 'notReady' ? 'login' : 'call';
  const request: Request = {
    id: COMMANDS.indexOf(command) + 1,
    command,
    lane,
    since: 1,
    deadline: 9,
    answeredBy: lane === 'login' ? 'callback' : 'event',
    confirmedBy: [
      { fact: 'agent.ready' },
      { fact: 'agent.notReady' },
      { fact: 'call.established', leg: 'call' },
      { fact: 'call.dialing', leg: 'consult' },
      { fact: 'call.released', leg: 'either' },
    ],
    needs: lane === 'login' ? 'connection' : 'call',
    callNumber: 1,
    ...more,
  };
  return { login: null, reset: null, call: null, cancelConsult: null, hangup: null, [lane]: request };
}
