import { startPbx, type Pbx, type PbxOptions } from '../../../adapters/asterisk/pbx/start-pbx.js';
import { describeOnSwitch, switchIsThere } from './on-switch.js';

/** A PBX of the test file's own; null on a machine that cannot have one. In CI that is a failure. */
export async function realPbx(options: PbxOptions): Promise<Pbx | null> {
  return switchIsThere ? await startPbx(options) : null;
}

/** `describe` for tests that need the PBX. */
export function describeWith(_pbx: Pbx | null): typeof describeOnSwitch {
  return describeOnSwitch;
}
