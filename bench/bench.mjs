// `npm run bench`: what the guarded agent costs; `frame/arguments.ts` says what else it can be asked for.
import { runTypeScript } from './run-ts.mjs';

await runTypeScript(new URL('frame/main.ts', import.meta.url), 'bench');
