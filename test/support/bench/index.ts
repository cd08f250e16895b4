/*
 * One agent on a scripted SDK and a simulated clock: what most tests of an agent are set up with.
 */

// Values
export { benchAt } from './bench-at.js';
export { Bench } from './bench.js';
export { clockAt, CountingClock, START } from './counting-clock.js';
export { endOf, errorOf, turns, watch } from './endings.js';
export { CUSTOMER, STRANGER, THIRD } from './legs.js';
export { MORE_PLACES } from './more-places.js';
export { PageStorage } from './page-storage.js';
export { connect, regain, reload, signIn } from './pages.js';
export { PARAMETERS } from './parameters.js';
export { canBeMuted, NAMED_CALLS, PLACE_NAMES, placeNamed, PLACES } from './places.js';
export { ScriptedSdk } from './scripted-sdk.js';
export { standingNamed, STANDINGS } from './standings.js';
export { essence, position } from './views.js';

// Types
export type { Ending } from './endings.js';
export type { MorePlace } from './more-places.js';
export type { Place, PlaceName } from './places.js';
export type { Standing } from './standings.js';
