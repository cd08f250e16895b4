import type { AgentState } from '../../../adapters/sobot/index.js';

function loginText({ login, reasonCode }: AgentState): string {
  return login === 'break' ? `break ${reasonCode ?? ''}`.trimEnd() : login;
}

function workText({ work, consult, muted }: AgentState): string {
  const what = consult === null ? work : `${work} (${consult.phase})`;
  return muted ? `${what}, muted` : what;
}

/** Where an agent stands; `…`: a command is in flight. */
export function stateText(state: AgentState): string {
  const { connection, login, pending } = state;
  const flight = pending.length === 0 ? '' : ' …';
  if (connection !== 'connected') return connection + flight;
  if (login === 'offline' || login === 'loggingIn' || login === 'loggingOut') return login + flight;
  return `${loginText(state)} · ${workText(state)}${flight}`;
}
