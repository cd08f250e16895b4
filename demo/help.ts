export const HELP = `Usage: npm start -- [options]

The agent's day: three guarded agents and three customers on a simulated call centre, as a timeline.
Everything on it comes from the agents' own states, promises and events.

Options:
  --exchange KIND  the switch that has the calls: simulated, or asterisk for real calls between real
                   SIP phones, in real time, less than a minute. Asterisk is unpacked once, from
                   Debian's packages, and runs on loopback only, on free ports and with passwords of
                   its own, until the day is over
                                                                  (default: simulated)
  --pace N         lets the clock run N times as fast as real time, for watching; waits are cut to 2 s;
                   only on the simulated switch                   (default: no waiting)
  --lose EVENT     loses this event once on its way to an agent, to see what the agent makes of it, and
                   how the day stops when something is not as expected: try EventAgentHoldCall
  -h, --help       prints this

Colours are left out when the output is no terminal, or NO_COLOR is set.

Environment:
  SWITCHHOOK_PBX_HOME   where Asterisk is unpacked                (default: the user's cache)

Exit codes: 0 the day went as its script says, 1 it did not, 2 wrong usage, 3 this machine cannot have
Asterisk, 130 and the like: ended by Ctrl-C or another signal.
`;
