import type { SwitchLeg } from './legs.js';

/** Where ARI is, and who may ask. */
export interface AriAccess {
  /** Such as `http://127.0.0.1:8088`. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

interface Channel {
  readonly id: string;
  /** Such as `PJSIP/8001-0000002a`: technology, endpoint, number in the series. */
  readonly name: string;
  readonly state: string;
  readonly caller: { readonly number: string };
}

interface Bridge {
  readonly id: string;
  readonly channels: readonly string[];
}

const STATES: Readonly<Record<string, SwitchLeg['state']>> = {
  Ring: 'calling',
  Ringing: 'ringing',
  Up: 'up',
  Down: 'dialing',
  Dialing: 'dialing',
  Rsrvd: 'dialing',
};

async function ask<T>({ url, user, password }: AriAccess, path: string): Promise<T> {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const response = await fetch(`${url}/ari/${path}`, { headers: { authorization }, signal: AbortSignal.timeout(3000) });
  if (!response.ok) throw new Error(`ARI answers ${response.status} to ${path}.`);
  return (await response.json()) as T;
}

/** The endpoint of a channel: a phone, or the trunk to numbers outside. */
function endpointOf({ name }: Channel): string {
  return /^[^/]+\/(.+)-[0-9a-f]+$/.exec(name)?.[1] ?? name;
}

const TRUNK = 'pstn';

/**
 * The channels that stand for legs, with the number that each leads to. A call through the trunk comes back
 * into the PBX and goes on to a phone: its leg is the first of these channels, which has the number as its caller.
 */
function standing(channels: readonly Channel[]): readonly (readonly [dn: string, channel: Channel])[] {
  const outgoing = channels.filter((channel) => endpointOf(channel) === TRUNK && !/^[\d.]+$/.test(channel.id));
  const viaTrunk = outgoing.map((channel) => [channel.caller.number, channel] as const);
  const numbers = new Set(viaTrunk.map(([number]) => number));
  const direct = channels.filter((channel) => endpointOf(channel) !== TRUNK && !numbers.has(endpointOf(channel)));
  return [...viaTrunk, ...direct.map((channel) => [endpointOf(channel), channel] as const)];
}

/** The legs of the PBX, asked from itself. */
export async function askLegs(access: AriAccess): Promise<readonly SwitchLeg[]> {
  const [channels, bridges] = await Promise.all([ask<Channel[]>(access, 'channels'), ask<Bridge[]>(access, 'bridges')]);
  return standing(channels).map(([dn, channel]) => ({
    dn,
    state: STATES[channel.state] ?? 'dialing',
    talk: bridges.find(({ channels: ids }) => ids.includes(channel.id))?.id ?? null,
  }));
}

/** How many channels and bridges there are, of whatever kind. */
export async function countLeftovers(access: AriAccess): Promise<{ readonly channels: number; readonly bridges: number }> {
  const [channels, bridges] = await Promise.all([ask<Channel[]>(access, 'channels'), ask<Bridge[]>(access, 'bridges')]);
  return { channels: channels.length, bridges: bridges.length };
}
