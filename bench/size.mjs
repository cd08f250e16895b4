// `npm run size`: the download of an agent's page; fails when an entry is over its limit.
import { runTypeScript } from './run-ts.mjs';

await runTypeScript(new URL('package/size.ts', import.meta.url), 'size');
