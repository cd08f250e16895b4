/** The world as the command sees it. */
export interface Terminal {
  /** A line for the reader. */
  print(line: string): void;
  /** A line about what is wrong. */
  complain(line: string): void;
  /** Calls `end` once, when the user wants the command to end; returns how not to wait any more. */
  onEnd(end: () => void): () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** The terminal of this process. A second Ctrl-C ends it whatever it is doing. */
export const processTerminal: Terminal = {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  onEnd(end) {
    const stop = (): void => {
      for (const signal of SIGNALS) process.off(signal, hear);
    };
    const hear = (): void => {
      stop();
      end();
    };
    for (const signal of SIGNALS) process.on(signal, hear);
    return stop;
  },
};
