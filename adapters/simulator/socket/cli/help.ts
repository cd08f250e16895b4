export const HELP = `Usage: switchhook simulator [options]

Serves a simulated call centre over WebSocket, one floor for all who connect. In a page or a
process: connectToCallCentre('ws://127.0.0.1:8787') in place of new SobotClient.agent().

Options:
  --port PORT        port to listen on, 0 for any that is free      (default 8787)
  --host HOST        address to listen on                           (default 127.0.0.1)
  --floor FILE       JSON file with agents, customers, queues and options of the call centre
                     (default: 3 agents, 3 customers, 1 queue)
  --seed SEED        anything; the same seed gives the same ids and delays
                                                                    (default: the floor's)
  --grace SECONDS    how long a web phone's call survives without its page
                                                                    (default: the floor's, 15)
  --allow-control    lets connectToFloor(url) move customers and phones, set up faults and read
                     everything: for demonstrations and tests       (default: off)
  --origin ORIGIN    lets pages of this origin connect, such as https://desk.example; may be
                     repeated; * for all                            (default: pages of this machine)
  --exchange KIND    the switch that has the calls: simulated, or asterisk for real ones on a PBX
                                                                    (default simulated)
  -v, --verbose      prints what happens on the floor, numbers of persons masked
  -h, --help         prints this
  --version          prints the version

With --exchange asterisk:
  --ari URL          the PBX's HTTP server                          (default http://127.0.0.1:8088)
  --ami HOST:PORT    its manager interface, for what ARI cannot do: have a phone pick up when its
                     agent answers in the page                      (default: none)
  --app NAME         the Stasis application its dial plan hands calls to   (default switchhook)
  --credentials FILE lines ARI_USER=…, ARI_PASSWORD=…, and with --ami AMI_USER=…, AMI_PASSWORD=…
                     (default: variables of these names in the environment)

Ctrl-C ends it.

Exit codes: 0 ended, 1 failed, 2 wrong usage, 3 floor file missing or wrong, 4 cannot listen,
5 the PBX cannot be used.
`;
