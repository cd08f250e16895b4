import * as v from 'valibot';
import { EVENT_TYPES } from '../ari/ari-event.js';
import { AriFailure, type AriClient } from '../ari/ari-client.js';

const endpointsSchema = v.array(v.object({ technology: v.string(), resource: v.string(), state: v.optional(v.string()) }));
const appSchema = v.object({ channel_ids: v.array(v.string()), bridge_ids: v.array(v.string()) });
const bridgesSchema = v.array(v.object({ id: v.string() }));

/** The prefix of the ids of all channels and bridges that an application has made itself. */
export function prefixOf(app: string): string {
  return `${app}~`;
}

/** The phones that the PBX knows, and whether it can reach them. */
export async function readPhones(ari: AriClient): Promise<ReadonlyMap<string, boolean>> {
  const endpoints = v.parse(endpointsSchema, await ari.request('GET', '/endpoints'));
  return new Map(endpoints.filter(({ technology }) => technology === 'PJSIP').map(({ resource, state }) => [resource, state === 'online']));
}

/** Has the PBX report what happens to its phones. That comes with all that their channels do, so the rest is left out. */
export async function subscribeToPhones(ari: AriClient, app: string): Promise<void> {
  const allowed = EVENT_TYPES.map((type) => ({ type }));
  await ari.request('PUT', `/applications/${encodeURIComponent(app)}/eventFilter`, {}, { allowed });
  await ari.request('POST', `/applications/${encodeURIComponent(app)}/subscription`, { eventSource: 'endpoint:PJSIP' });
}

/** The PBX forgets the application when nobody is connected as it and it watches nothing. */
export async function unsubscribeFromPhones(ari: AriClient, app: string): Promise<void> {
  await ari.request('DELETE', `/applications/${encodeURIComponent(app)}/subscription`, { eventSource: 'endpoint:PJSIP' });
}

/**
 * Ends what is left of a former life, of which nobody knows any more: calls and bridges of the application.
 *
 * @param isNew whether a channel has only come in now
 */
export async function tidyUp(ari: AriClient, app: string, isNew: (channel: string) => boolean): Promise<void> {
  const left = v.parse(appSchema, await ari.request('GET', `/applications/${encodeURIComponent(app)}`));
  const bridges = v.parse(bridgesSchema, await ari.request('GET', '/bridges')).map(({ id }) => id);
  const end = async (path: string): Promise<void> => {
    await ari.request('DELETE', path).catch((error: unknown) => {
      if (!(error instanceof AriFailure) || error.status === null) throw error;
    });
  };
  await Promise.all(left.channel_ids.filter((id) => !isNew(id)).map((id) => end(`/channels/${encodeURIComponent(id)}`)));
  // A bridge in which nobody is left is not among those of the application any more.
  const own = new Set([...left.bridge_ids, ...bridges.filter((id) => id.startsWith(prefixOf(app)))]);
  await Promise.all([...own].map((id) => end(`/bridges/${encodeURIComponent(id)}`)));
}
