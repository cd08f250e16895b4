// Values
export { validParameters } from './parameters/valid.js';
export { invalidParameters } from './parameters/invalid.js';
export { hostileEvent, malformedEvent, serverEvent, wellFormedEvent } from './events/server-events.js';
export { messageOf } from './events/message-of.js';
export { fault, faultPlan } from './faults/fault-plan.js';
export { applyFault, applyFaultPlan } from './faults/fault.js';
export { faultInWords, faultPlanInWords } from './faults/words.js';
export { floorOptions } from './floor/floor-options.js';
export { parameterSourceOf } from './floor/parameter-source.js';

// Types
export type { InvalidParameters } from './parameters/invalid.js';
export type { ParameterSource } from './parameters/source.js';
export type { Parameters } from './parameters/valid.js';
export type { LegChoice, Naming, Twist, WireEvent } from './events/wire-event.js';
export type { FaultPlan, PlannedFault } from './faults/fault.js';
export type { FaultSource } from './faults/fault-plan.js';
export type { FloorSize } from './floor/floor-options.js';
