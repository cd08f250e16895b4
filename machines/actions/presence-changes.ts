import type { PendingCommand } from '../events/index.js';
import type { ActionInput, Change } from './action-input.js';

/** The server has said where the agent stands: an older command's success says it no more. */
export function noteWord({ context: { presence }, event }: ActionInput): Change {
  // The event that says what a success has said is still to come.
  const isSuccess = 'isSuccess' in event && event.isSuccess === true;
  return { presence: { ...presence, words: presence.words + 1, echo: isSuccess ? presence.echo : null } };
}

/** The page has signed in, connected or regained the agent: refusals from before state nothing. */
export function beginSession({ context: { presence } }: ActionInput): Change {
  return { presence: { ...presence, sessions: presence.sessions + 1 } };
}

/** Commands whose success is told by an event, too. */
const ECHOES: Readonly<Record<string, 'agent.ready' | 'agent.notReady' | 'agent.loggedOut'>> = {
  ready: 'agent.ready',
  notReady: 'agent.notReady',
  logout: 'agent.loggedOut',
  resetLogout: 'agent.loggedOut',
};

/** The success of a login command is believed. */
export function decideLogin({ context: { presence } }: ActionInput, { id, command }: PendingCommand): Change {
  return { presence: { ...presence, decidedBy: id, echo: ECHOES[command] ?? null } };
}

/** The event has come that says what a success has said before. */
export function forgetEcho({ context: { presence } }: ActionInput): Change {
  return presence.echo === null ? {} : { presence: { ...presence, echo: null } };
}
