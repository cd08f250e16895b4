import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** A throw-away project that has the packed package installed, the way npm would have installed it. */
export interface Consumer {
  /** The entries of `exports`, as one imports them: `switchhook`, `switchhook/sobot`, … */
  readonly specifiers: readonly string[];
  readonly tarball: string;
  /** The project's folder. */
  readonly folder: string;
  /** The package in it, unpacked. */
  readonly installed: string;
  write(path: string, text: string): Promise<void>;
  /** Runs a tool of this repository (`jest`, `tsc`, …) in the project; rejects with its output if it fails. */
  tool(name: string, ...args: string[]): Promise<void>;
  /** Runs Node in the project; rejects with its output if it fails. */
  node(...args: string[]): Promise<void>;
  remove(): Promise<void>;
}

export async function installPackedPackage(): Promise<Consumer> {
  const project = await mkdtemp(join(tmpdir(), 'switchhook-consumer-'));
  const installed = join(project, 'node_modules', 'switchhook');
  await mkdir(installed, { recursive: true });

  await run('npm', ['run', '--silent', 'build'], repository);
  // Read after the build, which writes `exports`.
  const manifest = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as Manifest;
  await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', project], repository);
  const tarball = join(project, `${manifest.name}-${manifest.version}.tgz`);
  await run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'], project);

  // Only what a consumer would have: the declared dependencies, and the types that Node and React keep apart.
  const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
  for (const name of [...Object.keys(declared), '@types/node', 'undici-types', '@types/react', 'csstype']) {
    const link = join(project, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(repository, 'node_modules', name), link, 'junction');
  }

  return {
    specifiers: Object.keys(manifest.exports)
      .filter((path) => path !== './package.json')
      .map((path) => join(manifest.name, path)),
    tarball,
    folder: project,
    installed,
    write: (path, text) => writeFile(join(project, path), text),
    tool: (name, ...args) => run(join(repository, 'node_modules', '.bin', name), args, project),
    node: (...args) => run(process.execPath, args, project),
    remove: () => rm(project, { recursive: true, force: true }),
  };
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Record<string, unknown>;
  readonly dependencies: Record<string, string>;
  readonly peerDependencies: Record<string, string>;
}

function run(file: string, args: string[], cwd: string): Promise<void> {
  // The consumer must not inherit what this test run was started with, above all not --experimental-vm-modules.
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: undefined, JEST_WORKER_ID: undefined };
  return new Promise((resolve, reject) => {
    execFile(file, args, { cwd, env }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stdout}${stderr}`));
      else resolve();
    });
  });
}
