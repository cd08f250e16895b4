import type { AgentState } from '../../sobot/index.js';
import type { Invariant } from './invariant.js';

/** The states of the phone, by the service's events for them. */
const WORDS: Readonly<Record<string, AgentState['device']>> = {
  EventRegistered: 'registered',
  EventDNBackInService: 'registered',
  EventUnregistered: 'lost',
  EventUnreachable: 'lost',
  EventDNOutOfService: 'lost',
};

const OF_CALLS = ['work', 'call', 'waiting', 'consult', 'onHold', 'muted', 'acw'] as const satisfies readonly (keyof AgentState)[];

export const deviceByWordOnly: Invariant = {
  name: 'device is what the service last said of the phone, and changes nothing about calls',
  meaning: 'The agent looks for a fault in a phone that works, or loses a customer who is still on the line.',
  source: 'contract §3, field device',
  ofChange: ({ state, heard }, before) => {
    // Nothing is claimed by a page that does not know, as one that is displaced.
    if (state.device === before.device || state.device === 'unknown') return null;
    const said = heard == null ? undefined : WORDS[heard];
    if (heard !== undefined && said !== state.device) return `device became ${state.device}, and the last message says nothing of it`;
    const changed = OF_CALLS.filter((field) => state[field] !== before[field]);
    return changed.length === 0 ? null : `with device changed ${changed.join(', ')}`;
  },
};
