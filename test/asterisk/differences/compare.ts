import type { Step } from '../stage/journal.js';

/** A step of a scenario that agents see differently on the two switches. */
export interface Difference {
  readonly scenario: string;
  readonly step: string;
  /** Lines of the simulated exchange only; all its lines where only the order differs. */
  readonly simulated: readonly string[];
  readonly real: readonly string[];
}

/** The lines of the one that the other has not; each line of the other makes up for one. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function compareStep(scenario: string, simulated: Step | undefined, real: Step | undefined): readonly Difference[] {
  const step = simulated?.name ?? real?.name ?? '';
  if (simulated?.name !== real?.name) {
    return [{ scenario, step, simulated: [simulated?.name ?? 'no such step'], real: [real?.name ?? 'no such step'] }];
  }
  const [one, other] = [simulated?.lines ?? [], real?.lines ?? []];
  if (one.join('\n') === other.join('\n')) return [];
  const [onlySimulated, onlyReal] = [without(one, other), without(other, one)];
  const isOrder = onlySimulated.length + onlyReal.length === 0;
  return [{ scenario, step, simulated: isOrder ? one : onlySimulated, real: isOrder ? other : onlyReal }];
}

/** The differences, step by step. */
export function compare(scenario: string, simulated: readonly Step[], real: readonly Step[]): readonly Difference[] {
  const length = Math.max(simulated.length, real.length);
  return Array.from({ length }, (_, index) => compareStep(scenario, simulated[index], real[index])).flat();
}
