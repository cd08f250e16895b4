import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** For a bundle whose modules look for files beside them: each goes on knowing where it lies. @type {import('esbuild').Plugin} */
export const ownUrls = {
  name: 'own-urls',
  setup({ onLoad }) {
    onLoad({ filter: /\/(test|machines|src|adapters|demo|bench)\/.*\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};
