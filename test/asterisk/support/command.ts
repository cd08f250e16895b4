import { run } from '../../../adapters/simulator/socket/cli/run.js';
import { until } from './until.js';

export interface RunningCommand {
  readonly output: string;
  readonly complaints: string;
  /** Waits for a line with this in it. */
  said(text: string | RegExp): Promise<void>;
  /** Ctrl-C. @returns the exit code */
  end(): Promise<number>;
  /** The exit code of a command that ends by itself. */
  readonly ended: Promise<number>;
}

/** Runs `switchhook simulator` in this process. */
export function startCommand(...args: readonly string[]): RunningCommand {
  let output = '';
  let complaints = '';
  let end: () => void = () => undefined;
  const ended = run(args, {
    print: (line) => {
      output += `${line}\n`;
    },
    complain: (line) => {
      complaints += `${line}\n`;
    },
    onEnd: (listener) => {
      end = listener;
      return () => undefined;
    },
  });
  return {
    get output() {
      return output;
    },
    get complaints() {
      return complaints;
    },
    said: (text) =>
      until(
        () => new RegExp(text).test(output),
        () => `it says ${String(text)}; it says:\n${output}${complaints}`,
      ),
    end: () => {
      end();
      return ended;
    },
    ended,
  };
}
