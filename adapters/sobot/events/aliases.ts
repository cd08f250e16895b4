/**
 * Every event name this package knows: the canonical name, and the other names for the same fact.
 *
 * Canonical is the name that a document of the vendor shows, where there is one. The vendor's page
 * names eight events; the rest comes from the vendor's mobile SDKs (which name some of them without
 * `Event`) and from Genesys TLib, whose vocabulary the vendor has taken over. An alias costs
 * nothing if it never comes, and a missing one would lose a state change.
 *
 * The bare form of each name here, without `Event` (`Established`, `Held`), is an alias too.
 */
export const EVENT_ALIASES = {
  // Agent
  EventAgentRegainStatus: [],
  EventAgentConnectionChanged: [],
  EventAgentLogin: [],
  // A request's name that nevertheless comes back as an event.
  EventAgentLogout: ['RequestAgentLogout'],
  EventAgentReady: [],
  EventAgentNotReady: [],
  EventAgentAfterCallWork: [],
  EventDelayCallAfterWork: [],
  // Says that the agent is online, not that something has changed: no alias of login or ready.
  EventOnline: [],
  EventTierAdded: [],
  EventTierRemoved: [],

  // Call
  EventDialing: [],
  EventRinging: [],
  EventEstablished: [],
  // All of these end the one leg they name and say no more than that: Abandoned, because the caller
  // gave up ringing; Hangup, because someone hung up; PartyCallDeleted, because the consult or the
  // internal call was withdrawn. PartyDeleted is none of them: there a party leaves and the call of
  // the others goes on.
  EventReleased: ['EventAbandoned', 'EventHangup', 'EventPartyCallDeleted'],
  EventAgentHoldCall: ['EventHeld'],
  EventAgentRetrieveCall: ['EventRetrieved'],
  EventAgentMute: ['EventMuteOn'],
  EventAgentUnmute: ['EventMuteOff'],
  EventPartyAdded: [],
  EventPartyChanged: [],
  EventPartyDeleted: [],
  EventDtmfSent: [],
  // Not the end of the call: the release follows.
  EventDestinationBusy: [],

  // Device, media, channel
  EventRegistered: [],
  EventUnregistered: [],
  EventUnreachable: [],
  EventDNOutOfService: [],
  EventDNBackInService: [],
  EventJanusLatency: [],
  EventWebSocketSession: [],

  // The rest
  EventError: ['EventPartyError'],
  MainCDRInfo: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A name that `canonicalName` returns for what it knows. */
export type EventName = keyof typeof EVENT_ALIASES;

/** Another name for `Name`. */
export type EventAlias<Name extends EventName = EventName> = (typeof EVENT_ALIASES)[Name][number];

/** Every name that is known, with and without `Event` before it. A map, because `__proto__` is a name like any other. */
const CANONICAL: ReadonlyMap<string, string> = new Map(
  Object.entries<readonly string[]>(EVENT_ALIASES)
    .flatMap(([canonical, aliases]) => [canonical, ...aliases].map((known) => [known, canonical] as const))
    .flatMap(([known, canonical]) => [
      [known.replace(/^Event/, ''), canonical],
      [known, canonical],
    ]),
);

/**
 * The canonical name for a message's `messageID`, blanks around it removed. A name that is not in
 * the table is returned as it is.
 *
 * @example
 * canonicalName('EventHeld') // 'EventAgentHoldCall'
 * canonicalName('EventOfTomorrow') // 'EventOfTomorrow'
 */
export function canonicalName(messageID: string): string {
  const name = messageID.trim();
  return CANONICAL.get(name) ?? name;
}
