export { conferences } from './conferences.js';
export { consults } from './consults.js';
export { hangUps } from './hang-ups.js';
export { inbound } from './inbound.js';
export { outbound } from './outbound.js';
export { talking } from './talking.js';
export { transfers } from './transfers.js';
export { trouble } from './trouble.js';
export type { Scenario } from './scenario.js';
