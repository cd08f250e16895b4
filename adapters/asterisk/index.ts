/**
 * A real PBX as the switch of a call centre: Asterisk, by its REST interface (ARI).
 *
 * @example
 * const exchange = await connectAsterisk({ url: 'http://127.0.0.1:8088', credentials: { user, password } });
 * const centre = createCallCentre({ agents: [{ agentID: '1001', ext: '1000' }], exchange });
 */
export { connectAsterisk } from './connect-asterisk.js';
export { AsteriskError } from './asterisk-error.js';

export type { AsteriskOptions, AsteriskSwitch } from './connect-asterisk.js';
export type { AsteriskErrorCode } from './asterisk-error.js';
export type { Credentials } from './ari/ari-client.js';
export type { LinkState } from './link/link.js';
