/*
 * The parts that the commands and the servers of the package share, all of it for Node alone.
 */

// Values
export { argumentsIn, portIn } from './arguments.js';
export { listen, refuseUpgrade } from './http-server.js';
export { ListenError } from './listen-error.js';
export { isAllowedOrigin } from './origins.js';
export { ownPackage, ownVersion } from './own-package.js';
export { processTerminal } from './terminal.js';
export { UsageError } from './usage-error.js';

// Types
export type { ArgumentValues } from './arguments.js';
export type { Terminal } from './terminal.js';
