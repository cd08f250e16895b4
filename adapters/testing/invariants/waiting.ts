import type { AgentState, CommandName } from '../../sobot/index.js';
import type { Invariant } from './invariant.js';

/** The states that wait, and the command whose outcome they wait for. */
const WAITING: readonly (readonly [string, (state: AgentState) => boolean, CommandName])[] = [
  ['connection is initializing', ({ connection }) => connection === 'initializing', 'initAgent'],
  ['login is loggingIn', ({ login }) => login === 'loggingIn', 'login'],
  ['login is loggingOut', ({ login }) => login === 'loggingOut', 'logout'],
  ['work is calling', ({ work }) => work === 'calling', 'makeCall'],
];

export const waitingHasCommand: Invariant = {
  name: 'a state that waits for an answer has its command in pending',
  meaning: 'The page says "signing in" for ever: nothing is left that could end it.',
  source: 'contract §5: no state waits for ever',
  ofState: (state) => {
    const stuck = WAITING.find(([, waits, command]) => waits(state) && !state.pending.some((entry) => entry.command === command));
    return stuck === undefined ? null : `${stuck[0]}, and ${stuck[2]} is not pending`;
  },
};
