// Values
export { anyRace } from './any-race.js';
export { checkRaces, raceReportInWords } from './check-races.js';
export { ordersOf } from './race.js';
export { races } from './all.js';
export { runRace } from './run-race.js';
export { SCENE_NAMES } from './scenes.js';

// Types
export type { Race } from './race.js';
export type { RaceFailure, RaceOptions, RaceReport } from './check-races.js';
export type { RaceRun } from './run-race.js';
