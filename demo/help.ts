export const HELP = `Usage: npm start -- [options]

Serves an agent desktop on a simulated call centre, for a browser on this machine: it opens nothing by
itself, and prints its address. Ctrl-C ends it.

Options:
  --exchange KIND  the switch that has the calls: simulated, or asterisk for real calls between real
                   SIP phones. Asterisk is unpacked once, from Debian's packages, and runs on loopback
                   only, on free ports and with passwords of its own, until the end
                                                                  (default: simulated)
  --port N         the port on 127.0.0.1; if it is taken, the next one that is free; 0: any
                                                                  (default: 4780)
  --terminal       plays the agent's day in the terminal instead: three guarded agents and three
                   customers, as a timeline. On a real switch it takes less than a minute
  -h, --help       prints this

With --terminal:
  --pace N         lets the clock run N times as fast as real time, for watching; waits are cut to 2 s;
                   only on the simulated switch                   (default: no waiting)
  --lose EVENT     loses this event once on its way to an agent, to see what the agent makes of it, and
                   how the day stops when something is not as expected: try EventAgentHoldCall

Colours are left out when the output is no terminal, or NO_COLOR is set.

Environment:
  SWITCHHOOK_PBX_HOME   where Asterisk is unpacked                (default: the user's cache)

Exit codes: 0 the desktop was ended, or the day went as its script says, 1 something went wrong, 2 wrong
usage, 3 this machine cannot have Asterisk, 4 no port is free, 130 and the like: the day was broken off by
Ctrl-C or another signal.
`;
