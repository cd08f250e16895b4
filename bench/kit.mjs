// `node bench/kit.mjs [sequences]`: how many steps of random sequences the kit runs in a second of CPU time.
import { runTypeScript } from './run-ts.mjs';

await runTypeScript(new URL('kit/main.ts', import.meta.url), 'kit-bench', { sourcemap: false });
