// `npm run test:deep` and `npm run test:night`: what takes too long for `npm test`, in worker threads. Inside of jest every
// name of a global is looked up through the sandbox of its context, which makes a random sequence a quarter slower.
import { runTypeScript } from '../../bench/run-ts.mjs';

await runTypeScript(new URL('main.ts', import.meta.url), 'deep', {
  // The same `expect`, for who is not a test of jest's.
  alias: { '@jest/globals': 'expect' },
  // Each error's stack would be translated, of which a run makes thousands.
  sourcemap: false,
});
