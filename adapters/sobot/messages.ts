import type { EventAlias, EventName } from './events/aliases.js';
import type { SobotAgentMessage } from './messages/agent.js';
import type { SobotCallMessage, SobotErrorMessage, SobotReleasedMessage } from './messages/call.js';
import type { SobotMessageFields } from './messages/fields.js';
import type { SobotRegainStatusMessage } from './messages/regain-status.js';
import type { SobotChannelMessage, SobotDeviceMessage, SobotLatencyMessage } from './messages/service.js';

export type { SobotAgentMessage } from './messages/agent.js';
export type { CallParties, SobotCallMessage, SobotErrorMessage, SobotReleasedMessage, WireRole } from './messages/call.js';
export type { CallType, Known, PhoneType, SobotMessageFields } from './messages/fields.js';
export type { AgentStateInfo, SobotRegainStatusMessage, WorkStatusInfo } from './messages/regain-status.js';
export type { SobotChannelMessage, SobotDeviceMessage, SobotLatencyMessage } from './messages/service.js';

/** The kind of message of each event; `Name` is the name it came under. */
interface Kinds<Name extends string> {
  EventAgentRegainStatus: SobotRegainStatusMessage<Name>;
  EventAgentConnectionChanged: SobotAgentMessage<Name>;
  EventAgentLogin: SobotAgentMessage<Name>;
  EventAgentLogout: SobotAgentMessage<Name>;
  EventAgentReady: SobotAgentMessage<Name>;
  EventAgentNotReady: SobotAgentMessage<Name>;
  EventAgentAfterCallWork: SobotAgentMessage<Name>;
  EventDelayCallAfterWork: SobotAgentMessage<Name>;
  EventOnline: SobotAgentMessage<Name>;
  EventTierAdded: SobotAgentMessage<Name>;
  EventTierRemoved: SobotAgentMessage<Name>;
  EventDialing: SobotCallMessage<Name>;
  EventRinging: SobotCallMessage<Name>;
  EventEstablished: SobotCallMessage<Name>;
  EventReleased: SobotReleasedMessage<Name>;
  EventAgentHoldCall: SobotCallMessage<Name>;
  EventAgentRetrieveCall: SobotCallMessage<Name>;
  EventAgentMute: SobotCallMessage<Name>;
  EventAgentUnmute: SobotCallMessage<Name>;
  EventPartyAdded: SobotCallMessage<Name>;
  EventPartyChanged: SobotCallMessage<Name>;
  EventPartyDeleted: SobotCallMessage<Name>;
  EventDtmfSent: SobotCallMessage<Name>;
  EventDestinationBusy: SobotCallMessage<Name>;
  EventRegistered: SobotDeviceMessage<Name>;
  EventUnregistered: SobotDeviceMessage<Name>;
  EventUnreachable: SobotDeviceMessage<Name>;
  EventDNOutOfService: SobotDeviceMessage<Name>;
  EventDNBackInService: SobotDeviceMessage<Name>;
  EventJanusLatency: SobotLatencyMessage<Name>;
  EventWebSocketSession: SobotChannelMessage<Name>;
  EventError: SobotErrorMessage<Name>;
  MainCDRInfo: SobotMessageFields<Name>;
}

/** The canonical name that `Alias` stands for. */
type CanonicalOf<Alias extends EventAlias> = {
  [Name in EventName]: Alias extends EventAlias<Name> ? Name : never;
}[EventName];

/**
 * Stands for any string that is no listed name. An enum that exists for the compiler only: unlike a
 * plain `string` it does not compare with the listed names, so `switch (message.messageID)` tells the
 * known messages apart and leaves the unknown one for `default`, where its name reads as a string.
 */
declare enum UnlistedName {
  any = '',
}

/** A message under a name that this package does not know; it reaches the handlers as it came. */
export type SobotUnknownMessage = SobotMessageFields<UnlistedName>;

type KnownMessages = { [Name in EventName]: Kinds<Name>[Name] } & {
  [Alias in EventAlias]: Kinds<Alias>[CanonicalOf<Alias>];
};

/** The argument of a handler of `EventAgentAll`: any message. */
export type SobotMessage = KnownMessages[keyof KnownMessages] | SobotUnknownMessage;

/** The message of each event, by the name a handler is registered for. */
export type SobotMessages = KnownMessages & { EventAgentAll: SobotMessage };

/** The message of the event `Name`; for a name that is not listed, a message of which only the frame is known. */
export type SobotMessageOf<Name extends string> = Name extends keyof SobotMessages ? SobotMessages[Name] : SobotMessageFields<Name>;
