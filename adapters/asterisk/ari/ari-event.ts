import * as v from 'valibot';

const channel = v.object({
  id: v.string(),
  /** Such as `PJSIP/1000-0000002a`: technology, endpoint, number in the series. */
  name: v.string(),
  state: v.string(),
  caller: v.object({ number: v.string() }),
  dialplan: v.object({ exten: v.string() }),
});
const bridge = v.object({ id: v.string() });
const endpoint = v.object({ technology: v.string(), resource: v.string(), state: v.optional(v.string()) });

/** Of ARI's events those that are used, with those of their fields that are. */
const schema = v.variant('type', [
  v.object({ type: v.literal('StasisStart'), channel, args: v.array(v.string()) }),
  v.object({ type: v.literal('StasisEnd'), channel }),
  v.object({ type: v.literal('ChannelStateChange'), channel }),
  v.object({ type: v.literal('Dial'), peer: channel, dialstatus: v.string() }),
  v.object({ type: v.literal('ChannelHangupRequest'), channel }),
  v.object({ type: v.literal('ChannelDestroyed'), channel, cause: v.number() }),
  v.object({ type: v.literal('ChannelHold'), channel }),
  v.object({ type: v.literal('ChannelUnhold'), channel }),
  v.object({ type: v.literal('ChannelDtmfReceived'), channel, digit: v.string() }),
  v.object({ type: v.literal('ChannelEnteredBridge'), channel, bridge }),
  v.object({ type: v.literal('ChannelLeftBridge'), channel, bridge }),
  v.object({ type: v.literal('ChannelUserevent'), eventname: v.string(), userevent: v.record(v.string(), v.unknown()) }),
  v.object({ type: v.literal('EndpointStateChange'), endpoint }),
  v.object({ type: v.literal('PeerStatusChange'), endpoint, peer: v.object({ peer_status: v.string() }) }),
  v.object({ type: v.literal('ApplicationReplaced') }),
]);

export type AriEvent = v.InferOutput<typeof schema>;
export type AriChannel = v.InferOutput<typeof channel>;

/** The types of events that are used. */
export const EVENT_TYPES: readonly AriEvent['type'][] = schema.options.map(({ entries }) => entries.type.literal);

/** The event in what ARI has sent; null if it is none that is used. */
export function readAriEvent(wire: unknown): AriEvent | null {
  const { success, output } = v.safeParse(schema, wire);
  return success ? output : null;
}
