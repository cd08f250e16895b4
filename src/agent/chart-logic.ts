import { agentMachine, type AgentMachine } from '../../machines/index.js';

let logic = agentMachine;

/** The logic of a new agent's actor: the statechart, on XState's own interpreter unless a test run says otherwise. */
export function chartLogic(): AgentMachine {
  return logic;
}

/**
 * Agents that `make` creates run on this logic, which must do what the chart does.
 * Only the testing kit asks for it, to run the compiled chart: no option of an
 * agent's, because a page has no use for it.
 */
export function runningOn<Made>(other: AgentMachine, make: () => Made): Made {
  const before = logic;
  logic = other;
  try {
    return make();
  } finally {
    logic = before;
  }
}
