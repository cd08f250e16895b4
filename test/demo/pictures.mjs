// `npm run docs:pictures`: takes the README's pictures of the agent desktop anew.
import { ownUrls, runTypeScript } from '../../bench/run-ts.mjs';

await runTypeScript(new URL('pictures/main.ts', import.meta.url), 'pictures', { plugins: [ownUrls] });
