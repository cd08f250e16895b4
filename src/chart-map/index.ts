// Values
export { describeChart } from './describe.js';
export { layOut } from './layout.js';
export { boxShape } from './map-shapes.js';

// Types
export type { ChartNode, Edge } from './describe.js';
export type { Box, ChartMap, Column, IsFolded } from './layout.js';
export type { Shape } from './shape.js';
