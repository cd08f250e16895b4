import { availableParallelism, cpus } from 'node:os';
import type { Measurement } from './measurement.js';
import type { Result } from './results.js';
import { markdown, resultTable } from './table.js';

/** The machine that the figures were measured on. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly node: string;
}

export function machineHere(): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    node: process.version,
  };
}

/** A line for each thing that is measured: the meaning of its figures. */
export const meaningOf = ({ name, meaning }: Measurement): string => `- **${name}.** ${meaning}`;

/** `docs/performance.md`. */
export function documentOf(results: readonly Result[], { cores, processor, node }: Machine): string {
  return `# Performance

Written by \`npm run bench -- --write\`: what the guarded agent costs, measured on ${cores} cores (${processor}) with Node.js ${node}.

Each thing is measured in processes of its own; the median of them stands here. A ratio (×) compares two things in one
process, which run in turn in batches of some ms: it is the median of what each turn says, so that it depends little on the
computer and on what else runs there. Times are CPU time of the process. \`npm run bench -- --check\` measures quickly and
fails where a ratio misses its goal by more than a quarter, four times in a row (where a goal has not been reached, what has
been reached counts in its place); \`npm run bench -- --against <commit>\` measures this tree and that commit in turn.

${results.map(({ measurement }) => meaningOf(measurement)).join('\n')}

${markdown(resultTable(results))}
`;
}
