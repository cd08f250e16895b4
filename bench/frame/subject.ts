import { execFileSync, fork } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Figure, Measurement } from './measurement.js';
import type { Tree } from './tree.js';

/** The folders whose sources are measured. */
const SOURCES = new Set(['machines', 'src', 'adapters']);

const isBelow = (directory: string, path: string): boolean => !relative(directory, path).startsWith('..');

/** The sources that the bench of this tree imports come from another tree. */
function sourcesOf(root: string, tree: Tree): Plugin {
  return {
    name: 'sources-of-another-tree',
    setup(bundle) {
      bundle.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
        const target = relative(root, resolve(resolveDir, path));
        if (!isBelow(join(root, 'bench'), resolveDir) || !SOURCES.has(target.split(sep)[0] ?? '')) return undefined;
        const there = join(tree.directory, target.replace(/\.js$/, '.ts'));
        // An older commit may lack a module that is measured here: its exports are undefined then.
        return existsSync(there) ? { path: there } : { path: target, namespace: 'missing' };
      });
      bundle.onLoad({ filter: /.*/, namespace: 'missing' }, () => ({ contents: 'module.exports = {};' }));
    },
  };
}

/** The bench of this tree, bundled with the sources of a tree, ready to be run until it is closed. */
export class Subject {
  readonly #tree: Tree;
  readonly #file: string;
  #sources: readonly string[] = [];
  #isBuilt = false;

  private constructor(tree: Tree) {
    this.#tree = tree;
    // As deep in its tree as `bench/` is, so that what it finds relative to itself is its own tree's.
    this.#file = join(tree.directory, '.tmp', `bench-subject-${process.pid}.mjs`);
  }

  static async of(root: string, tree: Tree): Promise<Subject> {
    const subject = new Subject(tree);
    const { metafile } = await build({
      entryPoints: [join(root, 'bench', 'subject.ts')],
      outfile: subject.#file,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      packages: 'external',
      logLevel: 'warning',
      metafile: true,
      absWorkingDir: root,
      plugins: [sourcesOf(root, tree)],
    });
    subject.#sources = Object.keys(metafile.inputs)
      .filter((path) => !path.startsWith('missing:'))
      .map((path) => join(root, path))
      .filter((path) => !isBelow(join(root, 'bench'), path));
    return subject;
  }

  /** The files that are measured. */
  get sources(): readonly string[] {
    return this.#sources;
  }

  close(): void {
    rmSync(this.#file, { force: true });
  }

  get name(): string {
    return this.#tree.name;
  }

  /** Measures in a new process, for about this many ms. */
  async measure({ name, needsBuild }: Measurement, ms: number): Promise<readonly Figure[]> {
    if (needsBuild === true) this.#build();
    const child = fork(this.#file, [name, String(ms)], {
      cwd: this.#tree.directory,
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    return new Promise((resolve, reject) => {
      let figures: readonly Figure[] | null = null;
      child.on('message', (message) => {
        figures = message as readonly Figure[];
      });
      child.on('error', reject);
      child.on('close', () => {
        if (figures !== null) resolve(figures);
        else reject(new Error(`"${name}" could not be measured at ${this.name}:\n${complaint}`));
      });
    });
  }

  #build(): void {
    if (this.#isBuilt) return;
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: this.#tree.directory, stdio: ['ignore', 'ignore', 'inherit'] });
    this.#isBuilt = true;
  }
}
