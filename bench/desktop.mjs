// `npm run bench:desktop`: how long a click on the busiest page of the agent desktop takes, beside a page that does nothing.
import { ownUrls } from '../test/support/own-urls.mjs';
import { runTypeScript } from './run-ts.mjs';

await runTypeScript(new URL('desktop/main.ts', import.meta.url), 'desktop-bench', { plugins: [ownUrls] });
