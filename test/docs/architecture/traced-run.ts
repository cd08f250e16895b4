import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
const SCENE = join(REPOSITORY, 'test/docs/architecture/scene.ts');
const SOURCES = /\/(machines|src|adapters)\/.*\.ts$/;

/** The files that an event and a command come through, each with the functions that are entered in it, in the order of entering. */
export interface Ways {
  readonly event: readonly Stop[];
  readonly command: readonly Stop[];
}

export interface Stop {
  readonly file: string;
  readonly functions: readonly string[];
}

function nameOf(node: ts.FunctionLikeDeclaration): string | null {
  if (ts.isConstructorDeclaration(node)) return ts.isClassDeclaration(node.parent) ? (node.parent.name?.text ?? null) : null;
  if (node.name !== undefined) return node.name.getText();
  const { parent } = node;
  const isNamed = ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent);
  return isNamed ? parent.name.getText() : null;
}

/** The source, with a note at the beginning of each function that has a name. */
function traced(file: string, text: string): string {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const notes: { readonly at: number; readonly note: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const name = nameOf(node);
      const call = `globalThis.entered?.push(${JSON.stringify(`${file}#${name ?? ''}`)})`;
      const { body } = node;
      if (name !== null && ts.isBlock(body)) notes.push({ at: body.getStart() + 1, note: ` ${call};` });
      else if (name !== null) notes.push({ at: body.getStart(), note: `(${call}, ` }, { at: body.getEnd(), note: ')' });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return notes.sort((a, b) => b.at - a.at).reduce((now, { at, note }) => now.slice(0, at) + note + now.slice(at), text);
}

const tracing: Plugin = {
  name: 'tracing',
  setup({ onLoad }) {
    onLoad({ filter: SOURCES }, async ({ path }) => ({
      contents: traced(relative(REPOSITORY, path), await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

function stopsOf(entered: readonly string[]): readonly Stop[] {
  const stops = new Map<string, Set<string>>();
  for (const entry of entered) {
    // A private function has this sign in its own name.
    const end = entry.indexOf('#');
    const [file, name] = [entry.slice(0, end), entry.slice(end + 1)];
    const functions = stops.get(file) ?? new Set();
    functions.add(name);
    stops.set(file, functions);
  }
  return [...stops].map(([file, functions]) => ({ file, functions: [...functions] }));
}

/** Sends an event and a command through the agent's own source, and notes what they come through. */
export async function tracedRun(): Promise<Ways> {
  await mkdir(join(REPOSITORY, '.tmp'), { recursive: true });
  const folder = await mkdtemp(join(REPOSITORY, '.tmp/way-'));
  try {
    const outfile = join(folder, 'scene.mjs');
    await build({
      entryPoints: [SCENE],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      packages: 'external',
      plugins: [tracing],
      logLevel: 'warning',
    });
    const { stdout } = await promisify(execFile)(process.execPath, [outfile], { cwd: REPOSITORY, maxBuffer: 2 ** 26 });
    const { event, command } = JSON.parse(stdout) as Readonly<Record<keyof Ways, readonly string[]>>;
    return { event: stopsOf(event), command: stopsOf(command) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
