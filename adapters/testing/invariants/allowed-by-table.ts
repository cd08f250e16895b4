import { COMMANDS } from '../../../src/index.js';
import type { AgentState } from '../../sobot/index.js';
import { expectedRefusal, situationOf, type Situation } from '../model/allowed-when.js';
import type { Invariant } from './invariant.js';

/** The situations that the state may be: some of what decides is not shown. */
function situationsOf(state: AgentState): readonly Situation[] {
  const shown = situationOf(state, false);
  switch (state.work) {
    // The customer may be held because the consulted party has gone.
    case 'holding':
      return [shown, situationOf(state, true)];
    // A regain may have named the call and not how far it is.
    case 'talking':
      return [shown, situationOf(state, false, { isGuess: true })];
    // While the call asked for has no leg yet, a leg to this agent may be it, or another call.
    case 'dialing':
      return state.pending.some(({ command }) => command === 'makeCall')
        ? [shown, situationOf(state, false, { isOffered: true })]
        : [shown];
    default:
      return [shown];
  }
}

function disagreements({ allowed }: AgentState, situation: Situation): readonly string[] {
  return COMMANDS.flatMap((command) => {
    const isAllowed = allowed.includes(command);
    const isRight = (expectedRefusal(command, situation) === null) === isAllowed;
    return isRight ? [] : [`${command} is ${isAllowed ? 'allowed' : 'not allowed'}`];
  });
}

function standing({ connection, login, work, consult, muted, onHold, waiting, pending }: AgentState): string {
  const phase = consult === null ? '' : ` (third party ${consult.phase})`;
  const flight = pending.length === 0 ? '' : `, in flight: ${pending.map(({ command }) => command).join(', ')}`;
  const held = onHold === null ? '' : `, on hold: ${onHold}`;
  const others = waiting.length === 0 ? '' : `, waiting: ${waiting.map((call) => call.work).join(', ')}`;
  return `connection ${connection}, login ${login}, work ${work}${phase}${muted ? ', muted' : ''}${held}${others}${flight}`;
}

/** Of an SDK object that has all 35 commands. */
export const allowedByTable: Invariant = {
  name: "allowed is what the contract's table says",
  meaning: 'A button that leads nowhere, or none where the agent needs one.',
  source: 'contract §4',
  ofState: (state) => {
    const byFewest = situationsOf(state)
      .map((situation) => disagreements(state, situation))
      .sort((one, other) => one.length - other.length);
    const [wrong = []] = byFewest;
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
