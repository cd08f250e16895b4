import { AmiRefusal, type AmiClient } from '../ami/ami-client.js';
import { AriFailure, type AriClient } from '../ari/ari-client.js';
import { AsteriskError } from '../asterisk-error.js';

/** A module of Asterisk, and a path of ARI that is there only with it. */
const NEEDED: readonly (readonly [module: string, path: string])[] = [
  ['res_ari_applications', '/applications'],
  ['res_ari_channels', '/channels'],
  ['res_ari_bridges', '/bridges'],
  ['res_ari_endpoints', '/endpoints'],
  ['res_ari_asterisk', '/asterisk/info'],
];

/** Modules without a path in ARI, and what cannot be done without them. */
const WITHOUT_PATH: readonly (readonly [module: string, loss: string])[] = [
  ['app_stasis', 'no call would come in'],
  ['res_pjsip', 'there would be no phones'],
  ['res_musiconhold', 'nobody could be put on hold'],
];

function missing(module: string, why: string): AsteriskError {
  return new AsteriskError(
    'moduleMissing',
    `The PBX has no module ${module}: ${why}. Load it ('module load ${module}.so' on its console, 'load = ${module}.so' in modules.conf).`,
  );
}

/** The error for a failure of ARI; it tells the user what to do. */
export function explain(error: unknown, url: string): AsteriskError {
  if (error instanceof AsteriskError) return error;
  const options = { cause: error };
  if (!(error instanceof AriFailure)) return new AsteriskError('refused', `The PBX at ${url} cannot be used: ${String(error)}.`, options);
  const { status, reason } = error;
  if (status === null) {
    const advice = 'Start it (npm run pbx starts one on this machine), or give the address of its HTTP server.';
    return new AsteriskError('unreachable', `No PBX answers at ${url} (${reason}). ${advice}`, options);
  }
  if (status === 503) {
    return new AsteriskError('unreachable', `The PBX at ${url} is still starting. Try again in a few seconds.`, options);
  }
  if (status === 401) {
    const advice = "User and password are those of a section in the PBX's ari.conf.";
    return new AsteriskError('credentials', `The PBX at ${url} does not know this user and password. ${advice}`, options);
  }
  if (status === 403) {
    return new AsteriskError('credentials', `The PBX at ${url} lets this user only read: set read_only=no in its ari.conf.`, options);
  }
  return new AsteriskError('refused', `The PBX at ${url} refuses: ${error.message}.`, options);
}

/** Whether ARI has something at this path. */
async function has(ari: AriClient, path: string): Promise<boolean> {
  try {
    await ari.request('GET', path);
    return true;
  } catch (error) {
    if (error instanceof AriFailure && error.status === 404) return false;
    throw error;
  }
}

/** Finds out whether the manager interface can be used, too. @throws AsteriskError that says what to do */
export async function probeAmi(ari: AriClient, ami: AmiClient, where: string): Promise<void> {
  if (!(await has(ari, '/asterisk/modules/res_pjsip_notify.so'))) throw missing('res_pjsip_notify', 'no phone could be told to pick up');
  try {
    await ami.request('Ping', {});
  } catch (error) {
    const options = { cause: error };
    if (error instanceof AmiRefusal) {
      const advice = "User and password are those of a section in the PBX's manager.conf.";
      throw new AsteriskError('credentials', `AMI at ${where} does not know this user and password. ${advice}`, options);
    }
    const advice = "Set enabled=yes in the PBX's manager.conf, or leave AMI out.";
    throw new AsteriskError('unreachable', `No AMI answers at ${where} (${(error as Error).message}). ${advice}`, options);
  }
}

/** Finds out whether the PBX is there and has what is needed. @throws AsteriskError that says what to do */
export async function probe(ari: AriClient, url: string): Promise<void> {
  try {
    const there = await Promise.all(NEEDED.map(([, path]) => has(ari, path)));
    if (!there.includes(true)) {
      const advice = "Set enabled=yes in the PBX's ari.conf and http.conf, and load its res_ari modules.";
      throw new AsteriskError('noAri', `Something answers at ${url}, but it is not ARI. ${advice}`);
    }
    for (const [i, [module]] of NEEDED.entries()) if (there[i] !== true) throw missing(module, 'ARI is incomplete');
    for (const [module, loss] of WITHOUT_PATH) {
      if (!(await has(ari, `/asterisk/modules/${module}.so`))) throw missing(module, loss);
    }
  } catch (error) {
    throw explain(error, url);
  }
}
