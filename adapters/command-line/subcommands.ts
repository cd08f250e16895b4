import { processTerminal } from '../node/index.js';

/** A part of the command `switchhook`. */
export interface Subcommand {
  /** Its purpose, in a line of the help. */
  readonly summary: string;
  /** Runs it to its end, without its name in `argv`. Never rejects. @returns its exit code */
  run(argv: readonly string[]): Promise<number>;
}

/** Each is loaded when it is asked for: no other waits for it, or needs what it needs. */
export const SUBCOMMANDS: Readonly<Record<'simulator' | 'check' | 'inspector', Subcommand>> = {
  simulator: {
    summary: 'serves a simulated call centre over WebSocket',
    run: async (argv) => (await import('../simulator/socket/cli/index.js')).run(argv, processTerminal),
  },
  check: {
    summary: 'runs random sequences against an agent, and says what is wrong',
    run: async (argv) => (await import('../testing/cli/index.js')).run(argv),
  },
  inspector: {
    summary: 'serves a page that shows running agents',
    run: async (argv) => (await import('../inspector-socket/cli/index.js')).run(argv, processTerminal),
  },
};

export type SubcommandName = keyof typeof SUBCOMMANDS;
