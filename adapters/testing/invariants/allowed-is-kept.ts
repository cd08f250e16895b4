import type { Invariant } from './invariant.js';

/** The codes of refusals because of the state, and not because of the parameters. */
const FOR_THE_STATE = ['NOT_ALLOWED', 'IN_FLIGHT', 'NOT_SUPPORTED', 'DISPOSED'];

export const allowedIsKept: Invariant = {
  name: 'a command in allowed is never refused for its state',
  meaning: 'The agent presses a button that is enabled, and nothing happens.',
  source: 'contract §4',
  ofCommand: ({ command, before, isInvalid, reached }) => {
    if (before === null || !before.allowed.includes(command) || isInvalid || reached === 1) return null;
    return `${command} was allowed, and has reached the SDK ${String(reached)} times`;
  },
  ofEnding: ({ command, before, reached }, { by, code }) => {
    if (before === null || !before.allowed.includes(command) || by !== 'reject' || code === null) return null;
    // A command that has reached the SDK was not refused; DISPOSED is how it may end then.
    if (reached > 0 || !FOR_THE_STATE.includes(code)) return null;
    return `${command} was allowed, and was refused with ${code}`;
  },
};
