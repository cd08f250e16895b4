export const HELP = `Usage: npm start -- [options]

The agent's day: three guarded agents and three customers on a simulated call centre, as a timeline.
Everything on it comes from the agents' own states, promises and events.

Options:
  --pace N      lets the clock run N times as fast as real time, for watching; waits are cut to 2 s
                (default: no waiting)
  --lose EVENT  loses this event once on its way to an agent, to see what the agent makes of it, and
                how the day stops when something is not as expected: try EventAgentHoldCall
  -h, --help    prints this

Colours are left out when the output is no terminal, or NO_COLOR is set.

Exit codes: 0 the day went as its script says, 1 it did not, 2 wrong usage.
`;
