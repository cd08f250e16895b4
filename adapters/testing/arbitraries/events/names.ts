import fc from 'fast-check';
import { EVENT_ALIASES, type EventName } from '../../../sobot/index.js';

/** Events about one leg of a call, which they must name. */
export const LEG_EVENTS = [
  'EventRinging',
  'EventDialing',
  'EventEstablished',
  'EventReleased',
  'EventAgentHoldCall',
  'EventAgentRetrieveCall',
  'EventAgentMute',
  'EventAgentUnmute',
  'EventPartyAdded',
  'EventPartyChanged',
  'EventPartyDeleted',
  'EventDtmfSent',
] as const satisfies readonly EventName[];

/** Events about the agent. */
export const AGENT_EVENTS = [
  'EventAgentReady',
  'EventAgentNotReady',
  'EventAgentLogin',
  'EventAgentLogout',
  'EventAgentAfterCallWork',
  'EventDelayCallAfterWork',
  'EventAgentConnectionChanged',
  'EventAgentRegainStatus',
] as const satisfies readonly EventName[];

const KNOWN: readonly EventName[] = [...LEG_EVENTS, ...AGENT_EVENTS];

/** All others that have a name, and one that will have it tomorrow. */
export const OTHER_EVENTS: readonly (EventName | 'EventOfTomorrow')[] = [
  ...(Object.keys(EVENT_ALIASES) as EventName[]).filter((name) => !KNOWN.includes(name)),
  'EventOfTomorrow',
];

/** Every spelling of an event's name that the wire may have, the canonical one first. */
function spellings(name: EventName | 'EventOfTomorrow'): readonly string[] {
  if (name === 'EventOfTomorrow') return [name];
  const names: readonly string[] = [name, ...EVENT_ALIASES[name]];
  const bare = names.filter((one) => one.startsWith('Event')).map((one) => one.slice('Event'.length));
  return [...names, ...bare, ` ${name} `];
}

/** One of the spellings. */
export function spellingOf(name: EventName | 'EventOfTomorrow'): fc.Arbitrary<string> {
  return fc.constantFrom(...spellings(name));
}
