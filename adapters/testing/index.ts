/**
 * A property-testing kit for what is built on the SDK: random sequences at a simulated call centre, compared with
 * the truth, with what a person would say, and with invariants.
 *
 * @example
 * const report = await checkAgent((sdk, { clock }) => new MyToolbarModel(sdk, clock));
 * if (!report.ok) console.error(String(report));
 */
export { assertAgent, checkAgent } from './check/check-agent.js';
export {
  applyFault,
  applyFaultPlan,
  fault,
  faultInWords,
  faultPlan,
  faultPlanInWords,
  floorOptions,
  hostileEvent,
  invalidParameters,
  malformedEvent,
  messageOf,
  parameterSourceOf,
  serverEvent,
  validParameters,
  wellFormedEvent,
} from './arbitraries/index.js';
export { invariants } from './invariants/index.js';
export { InvariantWatch } from './invariants/watch.js';
export { record } from './history/recorder.js';
export { ALLOWED_WHEN, expectedRefusal, situationOf } from './model/allowed-when.js';
export { ReferenceModel } from './model/reference-model.js';
export { anyRace, checkRaces, raceReportInWords, races, runRace } from './races/index.js';
export { isWatchable } from './subject/subject.js';
export { tap } from './subject/wire.js';

export type {
  FaultPlan,
  FaultSource,
  FloorSize,
  InvalidParameters,
  LegChoice,
  Naming,
  Parameters,
  ParameterSource,
  PlannedFault,
  Twist,
  WireEvent,
} from './arbitraries/index.js';
export type { CheckOptions, Progress } from './check/check-options.js';
export type { CheckFailure, CheckReport } from './check/check-report.js';
export type { Coverage, Exercised } from './coverage/chart-coverage.js';
export type { Entry, Happening } from './floor/journal.js';
export type {
  CommandRecord,
  Ending,
  HeardReport,
  Hearing,
  History,
  HistoryObserver,
  Look,
  Notification,
  Overdue,
} from './history/history.js';
export type { CallOptions, Recorder } from './history/recorder.js';
export type { Invariant } from './invariants/invariant.js';
export type { Violation } from './invariants/watch.js';
export type { Situation } from './model/allowed-when.js';
export type { Intent } from './model/commands.js';
export type { HouseRules } from './model/company.js';
export type { Outcome } from './model/outcome.js';
export type { Disagreement, ModelOptions } from './model/reference-model.js';
export type { Name, Person, Scene, SignedIn } from './model/scene.js';
export type { Sight } from './model/sight.js';
export type { Race, RaceFailure, RaceOptions, RaceReport, RaceRun } from './races/index.js';
export type { MakeSdk, Subject, SubjectWorld, Watchable } from './subject/subject.js';
export type { Wire } from './subject/wire.js';
