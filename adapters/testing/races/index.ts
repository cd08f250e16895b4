// Values
export { anyRace } from './any-race.js';
export { checkRaces, raceReportInWords } from './check-races.js';
export { ordersOf, stepInWords } from './race.js';
export { races } from './all.js';
export { runRace } from './run-race.js';
export { SCENE_NAMES } from './scenes.js';
export { ScriptedService } from './scripted-service.js';

// Types
export type { AnswerStep, EventStep, PassStep, Race, RaceEnd, RaceLeg, RaceStep, SendStep, WireStep } from './race.js';
export type { RaceFailure, RaceOptions, RaceReport } from './check-races.js';
export type { RaceRun } from './run-race.js';
export type { SceneName } from './scenes.js';
