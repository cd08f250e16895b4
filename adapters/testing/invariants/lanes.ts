import { LANES } from '../model/allowed-when.js';
import type { Invariant } from './invariant.js';

export const oneCommandPerLane: Invariant = {
  name: 'at most one login command and one call command are pending, escapes left out',
  meaning: 'Two commands fight for one call: the answer to the first is taken for the answer to the second.',
  source: 'contract §4: while a call command is in flight no other call command, save the escapes and the lanes of their own',
  ofState: ({ pending }) => {
    if (pending.length < 2) return null;
    for (const lane of LANES) {
      const inLane = pending.map(({ command }) => command).filter((command) => lane.includes(command));
      if (inLane.length > 1) return `${inLane.join(' and ')} are pending at once, which wait for each other`;
    }
    return null;
  },
};

export const pendingInOrder: Invariant = {
  name: 'pending lists the first sent first',
  meaning: 'What the agent sees as the last click is not.',
  source: 'contract §3, field pending',
  // By which was shown first, for a clock may be set back between two of them.
  ofChange: ({ state }, before) => {
    const isKnown = state.pending.map(({ command, since }) =>
      before.pending.some((other) => other.command === command && other.since === since),
    );
    return isKnown.lastIndexOf(true) > isKnown.indexOf(false) && isKnown.includes(false)
      ? 'a later command is listed before an earlier one'
      : null;
  },
};
