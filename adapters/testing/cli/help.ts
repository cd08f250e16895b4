export const HELP = `Usage: switchhook check [options]

Runs random sequences of commands, customers, supervisors and network troubles against an agent at a
simulated call centre, and says what is wrong, in words, with the shortest sequence that shows it.

Options:
  --agent MODULE     what to check: a module whose default export makes it,
                     (sdk, { clock, storage }) => subject            (default: createSobotAgent)
  --runs NUMBER      how many sequences                              (default: 200)
  --steps NUMBER     how many steps a sequence has at most           (default: 60)
  --seed NUMBER      the same seed gives the same sequences          (default: by chance)
  --no-faults        nothing goes wrong between page and service
  --missing          lists the pairs of state and command or event that were not exercised
  --replay STRING    runs one sequence, which a failure has named, and prints its timeline
  -h, --help         prints this
  --version          prints the version

Needs fast-check: npm install --save-dev fast-check

Exit codes: 0 nothing was wrong, 1 something was, 2 wrong usage, 3 the module of --agent cannot be
used, 4 failed.
`;
