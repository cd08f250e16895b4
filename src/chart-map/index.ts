// Values
export { describeChart, withAll } from './describe.js';
export { layOut } from './layout.js';
export { boxShape } from './map-shapes.js';
export { textWidth } from './text-width.js';

// Types
export type { ChartNode, CommandEdge, Edge } from './describe.js';
export type { Box, ChartMap, Column, IsFolded } from './layout.js';
export type { Shape } from './shape.js';
