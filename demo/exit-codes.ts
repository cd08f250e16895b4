/** How the command ends. */
export const EXIT_CODES = {
  /** The desktop was ended, the day went as its script says, or only help was asked for. */
  asExpected: 0,
  /** Something did not happen as expected. */
  unexpected: 1,
  /** The command line is wrong. */
  usage: 2,
  /** The real switch cannot be had on this machine. */
  noSwitch: 3,
  /** There is no port to listen on. */
  noPort: 4,
} as const;
