// `npm run size`: what an agent's page downloads for `switchhook/sobot`; fails when it is over a limit.
import { runTypeScript } from './run-ts.mjs';

await runTypeScript(new URL('package/size.ts', import.meta.url), 'size');
