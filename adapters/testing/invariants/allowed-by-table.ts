import { COMMANDS } from '../../../src/index.js';
import type { AgentState } from '../../sobot/index.js';
import { expectedRefusal, situationOf, type Situation } from '../model/allowed-when.js';
import type { Invariant } from './invariant.js';

function disagreements(state: AgentState): string[] {
  const settled = situationOf(state, false);
  // Whether the customer is held because the consulted party has gone is not shown: both may be.
  const afterConsult = state.work === 'holding' ? situationOf(state, true) : null;
  const wrong: string[] = [];
  for (const command of COMMANDS) {
    const isAllowed = state.allowed.includes(command);
    const isRight = (situation: Situation) => (expectedRefusal(command, situation) === null) === isAllowed;
    if (isRight(settled) || (afterConsult !== null && isRight(afterConsult))) continue;
    wrong.push(`${command} is ${isAllowed ? 'allowed' : 'not allowed'}`);
  }
  return wrong;
}

function standing({ connection, login, work, consult, muted, pending }: AgentState): string {
  const phase = consult === null ? '' : ` (third party ${consult.phase})`;
  const flight = pending.length === 0 ? '' : `, in flight: ${pending.map(({ command }) => command).join(', ')}`;
  return `connection ${connection}, login ${login}, work ${work}${phase}${muted ? ', muted' : ''}${flight}`;
}

/** Of an SDK object that has all 35 commands. */
export const allowedByTable: Invariant = {
  name: "allowed is what the contract's table says",
  meaning: 'A button that leads nowhere, or none where the agent needs one.',
  source: 'contract §4',
  ofState: (state) => {
    const wrong = disagreements(state);
    return wrong.length === 0 ? null : `${wrong.join(', ')}, against the table: ${standing(state)}`;
  },
};

export const subscriptionsAlwaysAllowed: Invariant = {
  name: 'on and off are always allowed, and no command is listed twice',
  meaning: 'A list of buttons with holes or doubles.',
  source: 'contract §4, on, off',
  ofState: ({ allowed }) => {
    if (!allowed.includes('on') || !allowed.includes('off')) return 'on or off is not in allowed';
    return new Set(allowed).size === allowed.length ? null : 'a command is in allowed twice';
  },
};
