// `npm run bench`: the cost of the guarded agent; `frame/arguments.ts` lists all that it can be asked for.
import { runTypeScript } from './run-ts.mjs';

await runTypeScript(new URL('frame/main.ts', import.meta.url), 'bench');
