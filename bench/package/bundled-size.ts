import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export interface Size {
  readonly minified: number;
  readonly gzip: number;
}

/** Node's own modules, and what no page loads: a socket of Node's, and the library that a test run brings along. */
const NEVER_ON_A_PAGE = ['node:*', 'ws', 'fast-check'];

/** Bytes of a built entry and all that it imports, as a bundler of a page's would minify it. */
export async function bundledSize(entry: string, leftOut: RegExp | null = null): Promise<Size> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    external: NEVER_ON_A_PAGE,
    plugins: [
      {
        name: 'leave-out',
        setup(bundle) {
          if (leftOut !== null) bundle.onResolve({ filter: leftOut }, ({ path }) => ({ path, external: true }));
        },
      },
    ],
    write: false,
    logLevel: 'error',
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error(`${entry}: no bundle.`);
  return { minified: bundle.contents.length, gzip: gzipSync(bundle.contents, { level: 9 }).length };
}
