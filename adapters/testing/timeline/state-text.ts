import type { AgentState } from '../../sobot/index.js';

/** Where a page shows its agent, in short; `…`: a command is in flight. */
export function stateText({ connection, login, reasonCode, work, consult, muted, pending }: AgentState): string {
  const flight = pending.length === 0 ? '' : ` … ${pending.map(({ command }) => command).join(', ')}`;
  if (connection !== 'connected') return connection + flight;
  const status = login === 'break' ? `break ${reasonCode ?? ''}` : login;
  if (login === 'offline' && work === 'idle') return status + flight;
  const what = consult === null ? work : `${work} (${consult.phase})`;
  return `${status} · ${what}${muted ? ', muted' : ''}${flight}`;
}
