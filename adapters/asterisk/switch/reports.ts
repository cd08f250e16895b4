import type { Address } from '../../exchange/index.js';
import type { AriChannel, AriEvent } from '../ari/ari-event.js';
import type { Leg } from './leg.js';
import { tellAlerting, tellAnswered, tellDialing, tellReleased, type SwitchState } from './switch-state.js';

/** First argument of `Stasis()` for legs that we dial ourselves. */
export const DIALLED = 'dialled';

/** Requests to the outside when a report calls for more than an event. */
export interface ReportHooks {
  /** A channel has come into our application that nobody here has asked for, from a former life perhaps. */
  readonly stray: (channel: string) => void;
  /** A call has come in: the caller is to hear that it rings. */
  readonly arrived: (leg: Leg) => void;
  /** A phone takes back a talk that the switch has put on hold: the leg is in no bridge. */
  readonly takenBack: (leg: Leg, conversation: string) => void;
  /** A leg has left the application without being ended: somebody else has taken it over. */
  readonly taken: (leg: Leg) => void;
}

type Of<Type extends AriEvent['type']> = Extract<AriEvent, { type: Type }>;

/** `PJSIP/1000-0000002a`: the endpoint, 1000. */
function endpointOf({ name }: AriChannel): string {
  return /^[^/]+\/(.*)-[^-]*$/.exec(name)?.[1] ?? name;
}

/** `name=value` among the arguments of `Stasis()` is business data of the call. */
function attachedDataIn(args: readonly string[]): { attachedData?: Readonly<Record<string, unknown>> } {
  const pairs = args.flatMap((arg) => {
    const at = arg.indexOf('=');
    return at > 0 ? [[arg.slice(0, at), arg.slice(at + 1)] as const] : [];
  });
  return pairs.length === 0 ? {} : { attachedData: Object.fromEntries(pairs) };
}

function callArrives(state: SwitchState, { channel, args }: Of<'StasisStart'>, hooks: ReportHooks): void {
  const [origin = ''] = args;
  if (origin === DIALLED) {
    hooks.stray(channel.id);
    return;
  }
  const address: Address =
    origin === 'extension' ? { kind: 'ext', ext: endpointOf(channel) } : { kind: 'number', number: channel.caller.number };
  const leg = state.legs.add({ id: channel.id, channel: channel.id, address, state: 'incoming' });
  leg.name = channel.name;
  leg.inApp = true;
  if (channel.state === 'Up') leg.state = 'up';
  state.emit({ type: 'incoming', leg: leg.id, from: address, to: channel.dialplan.exten, ...attachedDataIn(args.slice(1)) });
  hooks.arrived(leg);
}

function entersApp(state: SwitchState, event: Of<'StasisStart'>, hooks: ReportHooks): void {
  const leg = state.legs.ofChannel(event.channel.id);
  if (leg === undefined) {
    callArrives(state, event, hooks);
    return;
  }
  leg.inApp = true;
  tellAnswered(state, leg);
}

function dialled(state: SwitchState, leg: Leg, status: string): void {
  leg.dialStatus = status;
  if (status === '') tellDialing(state, leg);
  // Sound before the answer (183) is a sign of ringing, too.
  if (status === 'RINGING' || status === 'PROGRESS') tellAlerting(state, leg);
}

function channelState(state: SwitchState, leg: Leg, name: string): void {
  if (name === 'Ringing') tellAlerting(state, leg);
  if (name === 'Up') tellAnswered(state, leg);
}

function entersBridge(state: SwitchState, leg: Leg, bridge: string): void {
  if (leg.bridge === bridge) return;
  const conversation = state.conversations.ofBridge(bridge);
  leg.bridge = bridge;
  if (leg.moving) return;
  state.conversations.join(conversation, leg);
  state.emit({ type: 'connected', conversation: conversation.id, legs: [leg.id] });
}

/** The hold key of the phone. The PBX may tell it twice, and may tell of an end without a beginning. */
function phoneHolds({ emit }: SwitchState, leg: Leg, holds: boolean, hooks: ReportHooks): void {
  if (leg.phoneHolds === holds) return;
  leg.phoneHolds = holds;
  const { conversation } = leg;
  // About to be moved, it makes no difference; nor does its hold of what the switch holds.
  if (conversation === null || leg.moving) return;
  if (leg.bridge !== conversation.bridge) {
    if (!holds && leg.bridge === null && conversation.holders.has(leg)) hooks.takenBack(leg, conversation.id);
    return;
  }
  if (conversation.holders.has(leg) === holds) return;
  if (holds) conversation.holders.add(leg);
  else conversation.holders.delete(leg);
  emit({ type: holds ? 'held' : 'retrieved', conversation: conversation.id, leg: leg.id });
}

/** Takes over a channel event about the leg. */
function aboutLeg(
  state: SwitchState,
  leg: Leg,
  event: AriEvent & ({ channel: AriChannel } | { peer: AriChannel }),
  hooks: ReportHooks,
): void {
  switch (event.type) {
    case 'Dial':
      dialled(state, leg, event.dialstatus);
      break;
    case 'ChannelStateChange':
      channelState(state, leg, event.channel.state);
      break;
    case 'ChannelHold':
    case 'ChannelUnhold':
      phoneHolds(state, leg, event.type === 'ChannelHold', hooks);
      break;
    case 'ChannelDtmfReceived':
      if (leg.bridge !== null) state.emit({ type: 'keysSent', leg: leg.id, keys: event.digit });
      break;
    case 'ChannelEnteredBridge':
      entersBridge(state, leg, event.bridge.id);
      break;
    case 'ChannelLeftBridge':
      if (leg.bridge === event.bridge.id) leg.bridge = null;
      break;
    case 'ChannelHangupRequest':
      leg.ending = true;
      break;
    case 'StasisEnd':
      leg.inApp = false;
      if (!leg.ending) hooks.taken(leg);
      break;
    case 'ChannelDestroyed':
      tellReleased(state, leg, event.cause);
  }
}

/** Takes over what the PBX reports, and tells what it means. */
export function takeReport(state: SwitchState, event: AriEvent, hooks: ReportHooks): void {
  if ('endpoint' in event) {
    const { technology, resource } = event.endpoint;
    if (technology !== 'PJSIP') return;
    if (event.type === 'PeerStatusChange') state.phones.report(resource, event.peer.peer_status === 'Reachable');
    else state.phones.report(resource, event.endpoint.state === 'online');
  } else if (event.type === 'StasisStart') {
    entersApp(state, event, hooks);
  } else if ('channel' in event || 'peer' in event) {
    const channel = 'peer' in event ? event.peer : event.channel;
    const leg = state.legs.ofChannel(channel.id);
    if (leg === undefined) return;
    leg.name = channel.name;
    aboutLeg(state, leg, event, hooks);
  }
  state.expectations.check();
}
