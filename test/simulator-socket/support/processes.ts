import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { later, until, type Message } from './floor.js';

const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** The command and the agent's program, built the way Node runs them. */
export interface Built {
  readonly directory: string;
  remove(): Promise<void>;
}

export async function build(): Promise<Built> {
  const scratch = join(repository, '.tmp');
  await mkdir(scratch, { recursive: true });
  // Inside the repository, where the dependencies are found.
  const directory = await mkdtemp(join(scratch, 'simulator-socket-'));
  const entries = {
    switchhook: 'adapters/command-line/cli.ts',
    agent: 'test/simulator-socket/support/agent-process.ts',
  };
  await promisify(execFile)(
    join(repository, 'node_modules', '.bin', 'esbuild'),
    [
      ...Object.entries(entries).map(([name, path]) => `${name}=${path}`),
      ...['--bundle', '--splitting', '--format=esm', '--platform=node', '--packages=external', `--outdir=${directory}`],
      '--out-extension:.js=.mjs',
    ],
    { cwd: repository },
  );
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}

/** A program that runs beside the test. It is killed after the test if it has not ended. */
export interface Program {
  readonly child: ChildProcess;
  /** Its stdout so far. */
  output(): string;
  complaints(): string;
  /** Its exit code; null if a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** How each program is called, in the folder of what was built. */
const CALLS = { simulator: ['switchhook.mjs', 'simulator'], agent: ['agent.mjs'] } as const;

export function start(built: Built, name: keyof typeof CALLS, ...args: string[]): Program {
  const [module, ...first] = CALLS[name];
  const env = { ...process.env, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, [join(built.directory, module), ...first, ...args], { env, cwd: built.directory });
  const written = { output: '', complaints: '' };
  child.stdout.on('data', (data: Buffer) => (written.output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (written.complaints += data.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  later(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, ended, output: () => written.output, complaints: () => written.complaints };
}

/** The address at which the started command serves. */
export async function addressOf(program: Program): Promise<string> {
  await until(() => program.output().includes('Ctrl-C ends it.') || program.complaints() !== '', 'for the server');
  const url = /ws:\/\/\S+/.exec(program.output())?.[0];
  if (url === undefined) throw new Error(program.complaints());
  return url;
}

/** The messages that an agent's program has heard. */
export function heardBy(program: Program): Message[] {
  return program
    .output()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Message);
}
