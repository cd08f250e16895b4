import type { Bench } from '../support/bench/index.js';

/** What is reported from now on as ignored: the message, and the rule that dropped it. */
export function ignoredOf({ agent }: Pick<Bench, 'agent'>): string[] {
  const ignored: string[] = [];
  agent.on('switchhook:ignored', ({ messageID, rule }) => ignored.push(`${messageID} ${rule}`));
  return ignored;
}
