// `npm run bench:commands [rounds]`: how long each call command takes until its new state is confirmed.
import { runTypeScript } from './run-ts.mjs';

await runTypeScript(new URL('command-times/main.ts', import.meta.url), 'command-times');
