import { describe } from '@jest/globals';
import { installPbx, PbxUnavailable } from '../../../adapters/asterisk/pbx/install-pbx.js';

/** Whether this machine can run the real switch, and if not, why. In CI it has to. */
async function objection(): Promise<string | null> {
  try {
    await installPbx();
    return null;
  } catch (error) {
    if (!(error instanceof PbxUnavailable) || process.env['CI'] !== undefined) throw error;
    return error.message;
  }
}

const missing = await objection();

export const switchIsThere = missing === null;

type Describe = (name: string, tests: () => void) => void;

/**
 * Tests on the real switch; on a machine that cannot have it they are left out, in CI they fail. The reason
 * stands in their name, from where the reporter takes it, to say it once.
 */
export const describeOnSwitch: Describe = switchIsThere
  ? describe
  : (name, tests) => describe.skip(`${name} [without the real switch: ${missing}]`, tests);
