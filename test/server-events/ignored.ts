import type { Bench } from '../support/bench/index.js';

/** The messages reported as ignored from now on, each with the rule that dropped it. */
export function ignoredOf({ agent }: Pick<Bench, 'agent'>): string[] {
  const ignored: string[] = [];
  agent.on('switchhook:ignored', ({ messageID, rule }) => ignored.push(`${messageID} ${rule}`));
  return ignored;
}
