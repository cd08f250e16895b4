import type { PendingCommand } from '../events/index.js';
import type { ActionInput, Change } from './action-input.js';

/** The success of a command says so, and not the event that may still come. */
function isBelieved({ event }: ActionInput): boolean {
  return 'isBelieved' in event && event.isBelieved;
}

/** The server has said where the agent stands: an older command's success says it no more. */
export function noteWord(input: ActionInput): Change {
  const { presence } = input.context;
  return { presence: { ...presence, words: presence.words + 1, echo: isBelieved(input) ? presence.echo : null } };
}

/** Another end has signed in: of an own login that is pending, its answer says the login state, and no word from before. */
export function voidWords({ context: { presence, pending } }: ActionInput): Change {
  return pending.login?.words === undefined ? {} : { presence: { ...presence, words: pending.login.words } };
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
export function forgetEcho(input: ActionInput): Change {
  const { presence } = input.context;
  return presence.echo === null || isBelieved(input) ? {} : { presence: { ...presence, echo: null } };
}
