// `npm run test:pbx:property`: the property suite's random sequences on a real PBX, with real SIP phones, in real time.
import { runTypeScript } from '../../bench/run-ts.mjs';

await runTypeScript(new URL('property/main.ts', import.meta.url), 'pbx-property');
