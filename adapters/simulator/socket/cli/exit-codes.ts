/** How the command ends. */
export const EXIT_CODES = {
  /** Ended by Ctrl-C or SIGTERM, or only asked for help. */
  ended: 0,
  /** Something that should not have happened. */
  failed: 1,
  /** The command line is wrong. */
  usage: 2,
  /** The floor file is missing or wrong. */
  floor: 3,
  /** The port is taken, or the address is none of this machine's. */
  listen: 4,
  /** The PBX is not there, refuses the credentials, or lacks something. */
  exchange: 5,
} as const;
