import type { CallCentre } from '../../call-centre.js';
import { createCallCentre } from '../../create-call-centre.js';
import type { Exchange } from '../../../exchange/index.js';
import type { FloorOptions } from '../../options/floor-options.js';
import type { Arguments } from './arguments.js';

/** The floor that the command line asks for: that of the file, with what is said beside it. */
export function floorFor({ seed, grace }: Arguments, floor: FloorOptions): FloorOptions {
  return {
    ...floor,
    ...(seed === null ? {} : { seed }),
    ...(grace === null ? {} : { webrtcGraceSeconds: grace }),
  };
}

/** The call centre to serve, on the switch it is to have. */
export function centreFor(floor: FloorOptions, exchange: Exchange | null, onError: (error: unknown) => void): CallCentre {
  return createCallCentre({ ...floor, onError, ...(exchange && { exchange }) });
}
