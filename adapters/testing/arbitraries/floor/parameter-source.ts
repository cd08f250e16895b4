import type { FloorOptions } from '../../../simulator/index.js';
import type { ParameterSource } from '../parameters/source.js';

const known = (values: readonly (string | undefined)[]): string[] => values.filter((value) => value !== undefined);

/**
 * The numbers, extensions and work numbers of a floor, so that commands are about those who are there.
 *
 * @example
 * validParameters('makeCall', parameterSourceOf(floor))
 */
export function parameterSourceOf(floor: FloorOptions): ParameterSource {
  const { agents, customers = [], queues = [], extensions = [], plans = [], numbers = [], companyId } = floor;
  return {
    agentIDs: agents.map(({ agentID }) => agentID),
    exts: [...known(agents.map(({ ext }) => ext)), ...extensions],
    numbers: [...customers.map(({ number }) => number), '13512349999', ...known(queues.map(({ number }) => number))],
    mobiles: known(agents.map(({ mobile }) => mobile)),
    shownNumbers: numbers,
    plans: plans.map(({ code }) => code),
    tokens: known(agents.map(({ token }) => token)),
    ...(companyId === undefined ? {} : { companyId }),
  };
}
