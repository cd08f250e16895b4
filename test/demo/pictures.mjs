// `npm run docs:pictures`: takes the README's pictures of the agent desktop anew.
import { runTypeScript } from '../../bench/run-ts.mjs';
import { ownUrls } from '../support/own-urls.mjs';

await runTypeScript(new URL('pictures/main.ts', import.meta.url), 'pictures', { plugins: [ownUrls] });
