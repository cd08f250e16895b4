import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The imports of a module when it runs: those of types are gone. */
function importsOf(file: string): readonly string[] {
  const { outputText } = ts.transpileModule(readFileSync(join(REPOSITORY, file), 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true },
  });
  return ts
    .preProcessFile(outputText)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(REPOSITORY, join(REPOSITORY, dirname(file), specifier)).replace(/\.js$/, '.ts'));
}

/** The imports of each module in these folders when it runs. */
export function graphOf(...folders: readonly string[]): Graph {
  const files = folders.flatMap((folder) =>
    readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  );
  return new Map(files.map((file) => [file, new Set(importsOf(file))]));
}

/** `machines`, `src/<folder>`, `adapters/<folder>`. */
function placeOf(file: string): string {
  const [layer = '', folder = '', ...rest] = file.split('/');
  return layer === 'machines' || rest.length === 0 ? layer : `${layer}/${folder}`;
}

/** The same between places, without what stays within one. */
export function betweenPlaces(files: Graph): Graph {
  const places = new Map<string, Set<string>>();
  for (const [file, imported] of files) {
    const from = placeOf(file);
    const others = places.get(from) ?? new Set();
    for (const each of imported) if (placeOf(each) !== from) others.add(placeOf(each));
    places.set(from, others);
  }
  return places;
}

/** The first circle found, as a way that ends where it began; null: there is none. */
export function circleIn(graph: Graph): readonly string[] | null {
  const done = new Set<string>();
  const search = (at: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(at)) return [...way.slice(way.indexOf(at)), at];
    if (done.has(at)) return null;
    for (const next of graph.get(at) ?? []) {
      const circle = search(next, [...way, at]);
      if (circle !== null) return circle;
    }
    done.add(at);
    return null;
  };
  for (const start of graph.keys()) {
    const circle = search(start, []);
    if (circle !== null) return circle;
  }
  return null;
}
