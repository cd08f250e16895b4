/** How the command ends. */
export const EXIT_CODES = {
  /** Nothing was wrong, or only help was asked for. */
  ok: 0,
  /** A sequence was found after which something is wrong. */
  found: 1,
  /** The command line is wrong. */
  usage: 2,
  /** The module of `--agent` cannot be used. */
  agent: 3,
  /** fast-check is missing, or something happened that should not have. */
  failed: 4,
} as const;
