import type { FloorOptions } from './floor-options.js';

/** The first value that stands in the list twice. */
function repeated(values: readonly (string | undefined)[]): string | undefined {
  return values.find((value, index) => value !== undefined && values.indexOf(value) !== index);
}

function requireUnique(what: string, values: readonly (string | undefined)[], secret = false): void {
  const value = repeated(values);
  if (value === undefined) return;
  const which = secret ? '' : `: ${value}`;
  throw new TypeError(`Bad call centre options. ${what} must be different from each other${which}.`);
}

function requireKnown(what: string, names: readonly string[], known: readonly string[]): void {
  const name = names.find((candidate) => !known.includes(candidate));
  if (name === undefined) return;
  const allowed = known.length === 0 ? 'none is defined' : `there are: ${known.join(', ')}`;
  throw new TypeError(`Bad call centre options. ${what} ${name} is not defined; ${allowed}.`);
}

/** Checks the rules between the parts of a floor. @throws TypeError that says what is wrong */
export function checkFloor(floor: FloorOptions): void {
  const { agents, queues = [], plans = [], extensions = [] } = floor;
  requireUnique(
    'Work numbers (agentID)',
    agents.map(({ agentID }) => agentID),
  );
  requireUnique(
    'Agent ids (agentUUID)',
    agents.map(({ agentUUID }) => agentUUID),
  );
  requireUnique('Extensions', [...agents.flatMap(({ ext, secondPhone }) => [ext, secondPhone]), ...extensions]);
  requireUnique(
    'Mobile numbers of agents',
    agents.map(({ mobile }) => mobile),
    true,
  );
  requireUnique(
    'Names and numbers of queues',
    queues.flatMap(({ name, number }) => [name, number]),
    true,
  );
  for (const agent of agents) {
    const of = `Agent ${agent.agentID}:`;
    requireKnown(
      `${of} queue`,
      agent.queues ?? [],
      queues.map(({ name }) => name),
    );
    requireKnown(
      `${of} plan`,
      agent.routes?.plans ?? [],
      plans.map(({ code }) => code),
    );
    const { phoneTypes, defaultPhoneType } = agent;
    if (phoneTypes && defaultPhoneType) requireKnown(`${of} default phone type`, [defaultPhoneType], phoneTypes);
  }
}
