export const HELP = `Usage: switchhook inspector [options]

Serves a page that shows running agents: the map of the chart, lit, and all that has happened, back
and forth. An agent comes when its page or program calls

  connectInspector(agent, { url: 'ws://127.0.0.1:4777' })    from switchhook/inspector/socket

The page and its door are there for this machine alone. Nothing personal is shown or sent: numbers
become pseudonyms, tokens and attached data are left out. Nothing is kept.

Options:
  --port NUMBER    where to listen on 127.0.0.1; 0: any that is free   (default: 4777)
  --origin ORIGIN  pages from here may show their agents, too, such as https://desk.example; may be
                   given several times          (default: pages from this machine, localhost)
  -h, --help       prints this
  --version        prints the version

Exit codes: 0 ended by Ctrl-C, 1 failed, 2 wrong usage, 4 the port cannot be used.
`;
