import { COMMANDS } from '../../../src/index.js';
import type { Look } from '../history/history.js';
import type { Invariant } from './invariant.js';

function difference(left: readonly string[], right: readonly string[]): string | undefined {
  return COMMANDS.find((command) => left.includes(command) !== right.includes(command));
}

export const allowedIsCan: Invariant = {
  name: 'allowed is exactly the commands for which can is true and whyNot is null',
  meaning: 'A button is enabled by one set of rules and refused by another.',
  source: 'contract §3, field allowed, and §4',
  ofLook: ({ state, can, unrefused }: Look) => {
    const byCan = difference(state.allowed, can);
    if (byCan !== undefined) return `allowed and can disagree about ${byCan}`;
    const byReason = difference(can, unrefused);
    return byReason === undefined ? null : `can and whyNot disagree about ${byReason}`;
  },
};
