import { execFile, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Run {
  readonly exitCode: number;
  readonly output: string;
  readonly complaint: string;
}

/** A command that has been started, and how it ends. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Run>;
}

export function launch(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Started {
  const env = { ...process.env, NODE_OPTIONS: '', ...environment };
  let end: (run: Run) => void;
  const ended = new Promise<Run>((resolve) => {
    end = resolve;
  });
  const child = execFile(command, args, { cwd: ROOT, env }, (_error, output, complaint) => {
    end({ exitCode: child.exitCode ?? -1, output, complaint });
  });
  return { child, ended };
}

export function run(command: string, args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Run> {
  return launch(command, args, environment).ended;
}

/** The day in the terminal. */
export function start(...args: readonly string[]): Promise<Run> {
  return run(process.execPath, ['demo/start.mjs', '--terminal', ...args]);
}

/** A number of the summary. */
export function figure(output: string, name: string): number {
  const line = output.split('\n').find((one) => one.trim().startsWith(name));
  return Number(/\d+/.exec(line ?? '')?.[0]);
}
